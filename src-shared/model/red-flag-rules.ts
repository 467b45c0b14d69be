import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';

const Text = z.string().min(1).max(600);

/** What a red flag is about. Words under `redFlags.category.<id>`. */
export const RedFlagCategory = z.enum([
  'customer',
  'ownership',
  'destination',
  'delivery',
  'payment',
  'quantity',
  'licensing',
  'semiconductor',
  'aiCompute',
  'aiDiversion',
]);
export type RedFlagCategory = z.infer<typeof RedFlagCategory>;

/** A sign that a deal may not be what it seems. */
export const RedFlag = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Number in the list it comes from. */
  number: z.int().positive().optional(),
  text: Text,
  category: RedFlagCategory,
  citation: Citation,
  confidence: Confidence,
  /** Of one that hangs on another rule, where that rule stands. */
  status: z
    .union([
      z.strictObject({ partOf: z.string().min(1).max(120), enforced: z.literal(false) }),
      z.strictObject({
        partOf: z.string().min(1).max(120),
        stayedThrough: IsoDate,
        reappliesFrom: IsoDate,
        /** Whether somebody confirmed that it applies again. */
        confirmed: z.boolean(),
      }),
    ])
    .optional(),
});
export type RedFlag = z.infer<typeof RedFlag>;

/** Red flags as the guidance lists them, and what it asks of a company that sees one. */
export const RedFlagRules = z.strictObject({
  /** Day of the copy that was read. */
  asOf: IsoDate,
  duties: z.array(Text).max(20),
  citation: Citation,
  confidence: Confidence,
  flags: z.array(RedFlag).min(1).max(200),
});
export type RedFlagRules = z.infer<typeof RedFlagRules>;
