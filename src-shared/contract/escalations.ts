import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { DutyRole } from '../model/duty-role.ts';
import { RecordRef } from '../model/record-ref.ts';
import { command, query } from './kernel.ts';

/** Questions passed on to somebody by name: about a possible match, a red flag, a finding, or any other record. */

const Id = z.string().min(1).max(80);
const Count = z.int().nonnegative();

/** To whom something is passed on, what is asked, and by when the answer is wanted. */
export const EscalationInput = z.strictObject({
  to: z.string().trim().min(1).max(200),
  /** The duty by which they were chosen; null for somebody named freely. */
  role: DutyRole.nullable(),
  /** Name of the escalation path that led there; empty where none did. */
  path: z.string().trim().max(200),
  ask: z.string().trim().min(1).max(2000),
  dueOn: IsoDate.nullable(),
});
export type EscalationInput = z.infer<typeof EscalationInput>;

export const EscalatedCase = EscalationInput.extend({
  id: Id,
  record: RecordRef,
  /** What the record is called; empty where it is gone, or restricted. */
  title: z.string().max(700),
  /** A possible match of staff: its names are only shown where somebody asks for them. */
  restricted: z.boolean(),
  by: z.string().max(200),
  askedOn: IsoDate,
  /** Days since it was asked. */
  ageDays: Count,
  overdue: z.boolean(),
  /** `decision`: somebody decided the match before an answer came. Null while it is open. */
  closed: z.enum(['answer', 'decision']).nullable(),
  answer: z.string().max(2000),
  answeredBy: z.string().max(200),
  answeredOn: IsoDate.nullable(),
});
export type EscalatedCase = z.infer<typeof EscalatedCase>;

const touched = ['screening', 'access', 'parties', 'journal'] as const;
const topics = ['screening', 'access', 'parties'] as const;

export const escalationMethods = {
  'escalations.list': query(
    z.strictObject({ open: z.boolean(), to: z.string().max(200).nullable(), offset: Count, limit: z.int().min(1).max(200) }),
    z.strictObject({
      total: Count,
      rows: z.array(EscalatedCase).max(200),
      open: Count,
      answered: Count,
      /** Whom those that are listed wait for, or were passed on to; those with the most first. */
      waitingFor: z.array(z.strictObject({ to: z.string().max(200), count: Count })).max(200),
    }),
    [...topics],
  ),
  'escalations.of': query(z.strictObject({ record: RecordRef }), z.array(EscalatedCase).max(200), [...topics]),
  /** Passes something on. A possible match is passed on by deciding it. Errors: `record.notFound`, `request.invalid`. */
  'escalations.ask': command(z.strictObject({ record: RecordRef, escalation: EscalationInput }), EscalatedCase, [...touched]),
  /** Keeps the answer, which closes it; a possible match then waits for its decision again. Errors: `record.notFound`, `policy.refused`. */
  'escalations.answer': command(
    z.strictObject({ id: Id, answer: z.string().trim().min(1).max(2000), by: z.string().trim().min(1).max(200) }),
    EscalatedCase,
    [...touched],
  ),
} as const;
