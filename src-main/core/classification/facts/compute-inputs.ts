import type { Facts, SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import type {
  ComputeInputs,
  FigureSource,
  ModelDomain,
  NetworkShape,
  Quantity,
  QuantityUnit,
} from '../../../../src-shared/model/compute-inputs.ts';
import { factReader } from './read.ts';

/** Dense peak rate of a named chip for a number format, operations a second; the accelerator catalogue answers. */
export type ChipRates = (
  chipName: string,
  format: string | undefined,
) =>
  | {
      readonly chip: string;
      readonly rate: number;
      readonly format: string;
      readonly isAssumed: boolean;
      readonly dense: Readonly<Record<string, number>>;
      /** Rate of the other format that the run may have used; only where the format is assumed. */
      readonly ifOtherFormat?: number;
      /** Board power of one chip, W. */
      readonly powerW?: number;
    }
  | undefined;

const sourceOf: Readonly<Record<SourceKind, FigureSource>> = {
  measured: 'measured',
  vendor: 'disclosed',
  contract: 'disclosed',
  published: 'disclosed',
  inferred: 'inferred',
  rumoured: 'rumoured',
  stated: 'reported',
};

const domainOf: Readonly<Record<string, ModelDomain>> = {
  language: 'language',
  vision: 'vision',
  audio: 'audio',
  video: 'video',
  imageGeneration: 'imageGeneration',
  videoGeneration: 'video',
  action: 'robotics',
  biology: 'biology',
};

const shapeOf: Readonly<Record<string, NetworkShape>> = {
  denseTransformer: 'decoder',
  mixtureOfExperts: 'decoder',
  encoderDecoder: 'encoderDecoder',
  diffusion: 'diffusion',
  convolutional: 'convolutional',
  recurrent: 'recurrent',
  stateSpace: 'decoder',
  classical: 'other',
  other: 'other',
};

/** What the compute engine needs from the facts of a model version. Sections without their facts are left out. */
export function computeInputsOf(facts: Facts, ratesOf: ChipRates): ComputeInputs {
  const read = factReader(facts);
  const figure = (field: string, unit: QuantityUnit): Quantity | undefined => quantity(facts, field, unit);
  const domains = (read.list('modalities') ?? []).flatMap((modality) => domainOf[modality] ?? []);
  const measured = figure('trainingOperations', 'flop');
  const architecture = read.text('architecture');
  const tokens = figure('trainingTokens', 'tokens');
  const parameters = figure('parametersTotal', 'parameters');
  const activeParameters = figure('parametersActive', 'parameters');
  const epochs = figure('epochs', 'epochs');
  const isAdapter = read.text('originType') === 'fineTuned' && read.text('fineTuneMethod') === 'adapter';
  const count =
    (parameters === undefined && activeParameters === undefined) || isAdapter
      ? undefined
      : {
          ...(architecture === null ? {} : { shape: shapeOf[architecture] ?? ('unknown' as const) }),
          ...(parameters === undefined ? {} : { parameters }),
          ...(activeParameters === undefined ? {} : { activeParameters }),
          ...(architecture === 'mixtureOfExperts' ? { isMixtureOfExperts: true } : {}),
          ...(tokens === undefined ? {} : { dataset: tokens }),
          ...(epochs === undefined ? {} : { epochs }),
        };
  const hardware = hardwareSection(facts, ratesOf);
  return {
    ...(domains.length === 0 ? {} : { domains: [...new Set(domains)] }),
    ...(measured === undefined ? {} : { measured }),
    ...(count === undefined ? {} : { count }),
    ...(isAdapter && parameters !== undefined && tokens !== undefined
      ? { adapter: { allParameters: parameters, tokens, ...(epochs === undefined ? {} : { epochs }) } }
      : {}),
    ...(hardware === undefined ? {} : { hardware }),
    ...energySection(facts, ratesOf),
    // A stated total covers all stages: adding the base again would count it twice.
    ...(measured === undefined ? lineageSection(facts) : {}),
  };
}

function hardwareSection(facts: Facts, ratesOf: ChipRates): ComputeInputs['hardware'] {
  const read = factReader(facts);
  const chips = quantity(facts, 'hardwareCount', 'chips');
  const hours = quantity(facts, 'trainingHours', 'hours');
  const name = read.text('hardware');
  if (chips === undefined || hours === undefined || name === null) return undefined;
  const peak = ratesOf(name, read.text('numericalFormat') ?? undefined);
  const utilisation = quantity(facts, 'utilisation', 'fraction');
  return {
    chips,
    hours,
    ...(peak === undefined
      ? {}
      : {
          peak: {
            rate: { value: peak.rate, unit: 'flopPerSecond' as const, source: 'disclosed' as const },
            format: peak.format,
            formatAssumed: peak.isAssumed,
            ...(peak.ifOtherFormat === undefined ? {} : { rateIfOtherFormat: peak.ifOtherFormat }),
            chip: peak.chip,
            catalogueDense: { ...peak.dense },
          },
        }),
    ...(utilisation === undefined ? {} : { utilisation: { value: utilisation, basis: 'mfu' as const } }),
  };
}

/** Third route: energy used, over the power of the chip that is named. */
function energySection(facts: Facts, ratesOf: ChipRates): Pick<ComputeInputs, 'energy'> {
  const read = factReader(facts);
  const energy = quantity(facts, 'energyKwh', 'kilowattHours');
  const name = read.text('hardware');
  const peak = energy === undefined || name === null ? undefined : ratesOf(name, read.text('numericalFormat') ?? undefined);
  if (energy === undefined || peak?.powerW === undefined) return {};
  const utilisation = quantity(facts, 'utilisation', 'fraction');
  return {
    energy: {
      energy,
      chipPower: { value: peak.powerW, unit: 'watts', source: 'disclosed' },
      peak: {
        rate: { value: peak.rate, unit: 'flopPerSecond', source: 'disclosed' },
        format: peak.format,
        formatAssumed: peak.isAssumed,
        chip: peak.chip,
      },
      ...(utilisation === undefined ? {} : { utilisation: { value: utilisation, basis: 'mfu' as const } }),
    },
  };
}

/** A base that is only named or stated stands in the graph as one ancestor. */
function lineageSection(facts: Facts): Pick<ComputeInputs, 'lineage'> {
  const read = factReader(facts);
  const relation = { fineTuned: 'derivedFrom', merged: 'mergedFrom', distilled: 'distilledFrom' } as const;
  const origin = read.text('originType');
  const kind = origin === 'fineTuned' || origin === 'merged' || origin === 'distilled' ? relation[origin] : undefined;
  const own = quantity(facts, 'ownTrainingOperations', 'flop');
  if (kind === undefined) return {};
  const base = read.figure('baseModelOperations');
  const bounds =
    base === null
      ? undefined
      : typeof base === 'number'
        ? { low: base, likely: base, high: base }
        : { low: base.low, likely: base.likely ?? base.high, high: base.high };
  const name = read.text('baseModelName') ?? 'base model';
  return {
    lineage: {
      links: [{ relation: kind, parent: 'base' }],
      ancestors: [{ id: 'base', name, ...(bounds === undefined ? {} : { own: bounds }), links: [] }],
      ...(own === undefined ? {} : { ownReported: own }),
    },
  };
}

function quantity(facts: Facts, field: string, unit: QuantityUnit): Quantity | undefined {
  const fact = facts[field];
  const figure = factReader(facts).figure(field);
  if (fact?.state !== 'known' || figure === null) return undefined;
  const value = typeof figure === 'number' ? figure : (figure.likely ?? figure.high);
  if (value <= 0) return undefined;
  const source = fact.sourceKind === undefined ? undefined : sourceOf[fact.sourceKind];
  const bounded =
    typeof fact.value === 'object' && !Array.isArray(fact.value) && (fact.value.low !== undefined || fact.value.high !== undefined);
  const factor =
    typeof figure === 'number' || !bounded || figure.low <= 0 ? undefined : Math.max(value / figure.low, figure.high / value, 1);
  return { value, unit, ...(source === undefined ? {} : { source }), ...(factor === undefined ? {} : { factor: Math.min(factor, 1e6) }) };
}
