import { z } from 'zod';
import { Accelerator } from '../formats/accelerator-catalogue.ts';
import { ChipChecks } from '../formats/chip-checks.ts';
import { Facts } from '../model/asset-fields.ts';
import { Citation } from '../model/citation.ts';
import { ComputeEstimate, ComputeMessage, LogCandidate, ThresholdComparison } from '../model/compute.ts';
import { ChipFigures, ChipLimit, ChipResult, ChipTier } from '../model/compute-chip.ts';
import { ComputeInputs } from '../model/compute-inputs.ts';
import { IsoDate } from '../model/dates.ts';
import { Enforcement, TextStatus } from '../model/finding.ts';
import { query } from './kernel.ts';

/** Where a line of a chart or a limit comes from: pack, entry, and how the rule stands on the day. */
export const LimitOrigin = z.strictObject({
  pack: z.string().max(80),
  packTitle: z.string().max(200),
  entry: z.string().max(160),
  limb: z.string().max(40),
  title: z.string().max(300),
  isLaw: z.boolean(),
  isExportControl: z.boolean(),
  textStatus: TextStatus,
  enforcement: Enforcement,
  citation: Citation,
});
export type LimitOrigin = z.infer<typeof LimitOrigin>;

/** A number of operations from a pack with the estimate's place against it. */
export const ThresholdLine = z.strictObject({ comparison: ThresholdComparison, origin: LimitOrigin });
export type ThresholdLine = z.infer<typeof ThresholdLine>;

/** Share of the base's compute from a pack, as the modifier test uses it. */
export const EstimateAnswer = z.strictObject({ on: IsoDate, estimate: ComputeEstimate, thresholds: z.array(ThresholdLine) });
export type EstimateAnswer = z.infer<typeof EstimateAnswer>;

export const ChipAnswer = z.strictObject({
  on: IsoDate,
  result: ChipResult,
  /** Limits and paragraphs that were compared, by the ids used in `result`. */
  limits: z.array(ChipLimit.extend({ origin: LimitOrigin })),
  tiers: z.array(ChipTier.extend({ origin: LimitOrigin })),
  /** Reported figures of company letters: `result.limits` of the same ids, labelled apart from law. */
  letters: ChipChecks,
});
export type ChipAnswer = z.infer<typeof ChipAnswer>;

export const CatalogueMatch = z.strictObject({
  accelerator: Accelerator,
  score: z.number(),
  /** Text key `catalogue.match.<reason>`. */
  reason: z.enum(['sameName', 'sameChip', 'partOfName', 'spelling', 'extraWords']),
  unexplained: z.array(z.string()),
});
export type CatalogueMatch = z.infer<typeof CatalogueMatch>;

export const CatalogueSearch = z.strictObject({
  /** `one`, `several` variants, only `close` by spelling or part of the name, or `none`. */
  status: z.enum(['one', 'several', 'close', 'none']),
  matches: z.array(CatalogueMatch),
  /** Notice to show where the figures are shown. */
  attribution: z.array(z.strictObject({ text: z.string(), url: z.string(), licence: z.string() })),
  version: z.string(),
  asOf: IsoDate,
});
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;

export const ChipLandmark = z.strictObject({
  id: z.string().max(60),
  vendor: z.string().max(80),
  name: z.string().max(120),
  tpp: z.number(),
  performanceDensity: z.number(),
});
export type ChipLandmark = z.infer<typeof ChipLandmark>;

const Unit = z.string().max(40);

export const computeMethods = {
  /** Estimates training compute from what was entered and places it against the packs' numbers on the day. Stores nothing. */
  'compute.estimate': query(z.strictObject({ inputs: ComputeInputs, on: IsoDate.optional() }), EstimateAnswer, ['rulepacks', 'settings']),
  /** The same for the facts of a model version, read as the register reads them: wizard, tab and stored finding agree. */
  'compute.estimateFacts': query(z.strictObject({ facts: Facts, on: IsoDate.optional() }), EstimateAnswer, ['rulepacks', 'settings']),
  /** Works out a chip's figures and places them against the packs' limits on the day. Stores nothing. */
  'compute.chip': query(z.strictObject({ figures: ChipFigures, on: IsoDate.optional() }), ChipAnswer, ['rulepacks', 'settings']),
  /** Reads a pasted run log, trainer state or run summary. Nothing is taken over by itself: each figure names its line. */
  'compute.parseRunLog': query(
    z.strictObject({ text: z.string().max(2_000_000) }),
    z.strictObject({ candidates: z.array(LogCandidate), notes: z.array(ComputeMessage) }),
  ),
  /** Reads a quantity as typed. `value` null: `message` says why. */
  'compute.readQuantity': query(
    z.strictObject({ text: z.string().max(200), wanted: Unit.optional(), decimal: z.enum(['point', 'comma']).optional() }),
    z.strictObject({
      value: z.number().nullable(),
      unit: Unit.nullable(),
      message: ComputeMessage.nullable(),
      notes: z.array(ComputeMessage),
    }),
  ),
  /** Finds accelerators by name, maker or alias; an empty text lists all. */
  'catalogue.search': query(z.strictObject({ text: z.string().max(200), limit: z.int().positive().max(500).optional() }), CatalogueSearch, [
    'catalogues',
  ]),
  'catalogue.get': query(z.strictObject({ id: z.string().max(60) }), Accelerator.nullable(), ['catalogues']),
  /** TPP and density of every product of the catalogue whose figures are public, to set a chip among known ones. */
  'catalogue.landmarks': query(z.strictObject({}), z.array(ChipLandmark), ['catalogues']),
};
