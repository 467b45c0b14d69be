import type { AssetKind } from '../../../../src-shared/model/asset-fields.ts';

/** Two made-up rows a kind, so that a template shows how values may be written. */
const examples: Partial<Record<AssetKind, Readonly<Record<string, readonly [string, string]>>>> = {
  model: {
    name: ['Example-LM', 'Example-Vision'],
    version: ['1.0', '2024-11'],
    externalId: ['EX-001', 'EX-002'],
    ownerName: ['A. Person', 'B. Person'],
    stage: ['In use', 'In development'],
    originType: ['Trained', 'Fine-tuned'],
    architecture: ['Mixture of experts', 'Dense transformer'],
    parametersTotal: ['405B', '300 million'],
    parametersActive: ['37B', ''],
    trainingTokens: ['15.6T', 'unknown'],
    trainingOperations: ['3.8E25', '1.2 × 10^21'],
    trainedIn: ['Germany', 'NL'],
    weightsPublished: ['no', 'yes'],
  },
  chip: {
    name: ['Example Accelerator 80', 'Example Graphics 24'],
    externalId: ['CH-001', 'CH-002'],
    manufacturer: ['Example Silicon', 'Example Silicon'],
    chipRole: ['Accelerator', 'Graphics'],
    applicableDieArea: ['800', 'unknown'],
    dataCentreMarketed: ['yes', 'no'],
    memoryBandwidth: ['3.2 TB/s', '900 GB/s'],
  },
};

/** Example values of a field, if the kind has some. */
export function exampleOf(kind: AssetKind, fieldId: string): readonly string[] | undefined {
  const found = examples[kind];
  if (found !== undefined && Object.hasOwn(found, fieldId)) return found[fieldId];
  return fieldId === 'name' ? ['Example A', 'Example B'] : undefined;
}
