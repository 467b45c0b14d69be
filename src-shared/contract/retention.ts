import { z } from 'zod';
import { Confidence } from '../model/citation.ts';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { RecordKind, RecordRef } from '../model/record-ref.ts';
import { RetentionEventKind } from '../model/retention-rules.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const Revision = z.number().int().nonnegative();
const Said = z.strictObject({ says: z.string().max(1200), locator: z.string().max(300), confidence: Confidence });

/** Why records are held. Words under `retention.holdFor.<cause>`. */
export const HoldCause = z.enum(['government', 'court', 'incident', 'internal']);
export type HoldCause = z.infer<typeof HoldCause>;

const NamedRecord = z.strictObject({
  record: RecordRef,
  /** Null when the record is no longer there. */
  title: z.string().max(700).nullable(),
});

/** Records of which nothing may be removed until the hold is lifted. */
export const Hold = z.strictObject({
  id: Id,
  matter: z.string().max(200),
  cause: HoldCause,
  /** Number or letter the request goes by. */
  reference: z.string().max(200),
  note: z.string().max(2000),
  /** Holds the whole workspace. */
  everything: z.boolean(),
  /** The first of them; `count` says how many there are. */
  records: z.array(NamedRecord).max(200),
  count: z.int().nonnegative(),
  /** The record the hold was placed from, as an incident. */
  from: RecordRef.nullable(),
  placedBy: z.string().max(200),
  placedAt: IsoInstant,
  lifted: z.strictObject({ by: z.string().max(200), at: IsoInstant, reason: z.string().max(2000) }).nullable(),
  revision: Revision,
});
export type Hold = z.infer<typeof Hold>;

