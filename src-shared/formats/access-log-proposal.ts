import { z } from 'zod';
import { LogField, LogQuestion, LogReading, LogRule } from './access-log.ts';

/** Why a column was proposed for a field, in words: text under `accessLogs.because.<key>`. */
export const LogBecause = z.strictObject({
  key: z.enum(['presetSays', 'titleIs', 'titleLike', 'valuesAre', 'twoColumns', 'notFound', 'valuesDoNotFit']),
  params: z.record(z.string().max(40), z.union([z.string().max(400), z.number()])),
});
export type LogBecause = z.infer<typeof LogBecause>;

/** Where a field was found in the file, how sure that is, and what its first values become. */
export const LogFieldProposal = z.strictObject({
  field: LogField,
  rule: LogRule.nullable(),
  confidence: z.enum(['sure', 'likely', 'asks', 'none']),
  because: LogBecause,
  /** `to` is ISO UTC for times, an outcome, a country's code, an address; `null` where the text cannot be read. */
  samples: z.array(z.strictObject({ from: z.string().max(200), to: z.string().max(200).nullable() })).max(3),
});
export type LogFieldProposal = z.infer<typeof LogFieldProposal>;

/** How a file would be read if nobody said anything else. */
export const LogProposal = z.strictObject({
  reading: LogReading,
  /** How well the titles fit the preset, 0 to 1; 0 without one. */
  fit: z.number().min(0).max(1),
  /** Other presets whose titles are all there, best first. */
  others: z.array(z.string().max(60)).max(8),
  fields: z.array(LogFieldProposal),
  /** Text under `accessLogs.note.<note>`. */
  notes: z.array(z.string().max(40)).max(10),
  /** From the first rows only; the check sees the rest. */
  questions: z.array(LogQuestion).max(20),
});
export type LogProposal = z.infer<typeof LogProposal>;
