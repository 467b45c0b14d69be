import { z } from 'zod';
import { FigureSource } from './compute-inputs.ts';
import { TraceValue } from './finding.ts';

/** Bounds of a number of operations (FLOP, never FLOP/s). `low ≤ likely ≤ high`. */
export const OpsRange = z.strictObject({ low: z.number(), likely: z.number(), high: z.number() });
export type OpsRange = z.infer<typeof OpsRange>;

export const ComputeMethod = z.enum([
  'measured',
  'operationCount',
  'hardwareTime',
  'energy',
  'cost',
  'adapter',
  'reportedOwn',
  'reinforcement',
]);
export type ComputeMethod = z.infer<typeof ComputeMethod>;

/** About 3, 10 and 30 times either way. */
export const ConfidenceWord = z.enum(['confident', 'likely', 'speculative']);
export type ConfidenceWord = z.infer<typeof ConfidenceWord>;

/** One line of arithmetic. Label text: `compute.line.<id>`. */
export const BreakdownLine = z.strictObject({
  id: z.string().max(60),
  /** Worked arithmetic with plain operators: `6 × 4.05e11 × 1.56e13 = 3.79e25`. */
  arithmetic: z.string().max(400),
  value: z.number(),
  unit: z.string().max(30),
  /** Paths of the inputs read, for example `count.parameters`. */
  inputs: z.array(z.string().max(80)),
  /** Uncertainty factor this line brings, 1 = exact. */
  factor: z.number().min(1),
  /** Corrections can be switched; others are always on. A line that is off shows its value without adding it. */
  state: z.enum(['fixed', 'on', 'off']),
});
export type BreakdownLine = z.infer<typeof BreakdownLine>;

/**
 * Message without its sentence: text key `compute.warning.<code>`, filled with `params`.
 * A `note` states an assumption; a `warning` says that a figure or the result may be wrong.
 */
export const ComputeMessage = z.strictObject({
  code: z.string().max(60),
  severity: z.enum(['note', 'warning']),
  params: z.record(z.string(), TraceValue),
});
export type ComputeMessage = z.infer<typeof ComputeMessage>;

export const MethodResult = z.strictObject({
  method: ComputeMethod,
  low: z.number(),
  likely: z.number(),
  high: z.number(),
  /** Combined uncertainty factor, `exp(√Σ ln²f)`. */
  factor: z.number().min(1),
  lines: z.array(BreakdownLine),
  /** Worked out but not used for the total; `excludedBecause` is a message code. */
  excluded: z.boolean(),
  excludedBecause: z.string().max(60).optional(),
});
export type MethodResult = z.infer<typeof MethodResult>;

/** Answer a person could give that would open or narrow the estimate. Text key `compute.question.<code>`. */
export const ComputeQuestion = z.strictObject({
  code: z.string().max(60),
  /** Input path that the answer fills. */
  input: z.string().max(80),
  /** How much of the spread (in log terms, 0 to 1) the answer could remove; 1 where nothing can be said without it. */
  effect: z.number().min(0).max(1),
});
export type ComputeQuestion = z.infer<typeof ComputeQuestion>;

/** Why no figure is given. Text key `compute.refusal.<code>`; `missing` are input paths to fill. */
export const ComputeRefusal = z.strictObject({
  code: z.string().max(60),
  params: z.record(z.string(), TraceValue),
  missing: z.array(z.string().max(80)),
});
export type ComputeRefusal = z.infer<typeof ComputeRefusal>;

/** A part of the total, so that base, own and post-training compute stay apart. */
export const ComputePart = z.strictObject({
  id: z.enum(['own', 'base', 'teacher', 'syntheticData', 'reinforcement', 'fineTuning']),
  /** Name of the ancestor or generator, where the part belongs to one. */
  of: z.string().max(300).optional(),
  range: OpsRange.nullable(),
  lines: z.array(BreakdownLine),
  /** Worked out but not added to the total; a message code. */
  excludedBecause: z.string().max(60).optional(),
  /** Why a part that was entered has no range. The total is refused then: leaving it out would understate it. */
  refusal: ComputeRefusal.optional(),
});
export type ComputePart = z.infer<typeof ComputePart>;

/** Own compute against the base model's: the share test of the rule pack, three-valued. */
export const ShareOfBase = z.strictObject({
  ratio: OpsRange,
  limit: z.number().optional(),
  position: z.enum(['below', 'straddles', 'above']).optional(),
});
export type ShareOfBase = z.infer<typeof ShareOfBase>;

/** How sure one input is: its factor either way (1 = exact), from the figure itself or from its source. */
export const ComputeFigure = z.strictObject({
  /** Path in ComputeInputs. */
  input: z.string().max(80),
  source: FigureSource,
  factor: z.number().min(1),
});
export type ComputeFigure = z.infer<typeof ComputeFigure>;

const shared = {
  formulaVersion: z.string().max(20),
  methods: z.array(MethodResult),
  /** Every figure that was entered, used or not. */
  figures: z.array(ComputeFigure),
  /** Largest over smallest likely value of the independent methods; absent with fewer than two. */
  ratio: z.number().min(1).optional(),
  parts: z.array(ComputePart),
  share: ShareOfBase.optional(),
  /** Monthly inference operations, beside training and never inside it. */
  inferencePerMonth: OpsRange.optional(),
  warnings: z.array(ComputeMessage),
  questions: z.array(ComputeQuestion),
};

/** Whole answer for one model. Pure function of its inputs. */
export const ComputeEstimate = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('estimated'),
    low: z.number(),
    likely: z.number(),
    high: z.number(),
    confidence: ConfidenceWord,
    /** Method whose likely value stands as the point. */
    chosen: ComputeMethod,
    ...shared,
  }),
  z.strictObject({ status: z.literal('refused'), refusal: ComputeRefusal, ...shared }),
]);
export type ComputeEstimate = z.infer<typeof ComputeEstimate>;

/** A number of operations that a rule, a guide or a company uses. Comes from packs. */
export const ComputeThreshold = z.strictObject({
  id: z.string().max(120),
  ops: z.number().positive(),
  /** `above`: the text says "more than"; `atOrAbove`: it says "or more". */
  edge: z.enum(['above', 'atOrAbove']),
});
export type ComputeThreshold = z.infer<typeof ComputeThreshold>;

/** Three-valued comparison; a point value alone never decides. */
export const ThresholdComparison = z.strictObject({
  id: z.string().max(120),
  ops: z.number().positive(),
  position: z.enum(['below', 'straddles', 'above', 'unknown']),
  /** Distance of the settled end: low / limit when above, limit / high when below, absent when open. */
  times: z.number().optional(),
  /** Input path whose answer would narrow the range most, when it straddles. */
  settledBy: z.string().max(80).optional(),
});
export type ThresholdComparison = z.infer<typeof ThresholdComparison>;

/** A figure found in a pasted log. `input` is the path in ComputeInputs that it would fill. */
export const LogCandidate = z.strictObject({
  input: z.string().max(80),
  value: z.number(),
  unit: z.string().max(30),
  /** 1-based line it came from and that line's text, cut to 200 characters. */
  line: z.int().positive(),
  text: z.string().max(200),
  /** Words found instead of or beside a number: the chip's name, the number format. */
  name: z.string().max(200).optional(),
  /** Worked out from several lines; then `arithmetic` says how. */
  arithmetic: z.string().max(300).optional(),
});
export type LogCandidate = z.infer<typeof LogCandidate>;
