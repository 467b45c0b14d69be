import { z } from 'zod';
import { ComputeMessage } from './compute.ts';
import { Tri } from './finding.ts';

/** Peak rate for one number format. */
export const ChipRate = z.strictObject({
  format: z.string().min(1).max(20),
  /** Largest input bit length of the multiplication. */
  bitLength: z.number().positive().max(1024),
  /** 10^12 operations a second without sparsity; a multiply-accumulate counts as two. */
  denseTeraOps: z.number().nonnegative().max(1e9),
  /** Said to be a sparse figure by the user or the data sheet. It is never used for TPP. */
  isSparse: z.boolean().optional(),
});
export type ChipRate = z.infer<typeof ChipRate>;

/** One kind of processing unit in the package or on the board. */
export const ChipPart = z.strictObject({
  name: z.string().max(200).optional(),
  count: z.int().positive().max(10_000),
  rates: z.array(ChipRate).max(40),
  /** Logic dies made with non-planar transistors, one unit, mm². `null` = not public. */
  dieAreaMm2: z.number().positive().max(1e6).nullable(),
});
export type ChipPart = z.infer<typeof ChipPart>;

/** What the chip calculator needs. All figures can be edited by the user. */
export const ChipFigures = z.strictObject({
  name: z.string().max(300),
  parts: z.array(ChipPart).min(1).max(50),
  /** Other published die areas, for the sensitivity note. */
  otherDieAreasMm2: z.array(z.number().positive()).max(20).optional(),
  nonPlanar: Tri.optional(),
  forDataCentres: z.enum(['yes', 'no', 'needsDecision', 'unknown']).optional(),
  /** Total DRAM bandwidth, GB/s. */
  memoryBandwidthGbS: z.number().nonnegative().nullable().optional(),
  /** Package area of the memory, mm², for memory bandwidth density. */
  memoryPackageAreaMm2: z.number().positive().nullable().optional(),
  /** Links to other chips, both directions summed, GB/s. */
  interconnectGbS: z.number().nonnegative().nullable().optional(),
  powerW: z.number().positive().nullable().optional(),
  powerScope: z.enum(['chip', 'board', 'system']).optional(),
  /** Dense rates of the same product in the catalogue, by format, tera-operations a second. */
  catalogueDense: z.record(z.string().max(20), z.number().positive()).optional(),
});
export type ChipFigures = z.infer<typeof ChipFigures>;

export const ChipQuantity = z.enum([
  'tpp',
  'performanceDensity',
  'memoryBandwidthDensity',
  'opsPerSecondPerWatt',
  'memoryBandwidth',
  'interconnect',
  'memoryPlusInterconnect',
  'peakTeraOps',
]);
export type ChipQuantity = z.infer<typeof ChipQuantity>;

/** A single number to stand beside the chip's. Comes from packs; the engine knows none. */
export const ChipLimit = z.strictObject({ id: z.string().max(120), quantity: ChipQuantity, limit: z.number().positive() });
export type ChipLimit = z.infer<typeof ChipLimit>;

/** A paragraph whose conditions must all hold, such as "TPP ≥ x and density ≥ y and < z". */
export const ChipTier = z.strictObject({
  id: z.string().max(120),
  conditions: z
    .array(
      z.strictObject({
        quantity: ChipQuantity,
        atLeast: z.number().positive().optional(),
        above: z.number().positive().optional(),
        below: z.number().positive().optional(),
      }),
    )
    .min(1)
    .max(10),
});
export type ChipTier = z.infer<typeof ChipTier>;

export const ChipLimitResult = z.strictObject({
  id: z.string().max(120),
  quantity: ChipQuantity,
  limit: z.number(),
  /** `null` when the figures do not give it. */
  value: z.number().nullable(),
  /** value / limit. */
  ratio: z.number().nullable(),
  withinTwoPercent: z.boolean(),
  /** Exactly on the limit: what "or more" means decides. */
  onLimit: z.boolean(),
  /** Die area at which a density limit is met exactly, mm². */
  flipsAtDieAreaMm2: z.number().optional(),
});
export type ChipLimitResult = z.infer<typeof ChipLimitResult>;

/** Range of die areas, mm²; an absent end is open. `toInclusive`: a density of exactly the limit still meets "or more". */
export const DieAreaRange = z.strictObject({
  from: z.number().optional(),
  fromInclusive: z.boolean(),
  to: z.number().optional(),
  toInclusive: z.boolean(),
});
export type DieAreaRange = z.infer<typeof DieAreaRange>;

export const ChipTierResult = z.strictObject({
  id: z.string().max(120),
  holds: Tri,
  /** Die areas that would make it hold. Absent when die area plays no part; `never` when no area would. */
  dieArea: z.union([DieAreaRange, z.literal('never'), z.literal('any')]).optional(),
  /** Quantities the figures do not give. */
  missing: z.array(ChipQuantity),
});
export type ChipTierResult = z.infer<typeof ChipTierResult>;

export const ChipFormatResult = z.strictObject({
  format: z.string().max(20),
  bitLength: z.number(),
  teraOps: z.number(),
  teraOpsTimesBits: z.number(),
  deciding: z.boolean(),
  arithmetic: z.string().max(300),
});
export type ChipFormatResult = z.infer<typeof ChipFormatResult>;

/** Computed value with its worked arithmetic. */
export const WorkedValue = z.strictObject({ value: z.number(), arithmetic: z.string().max(400) });
export type WorkedValue = z.infer<typeof WorkedValue>;

export const ChipResult = z.strictObject({
  tpp: WorkedValue.nullable(),
  decidingFormat: z.string().max(20).nullable(),
  perFormat: z.array(ChipFormatResult),
  /** Sum over the parts, mm²; `null` when any part's area is unknown. */
  dieAreaMm2: z.number().nullable(),
  performanceDensity: WorkedValue.nullable(),
  memoryBandwidthDensity: WorkedValue.nullable(),
  opsPerSecondPerWatt: WorkedValue.nullable(),
  /** Fastest rate of any format, 10^12 operations a second. */
  peakTeraOps: z.number().nullable(),
  limits: z.array(ChipLimitResult),
  tiers: z.array(ChipTierResult),
  warnings: z.array(ComputeMessage),
});
export type ChipResult = z.infer<typeof ChipResult>;
