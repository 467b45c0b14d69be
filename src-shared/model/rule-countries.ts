import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';

const Text = z.string().min(1).max(2000);

/** Groups of countries a regime names, and places with rules of their own. */
export const CountryGroups = z.strictObject({
  asOf: IsoDate,
  citation: Citation,
  groups: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(40),
        title: z.string().min(1).max(300),
        members: z.array(z.string().length(2)).max(260),
        citation: Citation,
        confidence: Confidence,
      }),
    )
    .max(60),
  /** Memberships that began or ended while the pack speaks; the lists above are those of `asOf`. */
  changes: z
    .array(
      z.strictObject({
        group: z.string().min(1).max(40),
        code: z.string().length(2),
        on: IsoDate,
        change: z.enum(['joined', 'left']),
        citation: Citation,
      }),
    )
    .max(200)
    .optional(),
  treatments: z.array(z.strictObject({ code: z.string().min(2).max(40), text: Text, citation: Citation, confidence: Confidence })).max(100),
});
export type CountryGroups = z.infer<typeof CountryGroups>;

export const CountryChart = z.strictObject({
  asOf: IsoDate,
  citation: Citation,
  columns: z.array(z.strictObject({ id: z.string().min(2).max(8), meaning: z.string().min(1).max(120) })).max(40),
  howToRead: z.array(Text).max(20),
  footnotes: z.record(z.string().max(10), Text),
  inheritance: z
    .array(
      z.strictObject({
        code: z.string().min(2).max(60),
        follows: z.string().min(2).max(60),
        /** First day; absent where no source states one. */
        from: IsoDate.optional(),
        citation: Citation,
        confidence: Confidence,
      }),
    )
    .max(60),
  /** `requires: null`: the chart does not grade the place; follow the pointer. Never read it as "no licence". */
  rows: z
    .array(
      z.strictObject({
        code: z.string().min(2).max(12),
        name: z.string().min(1).max(120),
        requires: z.array(z.string().min(2).max(8)).nullable(),
        pointer: Text.optional(),
        footnotes: z.array(z.string().max(10)).max(12),
      }),
    )
    .max(400),
});
export type CountryChart = z.infer<typeof CountryChart>;

export const GlossaryTerm = z.strictObject({ term: z.string().min(1).max(120), meaning: Text, citation: Citation });
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;
