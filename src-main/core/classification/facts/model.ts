import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { OpsRange } from '../../../../src-shared/model/compute.ts';
import type { FactRange, ItemFacts, RelatedModel, SyntheticData } from '../../../../src-shared/model/item-facts.ts';
import { commonFacts } from './common.ts';
import { addStages, hasFurtherStages, type OwnStages } from './own-stages.ts';
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

/** What the compute engine made of a version: the whole, and its own stages. */
export interface WorkedCompute {
  readonly whole: OpsRange | null;
  readonly stages: OwnStages;
}

/**
 * Facts of a model. Operations: a stated or measured total comes first; else the engine counts from parameters and tokens;
 * else the whole that the compute engine makes from hardware is handed in. Stages beyond that count (reinforcement learning,
 * generated data, corrections, adapters) are handed in as own operations, to which the engine adds the base models itself.
 */
export function modelFacts(name: string, facts: Facts, parents: readonly ParentModel[], worked: WorkedCompute | null): ItemFacts {
  const read = factReader(facts);
  const tokens = read.figure('trainingTokens');
  const epochs = read.figure('epochs');
  const seen = typeof epochs === 'number' && epochs > 0 ? scaled(tokens, epochs) : tokens;
  const parametersActive = read.figure('parametersActive');
  const parameters = parametersActive ?? read.figure('parametersTotal');
  const architecture = read.text('architecture');
  const modalities = read.list('modalities');
  const canCount = parameters !== null && seen !== null && architecture !== null && architectureOf[architecture] !== undefined;
  const counted = canCount ? sixTimes(parameters, seen) : null;
  const operations = operationsOf(read, worked, architecture === 'mixtureOfExperts' && parametersActive === null ? null : counted);
  return {
    ...commonFacts(name, facts, read),
    type: 'model',
    weightsPublished: weightsReallyPublished(read),
    trainingOperations: operations.whole ?? (canCount || operations.isStaged ? null : (worked?.whole ?? null)),
    ownTrainingOperations: operations.own,
    architecture: architecture === null ? null : (architectureOf[architecture] ?? 'other'),
    parametersTotal: read.figure('parametersTotal'),
    parametersActive,
    // The rules would count parameters × tokens and leave out a stage that was entered without its figures.
    trainingTokens: operations.isOpen ? null : seen,
    derivedFrom: baseModels(read, parents),
    syntheticData: syntheticData(read, worked?.stages.generation ?? null),
    generalPurpose: modalities === null ? null : modalities.some((modality) => generalModalities.includes(modality)) ? 'yes' : null,
    generatesLanguageOrMedia:
      modalities === null ? null : modalities.some((modality) => generalModalities.includes(modality)) ? 'yes' : 'no',
    placedOnEuMarket: read.yesNo('placedOnEuMarket'),
    trainedIn: read.text('trainedIn'),
    strongCryptography: read.yesNo('performsCryptography'),
    intrusionPurpose: intrusionAnswer(read),
  };
}

interface Operations {
  readonly whole: number | FactRange | null;
  readonly own: number | FactRange | null;
  /** Own operations were put together from stages. */
  readonly isStaged: boolean;
  /** A stage lacks figures: nothing bounds the whole from above. */
  readonly isOpen: boolean;
}

function operationsOf(read: FactReader, worked: WorkedCompute | null, counted: OpsRange | null): Operations {
  const stated = read.figure('trainingOperations');
  const own = read.figure('ownTrainingOperations');
  const stages = worked?.stages;
  if (stages === undefined || !hasFurtherStages(stages)) return { whole: stated, own, isStaged: false, isOpen: false };
  if (stated !== null) {
    const { generation } = stages;
    const whole = generation === null ? stated : addStages(rangeOf(stated), { ...stages, reinforcement: null });
    return { whole, own, isStaged: false, isOpen: false };
  }
  const run = own === null ? (stages.isPlainCount ? (counted ?? stages.run) : stages.run) : rangeOf(own);
  if (run === null || stages.isIncomplete) return { whole: null, own: null, isStaged: true, isOpen: true };
  return { whole: null, own: addStages(run, stages), isStaged: true, isOpen: false };
}

const rangeOf = (figure: number | FactRange): OpsRange =>
  typeof figure === 'number'
    ? { low: figure, likely: figure, high: figure }
    : { low: figure.low, likely: figure.likely ?? figure.high, high: figure.high };

function sixTimes(parameters: number | FactRange, tokens: number | FactRange): OpsRange {
  const [n, d] = [rangeOf(parameters), rangeOf(tokens)];
  return { low: 6 * n.low * d.low, likely: 6 * n.likely * d.likely, high: 6 * n.high * d.high };
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

function syntheticData(read: FactReader, worked: OpsRange | null): SyntheticData | null {
  const share = read.figure('syntheticShare');
  if (share === null) return null;
  return {
    shareOfOperations: share,
    dataPublished: read.yesNo('syntheticDataPublished'),
    generators: [
      {
        weightsPublished: read.yesNo('generatorWeightsPublished'),
        trainingOperations: read.figure('generatorTrainingOperations'),
        generationOperations: read.figure('generationOperations') ?? worked,
      },
    ],
  };
}
