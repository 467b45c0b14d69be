import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { VettingKind, VettingResult, VettingRules, VettingStanding } from '../model/vetting.ts';
import { command, query } from './kernel.ts';
import { LookPurpose } from './people.ts';

/** Checks and undertakings of parties and of staff: due diligence, audits, statements, background checks, each with its day. */

const Id = z.string().min(1).max(80);
const Count = z.int().nonnegative();
const Revision = z.int().nonnegative();

export const VettingSubject = z.strictObject({ kind: z.enum(['party', 'person']), id: Id });
export type VettingSubject = z.infer<typeof VettingSubject>;

/** What a check says. Of a person it is restricted: kept apart, past the journal, shown on purpose only. */
export const VettingWords = z.strictObject({
  result: VettingResult,
  /** What was looked at, or agreed. */
  matter: z.string().trim().max(2000),
  conditions: z.string().trim().max(2000),
});
export type VettingWords = z.infer<typeof VettingWords>;

export const VettingView = z.strictObject({
  id: Id,
  subject: VettingSubject,
  subjectName: z.string().max(400),
  kind: VettingKind,
  doneOn: IsoDate,
  doneBy: z.string().max(200),
  /** Null: no repeat. */
  nextOn: IsoDate.nullable(),
  /** Past its next day, and nothing that answers for its kind came after it. */
  overdue: z.boolean(),
  /** Null: restricted. */
  words: VettingWords.nullable(),
  /** Of a restricted one, whether it is only begun. */
  waiting: z.boolean(),
  evidence: Count,
  revision: Revision,
});
export type VettingView = z.infer<typeof VettingView>;

export const VettingOf = z.strictObject({
  kept: z.array(VettingView).max(300),
  /** What wants something first. */
  standings: z.array(VettingStanding).max(20),
  /** Whether the company changed what is expected. */
  ownRules: z.boolean(),
  /** Of staff: whether somebody reaches a controlled asset, so that more is expected. Null for a party. */
  sensitive: z.boolean().nullable(),
});
export type VettingOf = z.infer<typeof VettingOf>;

const touched = ['vetting', 'parties', 'people', 'journal', 'evidence', 'quality'] as const;
const topics = ['vetting', 'parties', 'people', 'access', 'inventory', 'classification', 'evidence'] as const;

export const vettingMethods = {
  'vetting.of': query(z.strictObject({ subject: VettingSubject }), VettingOf, [...topics]),
  'vetting.get': query(z.strictObject({ id: Id }), VettingView, [...topics]),
  /** What is expected and open of everybody: first what is missing or overdue. */
  'vetting.due': query(
    z.strictObject({ who: z.enum(['parties', 'people']), offset: Count, limit: z.int().min(1).max(200) }),
    z.strictObject({
      total: Count,
      rows: z.array(z.strictObject({ subject: VettingSubject, name: z.string().max(400), standing: VettingStanding })).max(200),
      parties: Count,
      people: Count,
    }),
    [...topics],
  ),
  /** Adds one, or changes one. Errors: `record.stale`, `record.notFound`, `request.invalid`. */
  'vetting.save': command(
    z.strictObject({
      id: Id.nullable(),
      revision: Revision,
      subject: VettingSubject,
      kind: VettingKind,
      doneOn: IsoDate,
      doneBy: z.string().trim().min(1).max(200),
      nextOn: IsoDate.nullable(),
      words: VettingWords,
    }),
    VettingView,
    [...touched],
  ),
  /** Takes one away. Of a person what it said is gone for good; of a party it can be undone. */
  'vetting.remove': command(z.strictObject({ id: Id, revision: Revision }), z.strictObject({ removed: z.boolean() }), [...touched]),
  /** Shows what the checks of one person say once, and keeps who looked, when, at whom and why. */
  'vetting.reveal': command(
    z.strictObject({ personId: Id, purpose: LookPurpose }),
    z.strictObject({ words: z.array(VettingWords.extend({ id: Id })).max(300) }),
    ['journal'],
  ),
  'vetting.rules': query(z.strictObject({}), z.strictObject({ rules: VettingRules, own: z.boolean(), revision: Revision }), ['vetting']),
  /** Says what is expected; null goes back to the product's own default. */
  'vetting.setRules': command(
    z.strictObject({ rules: VettingRules.nullable(), revision: Revision }),
    z.strictObject({ rules: VettingRules, own: z.boolean(), revision: Revision }),
    [...touched],
  ),
} as const;
