import { z } from 'zod';
import { Citation, Confidence } from './citation.ts';
import { IsoDate } from './dates.ts';

const Text = z.string().min(1).max(1200);
const Days = z.int().positive().max(3660);

/** An amount in US dollars with the days it holds: half-open, `[from, until)`. */
export const PenaltyAmount = z
  .strictObject({
    from: IsoDate,
    until: IsoDate.optional(),
    value: z.number().positive(),
    citation: Citation,
    confidence: Confidence,
    note: Text.optional(),
  })
  .refine((range) => range.until === undefined || range.from < range.until, 'The range ends before it starts');
export type PenaltyAmount = z.infer<typeof PenaltyAmount>;

const Kind = {
  title: z.string().min(1).max(200),
  says: Text,
  history: z.array(PenaltyAmount).min(1).max(30),
  citations: z.array(Citation).min(1).max(10),
  confidence: Confidence,
};

const Remark = z.strictObject({ id: z.string().min(1).max(40), text: Text, citation: Citation, confidence: Confidence });

/** How a company may disclose a violation by itself, and until when. All spans in calendar days. */
export const DisclosureRules = z.strictObject({
  title: z.string().min(1).max(200),
  citation: Citation,
  confidence: Confidence,
  /** Since when the rule stands in this form. */
  since: z.strictObject({ on: IsoDate, citation: Citation, confidence: Confidence }),
  /** Full account, from the day the initial notification was received. */
  narrativeDays: Days,
  /** Full account, from the day it was asked for in a matter that had been reported as minor. */
  upgradeDays: Days,
  /** How long the authority usually takes over a short report. */
  answerDays: Days,
  /** Years that the review goes back. */
  lookbackYears: z.int().positive().max(30),
  steps: z.array(z.strictObject({ id: z.enum(['initial', 'narrative', 'abbreviated', 'upgrade']), says: Text })).min(1),
  effects: z.array(Text).max(20),
});
export type DisclosureRules = z.infer<typeof DisclosureRules>;

/** What a violation may cost, by the rule and never as a forecast. Amounts in US dollars. */
export const PenaltyRules = z.strictObject({
  /** Per violation: the greater of the amount and `multiple` times the value of the transaction. */
  administrative: z.strictObject({
    ...Kind,
    multiple: z.number().positive(),
    /** What has to be confirmed about it: a check of the same pack. */
    check: z.string().max(60).optional(),
  }),
  /** For a wilful violation. How several count together is not said, so they are never added up. */
  criminal: z.strictObject({ ...Kind, imprisonmentYears: z.int().positive() }),
  others: z.array(Remark.omit({ text: true }).extend({ title: Text })).max(20),
  notes: z.array(Remark).max(20),
  disclosure: DisclosureRules,
});
export type PenaltyRules = z.infer<typeof PenaltyRules>;