/** The rule by which the clock runs, from the rule packs. */
export const RetentionRule = z.strictObject({
  years: z.int().positive(),
  title: z.string().max(200),
  locator: z.string().max(300),
  confidence: Confidence,
  fromLatestOf: z.array(z.strictObject({ kind: RetentionEventKind, says: z.string().max(1200) })),
  hold: Said,
  electronic: Said,
  pack: z.string().max(120),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** Something from which the clock of a record runs. */
export const RetentionEvent = z.strictObject({
  /** Null for what is read from the workspace. */
  id: Id.nullable(),
  /** `access`, `decision`, `authorisation`, `employment`, `closed`: read from the workspace; the others were said by a person. */
  what: z.enum([...RetentionEventKind.options, 'access', 'decision', 'authorisation', 'employment', 'closed']),
  day: IsoDate,
  note: z.string().max(600),
  by: z.string().max(200),
  revision: Revision,
});
export type RetentionEvent = z.infer<typeof RetentionEvent>;

/** Where the clock of a record stands. Words under `retention.state.<state>`. */
export const RetentionState = z.enum(['held', 'running', 'past', 'notStarted']);
export type RetentionState = z.infer<typeof RetentionState>;

export const RetentionClock = z.strictObject({
  state: RetentionState,
  /** Latest relevant day; null while none is known. */
  lastDay: IsoDate.nullable(),
  lastWhat: RetentionEvent.shape.what.nullable(),
  /** Whether the rule itself names the event that counted; the others count so that nothing goes too early. */
  lastNamed: z.boolean(),
  /** Last day on which the record has to be kept. */
  keepUntil: IsoDate.nullable(),
});
export type RetentionClock = z.infer<typeof RetentionClock>;

export const RetentionRow = RetentionClock.extend({
  record: RecordRef,
  title: z.string().max(700),
  evidence: z.int().nonnegative(),
});
export type RetentionRow = z.infer<typeof RetentionRow>;

/** What would become of the evidence of a record that is due. */
export const DisposalPlan = z.strictObject({
  /** Records whose evidence would go. */
  goes: z.array(RetentionRow.extend({ bytes: z.int().nonnegative() })).max(500),
  /** Records that keep it, and why: `record.held` with the holds, `tooEarly` with the day, `notStarted`, or nothing hangs on it. */
  stays: z
    .array(
      RetentionRow.extend({
        because: z.enum(['held', 'running', 'notStarted', 'nothing']),
        /** What the holds are about; empty where none holds it. */
        matters: z.array(z.string().max(200)).max(100),
      }),
    )
    .max(500),
});
export type DisposalPlan = z.infer<typeof DisposalPlan>;

/** Evidence that was removed for good. */
export const Disposal = z.strictObject({
  id: Id,
  record: RecordRef,
  title: z.string().max(700),
  reason: z.string().max(2000),
  keepUntil: IsoDate,
  /** What went: name and hash of each piece. */
  items: z.array(z.strictObject({ name: z.string().max(200), sha256: z.string().length(64).nullable() })).max(2000),
  by: z.string().max(200),
  at: IsoInstant,
});
export type Disposal = z.infer<typeof Disposal>;

const Matter = z.string().trim().min(1).max(200);
const Reason = z.string().trim().min(1).max(2000);
const touched = ['retention', 'journal'] as const;

export const retentionMethods = {
  'retention.holds': query(z.strictObject({}), z.array(Hold).max(500), ['retention']),
  /** Holds records, or everything. Cannot be undone: it is lifted, with a reason. */
  'retention.placeHold': command(
    z.strictObject({
      matter: Matter,
      cause: HoldCause,
      reference: z.string().trim().max(200),
      note: z.string().trim().max(2000),
      everything: z.boolean(),
      records: z.array(RecordRef).max(5000),
      from: RecordRef.nullable(),
    }),
    Hold,
    touched,
  ),
  /** Holds more records under the same matter. */
  'retention.widenHold': command(
    z.strictObject({ id: Id, revision: Revision, everything: z.boolean(), records: z.array(RecordRef).max(5000) }),
    Hold,
    touched,
  ),
  'retention.liftHold': command(z.strictObject({ id: Id, revision: Revision, reason: Reason }), Hold, touched),

  /** The clock of one record, what it runs from, and what holds it. */
  'retention.of': query(
    z.strictObject({ record: RecordRef }),
    z.strictObject({
      rule: RetentionRule.nullable(),
      clock: RetentionClock,
      events: z.array(RetentionEvent).max(500),
      /** The latest of the events that the rule names, and how long the record is kept by them alone; null where none is known. */
      byRule: z.strictObject({ day: IsoDate, what: RetentionEventKind, keepUntil: IsoDate }).nullable(),
      holds: z.array(Hold.pick({ id: true, matter: true, cause: true, placedAt: true })).max(100),
    }),
    ['retention', 'access', 'classification', 'people', 'screening', 'cases'],
  ),
  'retention.addEvent': command(
    z.strictObject({ record: RecordRef, what: RetentionEventKind, day: IsoDate, note: z.string().trim().max(600) }),
    RetentionEvent,
    touched,
  ),
  'retention.removeEvent': command(z.strictObject({ id: Id, revision: Revision }), z.strictObject({}), touched),

  /** Records with their clocks, the one that may go first on top. */
  'retention.list': query(
    z.strictObject({
      state: RetentionState.nullable(),
      kind: RecordKind.nullable(),
      text: z.string().max(200),
      offset: z.int().nonnegative(),
      limit: z.int().positive().max(500),
    }),
    z.strictObject({
      rule: RetentionRule.nullable(),
      today: IsoDate,
      counts: z.record(RetentionState, z.int().nonnegative()),
      total: z.int().nonnegative(),
      rows: z.array(RetentionRow).max(500),
    }),
    ['retention', 'evidence', 'access', 'classification', 'people', 'parties', 'inventory', 'screening', 'cases'],
  ),
  /** What would go and what would stay if the evidence of these records were removed now. */
  'retention.consider': query(z.strictObject({ records: z.array(RecordRef).min(1).max(500) }), DisposalPlan, [
    'retention',
    'evidence',
    'access',
    'classification',
    'people',
    'screening',
    'cases',
  ]),
  /**
   * Removes the evidence of records for good whose time is over, with its bytes: none of it where one record may not go, else record by record, each
   * with its own entry in the journal. Cannot be undone. Errors: `record.held`, `retention.tooEarly`.
   */
  'retention.dispose': command(
    z.strictObject({ records: z.array(RecordRef).min(1).max(500), reason: Reason }),
    z.strictObject({ records: z.int().nonnegative(), items: z.int().nonnegative() }),
    ['retention', 'journal', 'evidence'],
  ),
  'retention.disposals': query(z.strictObject({}), z.array(Disposal).max(1000), ['retention']),
};
