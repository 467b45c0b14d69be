import { z } from 'zod';

/** Where a figure comes from. Each kind carries a default uncertainty factor in the engine; `measured` and `exact` are the narrowest. */
export const FigureSource = z.enum(['exact', 'measured', 'disclosed', 'reported', 'inferred', 'rumoured', 'default', 'unknown']);
export type FigureSource = z.infer<typeof FigureSource>;

/** Closed list of units. `unknown` is an answer: the estimator refuses to guess what a data set counts. */
export const QuantityUnit = z.enum([
  'parameters',
  'tokens',
  'examples',
  'images',
  'patches',
  'frames',
  'steps',
  'pixels',
  'characters',
  'words',
  'epochs',
  'chips',
  'hours',
  'chipHours',
  'flop',
  'flopPerSecond',
  'fraction',
  'ratio',
  'kilowattHours',
  'watts',
  'money',
  'moneyPerChipHour',
  'count',
  'unknown',
]);
export type QuantityUnit = z.infer<typeof QuantityUnit>;

/** One figure as the user gave it. */
export const Quantity = z.strictObject({
  value: z.number().nonnegative(),
  unit: QuantityUnit,
  source: FigureSource.optional(),
  /** Uncertainty as a factor either way, 1 = exact. Overrides the default of `source`. */
  factor: z.number().min(1).max(1e6).optional(),
  /** Document, person or line the figure was read from. */
  note: z.string().max(500).optional(),
});
export type Quantity = z.infer<typeof Quantity>;

/** What kind of model it is. Decides whether "data-set size" can be read as units that pass through all weights. */
export const ModelDomain = z.enum([
  'language',
  'multimodal',
  'vision',
  'imageGeneration',
  'video',
  'speech',
  'audio',
  'biology',
  'games',
  'robotics',
  'earthScience',
  'recommendation',
  'other',
]);
export type ModelDomain = z.infer<typeof ModelDomain>;

/** How weights and data meet. `other` covers convolutional, recurrent and diffusion nets, where 6ND holds only for units that pass through all weights. */
export const NetworkShape = z.enum(['decoder', 'encoder', 'encoderDecoder', 'recurrent', 'convolutional', 'diffusion', 'other', 'unknown']);
export type NetworkShape = z.infer<typeof NetworkShape>;

/** Attention correction, `12 × layers × width × context × D`; halved when only the causal half is counted. */
export const AttentionInputs = z.strictObject({
  on: z.boolean(),
  layers: Quantity.optional(),
  width: Quantity.optional(),
  contextLength: Quantity.optional(),
  causalHalf: z.boolean(),
});
export type AttentionInputs = z.infer<typeof AttentionInputs>;

/** Embedding correction: takes the input look-up table (vocabulary × width) out of N. */
export const EmbeddingInputs = z.strictObject({
  on: z.boolean(),
  vocabulary: Quantity.optional(),
  width: Quantity.optional(),
  tied: z.boolean(),
});
export type EmbeddingInputs = z.infer<typeof EmbeddingInputs>;

/** One side of an encoder-decoder: its weights and the units that pass through them. */
export const SideInputs = z.strictObject({ parameters: Quantity.optional(), units: Quantity.optional() });
export type SideInputs = z.infer<typeof SideInputs>;

/** Operation count. `forwardOpsPerUnit` replaces 2N where the maker publishes it. */
export const CountInputs = z.strictObject({
  on: z.boolean().optional(),
  shape: NetworkShape.optional(),
  parameters: Quantity.optional(),
  /** Parameters that take part in each token (mixture of experts). Used in place of `parameters`. */
  activeParameters: Quantity.optional(),
  isMixtureOfExperts: z.boolean().optional(),
  forwardOpsPerUnit: Quantity.optional(),
  dataset: Quantity.optional(),
  /** Turns examples, images or clips into units that pass through all weights. */
  unitsPerExample: Quantity.optional(),
  epochs: Quantity.optional(),
  /** Optimiser steps × sequences a step × tokens a sequence, instead of `dataset`; they already include epochs. */
  steps: Quantity.optional(),
  batchTokens: Quantity.optional(),
  /** Encoder-decoder only. */
  encoder: SideInputs.optional(),
  decoder: SideInputs.optional(),
  attention: AttentionInputs.optional(),
  embedding: EmbeddingInputs.optional(),
});
export type CountInputs = z.infer<typeof CountInputs>;

/** Peak rate of one chip for the number format of the matrix multiplies. */
export const PeakRate = z.strictObject({
  /** FLOP/s of one chip. */
  rate: Quantity,
  /** `fp16`, `bf16`, `fp8`, `tf32`, `fp32`, `int8`, ... Absent when it was not said. */
  format: z.string().max(20).optional(),
  formatAssumed: z.boolean().optional(),
  /** Rate of the other usual format where the format is assumed and could as well be that one; widens the range downwards. */
  rateIfOtherFormat: z.number().positive().optional(),
  chip: z.string().max(200).optional(),
  /** Dense rates from the catalogue for the same chip, FLOP/s by format: catches a sparse figure or a wrong format. */
  catalogueDense: z.record(z.string().max(20), z.number().positive()).optional(),
});
export type PeakRate = z.infer<typeof PeakRate>;

/** Share of the peak used. `hfu` counts recomputed activations too and so overstates model operations. */
export const Utilisation = z.strictObject({ value: Quantity, basis: z.enum(['mfu', 'hfu']) });
export type Utilisation = z.infer<typeof Utilisation>;

