import { z } from 'zod';
import { Citation, Confidence } from '../model/citation.ts';
import { IsoDate } from '../model/dates.ts';
import { RedFlag, RedFlagCategory } from '../model/red-flag-rules.ts';
import { command, query } from './kernel.ts';

/** The checklist of red flags on a party: each not looked at, no sign, or seen; what was seen is resolved with a written reason. */

const Id = z.string().min(1).max(80);
const FlagId = z.string().min(1).max(40);
const Name = z.string().trim().min(1).max(200);

export const FlagAnswer = z.strictObject({
  state: z.enum(['noSign', 'seen', 'resolved']),
  note: z.string().max(2000),
  by: z.string().max(200),
  on: IsoDate,
  /** Of a resolved one: why it stands in the way no more. */
  resolution: z.string().max(2000),
  resolvedBy: z.string().max(200),
  resolvedOn: IsoDate.nullable(),
});
export type FlagAnswer = z.infer<typeof FlagAnswer>;

const FlagLine = z.strictObject({
  id: FlagId,
  text: z.string().max(600),
  category: RedFlagCategory,
  number: z.int().nullable(),
  citation: z.strictObject({ label: z.string().max(400), standing: Citation.shape.standing }),
  confidence: Confidence,
  status: RedFlag.shape.status.unwrap().nullable(),
  /** Null: not looked at. */
  answer: FlagAnswer.nullable(),
  /** False: answered once, and no pack in use holds it any more. */
  current: z.boolean(),
});
export type FlagLine = z.infer<typeof FlagLine>;

export const FlagsOf = z.strictObject({
  /** By category, in the order of the list. */
  flags: z.array(FlagLine).max(400),
  /** Seen and not resolved. */
  open: z.int().nonnegative(),
  looked: z.int().nonnegative(),
  duties: z.array(z.string().max(600)).max(20),
  /** Day of the copy that was read; null where no pack in use holds red flags. */
  asOf: IsoDate.nullable(),
});
export type FlagsOf = z.infer<typeof FlagsOf>;

const touched = ['parties', 'journal', 'quality'] as const;

export const redFlagMethods = {
  'redFlags.of': query(z.strictObject({ partyId: Id }), FlagsOf, ['parties', 'rulepacks']),
  /**
   * Says of some flags that there is no sign, or that they were seen, or takes the answer away. One that was seen is not taken away like
   * that: it is resolved, and what was seen stays with the reason. Errors: `record.notFound`, `policy.refused`, `request.invalid`.
   */
  'redFlags.answer': command(
    z.strictObject({
      partyId: Id,
      flags: z.array(FlagId).min(1).max(200),
      state: z.enum(['notLooked', 'noSign', 'seen']),
      note: z.string().trim().max(2000),
      by: Name,
      on: IsoDate,
    }),
    FlagsOf,
    [...touched],
  ),
  /** Resolves one that was seen, with the reason in words. */
  'redFlags.resolve': command(
    z.strictObject({ partyId: Id, flag: FlagId, reason: z.string().trim().min(1).max(2000), by: Name, on: IsoDate }),
    FlagsOf,
    [...touched],
  ),
} as const;
