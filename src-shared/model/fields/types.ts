import { z } from 'zod';
import { IsoDate } from '../dates.ts';

/** What an organisation holds. `computer` covers assemblies, servers and clusters; `technology` covers know-how and design files. */
export const AssetKind = z.enum(['model', 'dataset', 'chip', 'computer', 'software', 'service', 'technology']);
export type AssetKind = z.infer<typeof AssetKind>;

/** Peak rate of one number format, dense (no sparsity), a multiply-accumulate counted as two operations. */
export const FormatRate = z.strictObject({
  format: z.string().min(1).max(40),
  /** Largest width of the inputs to the multiply, in bits; not of the accumulator. */
  bitLength: z.number().positive().max(1024),
  /** 10^12 operations per second. */
  denseTeraOpsPerS: z.number().nonnegative(),
});
export type FormatRate = z.infer<typeof FormatRate>;

/** A part inside a computer: a linked asset of the register, or a named part outside it. */
export const ContainedPart = z.strictObject({
  assetId: z.string().max(80).optional(),
  name: z.string().min(1).max(200),
  count: z.number().int().positive().max(10_000_000),
});
export type ContainedPart = z.infer<typeof ContainedPart>;

/** A figure with bounds; `low` and `high` are absent where the figure is taken as exact. */
export const Quantity = z.strictObject({ value: z.number(), low: z.number().optional(), high: z.number().optional() });
export type Quantity = z.infer<typeof Quantity>;

/** What a field can hold once it is known. Which of these is right follows from the field's `type`. */
export const KnownValue = z.union([
  z.string().max(8000),
  Quantity,
  z.array(z.string().max(200)).max(300),
  z.array(FormatRate).max(40),
  z.array(ContainedPart).max(300),
]);
export type KnownValue = z.infer<typeof KnownValue>;

/** Where a known value comes from, from best to worst. */
export const SourceKind = z.enum(['measured', 'vendor', 'contract', 'published', 'inferred', 'rumoured', 'stated']);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * One fact about an asset version. A field with no entry was never asked; `unknown` was asked and is an open question;
 * `notApplicable` was answered.
 */
export const FieldValue = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('known'),
    value: KnownValue,
    sourceKind: SourceKind.optional(),
    /** Document, person or page the value was taken from. */
    source: z.string().max(400).optional(),
    asOf: IsoDate.optional(),
  }),
  z.strictObject({ state: z.literal('unknown'), owner: z.string().max(120).optional(), due: IsoDate.optional() }),
  z.strictObject({ state: z.literal('notApplicable'), reason: z.string().max(400).optional() }),
]);
export type FieldValue = z.infer<typeof FieldValue>;

/** Facts of one asset version, by field id. */
export const Facts = z.record(z.string().max(60), FieldValue);
export type Facts = z.infer<typeof Facts>;

export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'yesNo'
  | 'choice'
  | 'multiChoice'
  | 'country'
  | 'countries'
  | 'date'
  | 'formats'
  | 'parts';

/**
 * Groups are the wizard's steps and the headings of the facts tab. `computeDetail` holds the estimator's further inputs: they are
 * asked in sections that open, and listed elsewhere only once something is said about them.
 */
export type FieldGroup = 'identity' | 'compute' | 'computeDetail' | 'figures' | 'origin' | 'capability' | 'release' | 'reach';

/**
 * A field of the asset register. Form, wizard, import, inspector, comparison and the facts adapter are all driven by
 * this catalogue. Text lives in the message catalogue: `field.<id>` (label), `field.<id>.ask` (question),
 * `choice.<id>.<option>` (options).
 */
export interface AssetField {
  readonly id: string;
  readonly kinds: readonly AssetKind[];
  readonly group: FieldGroup;
  readonly type: FieldType;
  /** Unit as shown beside the figure; figures are stored in exactly this unit. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly string[];
  /** Weight in the completeness measure; 0 = helpful but not needed. */
  readonly weight: 0 | 1 | 2 | 3;
  /** Column headings, other than the label, that mean this field in people's spreadsheets. Lower case. */
  readonly aliases: readonly string[];
  /** Asked only when another field holds one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
}

/** Facts that answer an engine question which is no field of the register carry this prefix. */
export const answerPrefix = 'answer.';
