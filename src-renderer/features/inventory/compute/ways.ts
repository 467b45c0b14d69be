import { assetField, type Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeEstimate, ComputeMethod, ComputePart } from '../../../../src-shared/model/compute.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import type { ProductText } from '../../../ui/index.ts';
import { type ComputeField, numberOf, textOf } from './fields.ts';

export const wayIds = ['reinforcement', 'syntheticData', 'teacher', 'adapter', 'corrections', 'run', 'energy', 'cost'] as const;
export type WayId = (typeof wayIds)[number];

/** A way to count that few models need: its inputs, and where its answer stands in the estimate. */
export interface Way {
  readonly id: WayId;
  readonly figures: readonly ComputeField[];
  /** Facts that are switched on or off. */
  readonly switches: readonly string[];
  readonly choices: readonly string[];
  readonly texts: readonly (Pick<ComputeField, 'id'> & { readonly example: string })[];
  readonly method?: ComputeMethod;
  readonly part?: ComputePart['id'];
  /** Whether this version could have it at all. */
  readonly suits?: (facts: Facts) => boolean;
}

const way = (one: Pick<Way, 'id' | 'figures'> & Partial<Way>): Way => ({ switches: [], choices: [], texts: [], ...one });

export const ways: readonly Way[] = [
  way({
    id: 'reinforcement',
    part: 'reinforcement',
    figures: [
      { id: 'rlRollouts', input: 'reinforcement.rollouts', unit: '', example: '2e6' },
      { id: 'rlTokensPerRollout', input: 'reinforcement.tokensPerRollout', unit: 'tokens', example: '4,000' },
      { id: 'rlUpdateTokens', input: 'reinforcement.updateTokens', unit: '' },
      { id: 'rlParameters', input: 'reinforcement.activeParameters', unit: '', example: '70B' },
      { id: 'rlRewardParameters', input: 'reinforcement.rewardParameters', unit: '', example: '7B' },
      { id: 'rlReferenceParameters', input: 'reinforcement.referenceParameters', unit: '', example: '70B' },
    ],
  }),
  way({
    id: 'syntheticData',
    part: 'syntheticData',
    figures: [
      { id: 'generatorParameters', input: 'syntheticData.0.generatorParameters', unit: '', example: '70B' },
      { id: 'generatedTokens', input: 'syntheticData.0.tokensGenerated', unit: 'tokens', example: '2T' },
      { id: 'generationOperations', input: 'syntheticData.0.operations', unit: 'FLOP', example: '2.8e23' },
    ],
  }),
  way({
    id: 'teacher',
    part: 'teacher',
    suits: (facts) => textOf(facts, 'originType') === 'distilled',
    figures: [
      { id: 'teacherParameters', input: 'lineage.links.0.teacherParameters', unit: '', example: '405B' },
      { id: 'teacherTokens', input: 'lineage.links.0.teacherTokens', unit: 'tokens', example: '500B' },
    ],
  }),
  way({
    id: 'adapter',
    method: 'adapter',
    suits: (facts) => textOf(facts, 'originType') === 'fineTuned',
    choices: ['fineTuneMethod'],
    figures: [{ id: 'adapterParameters', input: 'adapter.trainedParameters', unit: '', example: '160M' }],
  }),
  way({
    id: 'corrections',
    method: 'operationCount',
    suits: (facts) => textOf(facts, 'architecture') !== 'encoderDecoder',
    figures: [
      { id: 'networkLayers', input: 'count.attention.layers', unit: '', example: '80' },
      { id: 'networkWidth', input: 'count.attention.width', unit: '', example: '8,192' },
      { id: 'contextLength', input: 'count.attention.contextLength', unit: 'tokens', example: '8,192' },
      { id: 'vocabularySize', input: 'count.embedding.vocabulary', unit: '', example: '128,000' },
    ],
    switches: ['attentionCounted', 'attentionCausalHalf', 'embeddingCounted', 'embeddingTied'],
  }),
  way({
    id: 'run',
    method: 'hardwareTime',
    choices: ['utilisationBasis'],
    figures: [
      { id: 'chipHours', input: 'hardware.chipHours', unit: 'h', example: '8.1e6' },
      { id: 'lostShare', input: 'hardware.lostShare', unit: '', max: 1, example: '0.1' },
      { id: 'chipPeakRate', input: 'hardware.peak', unit: 'TFLOP/s', example: '989.4' },
    ],
  }),
  way({
    id: 'energy',
    method: 'energy',
    figures: [
      { id: 'energyKwh', input: 'energy.energy', unit: 'kWh', example: '5.4e6' },
      { id: 'chipPower', input: 'energy.chipPower', unit: 'W', example: '700' },
      { id: 'powerOverhead', input: 'energy.overhead', unit: '×', min: 1 },
    ],
  }),
  way({
    id: 'cost',
    method: 'cost',
    figures: [
      { id: 'trainingCost', input: 'cost.spend', unit: '', example: '60e6' },
      { id: 'chipHourPrice', input: 'cost.pricePerChipHour', unit: '', example: '2.20' },
    ],
    texts: [{ id: 'costCurrency', example: 'USD' }],
  }),
];

/** Facts that a way asks for. */
export const factsOf = (one: Way): readonly string[] => [
  ...one.figures.map((field) => field.id),
  ...one.switches,
  ...one.choices,
  ...one.texts.map((field) => field.id),
];

/** How many of its facts were said; those asked elsewhere do not count. */
export const givenIn = (one: Way, facts: Facts): number =>
  factsOf(one).filter((id) => facts[id] !== undefined && assetField(id)?.group !== 'identity' && id !== 'fineTuneMethod').length;

/** What an empty field stands for: what the estimator takes in its place, or an example. */
export function placeholderOf(t: ProductText, field: ComputeField, facts: Facts, estimate: ComputeEstimate | undefined): string {
  const figure = (id: string) => numberOf(facts, id);
  if (field.id === 'rlParameters') {
    const own = figure('parametersActive') ?? (textOf(facts, 'architecture') === 'mixtureOfExperts' ? null : figure('parametersTotal'));
    if (own !== null) return t('compute.ways.sameAsModel', { parameters: compact(t, own) });
  }
  if (field.id === 'rlUpdateTokens') return t('compute.ways.sameAsRollouts');
  if (field.id === 'powerOverhead') return t('compute.ways.usualOverhead');
  const isTaken = estimate?.figures.some((one) => one.input === field.input) === true && facts[field.id] === undefined;
  if (field.id === 'chipPower' && isTaken) return t('compute.ways.fromCatalogue');
  return field.example === undefined ? '' : t('compute.ways.example', { example: field.example });
}

const compact = (t: ProductText, value: number): string =>
  value < 1e3 ? formatQuantity(value, t.locale) : value.toLocaleString(t.locale, { notation: 'compact', maximumSignificantDigits: 3 });