export const HardwareInputs = z.strictObject({
  on: z.boolean().optional(),
  chips: Quantity.optional(),
  /** Wall-clock hours of the run. */
  hours: Quantity.optional(),
  /** Chip-hours, instead of chips × hours. */
  chipHours: Quantity.optional(),
  peak: PeakRate.optional(),
  utilisation: Utilisation.optional(),
  /** Share of chip-hours that went to failures, restarts and evaluation. */
  lostShare: Quantity.optional(),
  recomputesActivations: z.boolean().optional(),
});
export type HardwareInputs = z.infer<typeof HardwareInputs>;

export const EnergyInputs = z.strictObject({
  on: z.boolean().optional(),
  energy: Quantity.optional(),
  /** Board power of one chip, W. */
  chipPower: Quantity.optional(),
  /** Server and building overhead on top of chip power, for example 1.5. */
  overhead: Quantity.optional(),
  peak: PeakRate.optional(),
  utilisation: Utilisation.optional(),
});
export type EnergyInputs = z.infer<typeof EnergyInputs>;

export const CostInputs = z.strictObject({
  on: z.boolean().optional(),
  spend: Quantity.optional(),
  pricePerChipHour: Quantity.optional(),
  /** Of both figures, for the arithmetic: `USD`. */
  currency: z.string().max(10).optional(),
  peak: PeakRate.optional(),
  utilisation: Utilisation.optional(),
});
export type CostInputs = z.infer<typeof CostInputs>;

/** LoRA and other adapters: forward and activation-backward over all weights, weight gradients for the trained ones only. */
export const AdapterInputs = z.strictObject({
  on: z.boolean().optional(),
  allParameters: Quantity.optional(),
  trainedParameters: Quantity.optional(),
  tokens: Quantity.optional(),
  epochs: Quantity.optional(),
});
export type AdapterInputs = z.infer<typeof AdapterInputs>;

export const ReinforcementInputs = z.strictObject({
  on: z.boolean().optional(),
  activeParameters: Quantity.optional(),
  rollouts: Quantity.optional(),
  tokensPerRollout: Quantity.optional(),
  /** Tokens that the update passes see; rollouts × tokens when absent. */
  updateTokens: Quantity.optional(),
  rewardParameters: Quantity.optional(),
  referenceParameters: Quantity.optional(),
});
export type ReinforcementInputs = z.infer<typeof ReinforcementInputs>;

export const SyntheticDataInputs = z.strictObject({
  on: z.boolean().optional(),
  generatorParameters: Quantity.optional(),
  /** All tokens generated, kept or not. */
  tokensGenerated: Quantity.optional(),
  /** Operations of the generation as stated; stands in place of the two figures. */
  operations: Quantity.optional(),
});
export type SyntheticDataInputs = z.infer<typeof SyntheticDataInputs>;

export const InferenceInputs = z.strictObject({
  activeParameters: Quantity,
  requestsPerMonth: Quantity,
  tokensPerRequest: Quantity,
  samplesPerRequest: Quantity.optional(),
});
export type InferenceInputs = z.infer<typeof InferenceInputs>;

/** A parent of the model. `derivedFrom` adds its compute to the total; `distilledFrom` adds teacher inference only; `mergedFrom` adds each parent once. */
export const LineageLink = z.strictObject({
  relation: z.enum(['derivedFrom', 'distilledFrom', 'mergedFrom']),
  parent: z.string().max(200),
  /** Tokens the teacher generated, for `distilledFrom`. */
  teacherTokens: Quantity.optional(),
  teacherParameters: Quantity.optional(),
});
export type LineageLink = z.infer<typeof LineageLink>;

/** One model of the graph with its own compute, without its parents'. */
export const LineageNode = z.strictObject({
  id: z.string().max(200),
  name: z.string().max(300),
  /** Own training compute in operations; absent when nobody knows. */
  own: z.strictObject({ low: z.number().nonnegative(), likely: z.number().nonnegative(), high: z.number().nonnegative() }).optional(),
  links: z.array(LineageLink).max(20),
});
export type LineageNode = z.infer<typeof LineageNode>;

export const LineageInputs = z.strictObject({
  links: z.array(LineageLink).max(20),
  /** Ancestors by id; parents not listed here count as unknown. */
  ancestors: z.array(LineageNode).max(200),
  /** Own compute as published (fine-tuning FLOP), used when no method can work it out. */
  ownReported: Quantity.optional(),
  /** Share of the base that makes a modifier a provider; comes from the rule pack, not from the engine. */
  shareLimit: z.number().positive().optional(),
});
export type LineageInputs = z.infer<typeof LineageInputs>;

/** Everything the estimator can use. A section that is absent is not tried; one that lacks a figure is refused and says which. */
export const ComputeInputs = z.strictObject({
  domains: z.array(ModelDomain).max(13).optional(),
  /** Total as measured by profiler counters or stated by the maker, in operations. */
  measured: Quantity.optional(),
  count: CountInputs.optional(),
  hardware: HardwareInputs.optional(),
  energy: EnergyInputs.optional(),
  cost: CostInputs.optional(),
  adapter: AdapterInputs.optional(),
  reinforcement: ReinforcementInputs.optional(),
  syntheticData: z.array(SyntheticDataInputs).max(20).optional(),
  lineage: LineageInputs.optional(),
  inference: InferenceInputs.optional(),
});
export type ComputeInputs = z.infer<typeof ComputeInputs>;
