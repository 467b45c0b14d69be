import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';

const Text = z.string().min(1).max(1200);
const Said = z.strictObject({ says: Text, citation: Citation, confidence: Confidence });

/** Events from which records have to be kept: the clock runs from the latest of them. */
export const RetentionEventKind = z.enum(['export', 'reexport', 'end', 'boycott']);
export type RetentionEventKind = z.infer<typeof RetentionEventKind>;

/** How long export records have to be kept, and what keeps them longer. */
export const RetentionRules = z.strictObject({
  title: z.string().min(1).max(200),
  citation: Citation,
  confidence: Confidence,
  /** Years from the latest event, half-open ranges `[from, until)`. */
  years: z
    .array(
      z
        .strictObject({
          from: IsoDate,
          until: IsoDate.optional(),
          value: z.int().positive().max(100),
          citation: Citation,
          note: Text.optional(),
        })
        .refine((range) => range.until === undefined || range.from < range.until, 'The range ends before it starts'),
    )
    .min(1)
    .max(20),
  fromLatestOf: z.array(z.strictObject({ kind: RetentionEventKind, says: Text })).min(1),
  /** What a request of the government does to records that could go otherwise. */
  hold: Said,
  /** How records that are kept in a computer have to be kept. */
  electronic: Said,
});
export type RetentionRules = z.infer<typeof RetentionRules>;
