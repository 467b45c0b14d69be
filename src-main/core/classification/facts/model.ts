import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ItemFacts, RelatedModel, SyntheticData } from '../../../../src-shared/model/item-facts.ts';
import { commonFacts } from './common.ts';
import { type FactReader, factReader, scaled } from './read.ts';

/** A parent model of the register, as its own facts describe it. */
export interface ParentModel {
  readonly relation: 'derivedFrom' | 'distilledFrom' | 'mergedFrom';
  readonly name: string;
  readonly facts: Facts;
}

const generalModalities = ['language', 'imageGeneration', 'videoGeneration'];

const architectureOf: Readonly<Record<string, NonNullable<ItemFacts['architecture']>>> = {
  denseTransformer: 'dense',
  mixtureOfExperts: 'mixtureOfExperts',
};

/**
 * Facts of a model. Operations: a stated or measured total comes first; else the engine counts from parameters and tokens;
 * else the estimate that the compute engine makes from hardware is handed in as `estimated`.
 */
export function modelFacts(
  name: string,
  facts: Facts,
  parents: readonly ParentModel[],
  estimated: { readonly low: number; readonly likely: number; readonly high: number } | null,
): ItemFacts {
  const read = factReader(facts);
  const tokens = read.figure('trainingTokens');
  const epochs = read.figure('epochs');
  const seen = typeof epochs === 'number' && epochs > 0 ? scaled(tokens, epochs) : tokens;
  const parameters = read.figure('parametersActive') ?? read.figure('parametersTotal');
  const stated = read.figure('trainingOperations');
  const architecture = read.text('architecture');
  const modalities = read.list('modalities');
  const canCount = parameters !== null && seen !== null && architecture !== null && architectureOf[architecture] !== undefined;
  return {
    ...commonFacts(name, facts, read),
    type: 'model',
    weightsPublished: weightsReallyPublished(read),
    trainingOperations: stated ?? (canCount ? null : estimated),
    ownTrainingOperations: read.figure('ownTrainingOperations'),
    architecture: architecture === null ? null : (architectureOf[architecture] ?? 'other'),
    parametersTotal: read.figure('parametersTotal'),
    parametersActive: read.figure('parametersActive'),
    trainingTokens: seen,
    derivedFrom: baseModels(read, parents),
    syntheticData: syntheticData(read),
    generalPurpose: modalities === null ? null : modalities.some((modality) => generalModalities.includes(modality)) ? 'yes' : null,
    generatesLanguageOrMedia:
      modalities === null ? null : modalities.some((modality) => generalModalities.includes(modality)) ? 'yes' : 'no',
    placedOnEuMarket: read.yesNo('placedOnEuMarket'),
    trainedIn: read.text('trainedIn'),
    strongCryptography: read.yesNo('performsCryptography'),
    intrusionPurpose: intrusionAnswer(read),
  };
}

/** "Published" with limits on passing it on is not published. */
function weightsReallyPublished(read: FactReader) {
  const published = read.yesNo('weightsPublished');
  return published === 'yes' && read.yesNo('redistributionFree') === 'no' ? 'no' : published;
}

/** Yes when it generates, controls or delivers intrusion software; no when it was said that it does not. */
export function intrusionAnswer(read: FactReader) {
  const role = read.text('intrusionSoftware');
  if (role === null) return null;
  return role === 'generates' || role === 'commandAndControl' || role === 'delivers' ? 'yes' : 'no';
}

function baseModels(read: FactReader, parents: readonly ParentModel[]): RelatedModel[] {
  const linked = parents
    .filter((parent) => parent.relation !== 'distilledFrom')
    .map((parent) => {
      const of = factReader(parent.facts);
      return {
        name: parent.name,
        weightsPublished: of.yesNo('weightsPublished'),
        trainingOperations: of.figure('trainingOperations') ?? read.figure('baseModelOperations'),
      };
    });
  if (linked.length > 0) return linked;
  const name = read.text('baseModelName');
  const operations = read.figure('baseModelOperations');
  if (name === null && operations === null) return [];
  return [{ ...(name === null ? {} : { name }), weightsPublished: read.yesNo('baseWeightsPublished'), trainingOperations: operations }];
}

function syntheticData(read: FactReader): SyntheticData | null {
  const share = read.figure('syntheticShare');
  if (share === null) return null;
  return {
    shareOfOperations: share,
    dataPublished: read.yesNo('syntheticDataPublished'),
    generators: [
      {
        weightsPublished: read.yesNo('generatorWeightsPublished'),
        trainingOperations: read.figure('generatorTrainingOperations'),
        generationOperations: read.figure('generationOperations'),
      },
    ],
  };
}
