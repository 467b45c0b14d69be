import type { EscalatedCase, EscalationInput } from '../../../src-shared/contract/escalations.ts';
import { daysBetween, type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared, type SlicedConnection } from '../db/index.ts';
import { eraseRowsFromJournal } from '../journal/index.ts';

type Db = Pick<Connection, 'db'>;

export interface EscalationRecord {
  readonly id: string;
  readonly record_kind: RecordRef['kind'];
  readonly record_id: string;
  readonly to_name: string;
  readonly role: EscalationInput['role'];
  readonly path: string;
  readonly ask: string;
  readonly due_on: string | null;
  readonly by_name: string;
  readonly asked_at: string;
  readonly asked_on: string;
  readonly closed: EscalatedCase['closed'];
  readonly answer: string;
  readonly answered_by: string;
  readonly answered_on: string | null;
}

export const recordOf = (row: EscalationRecord): RecordRef => ({ kind: row.record_kind, id: row.record_id });

/** Keeps a question that is passed on. Part of a command. */
export function insertEscalation(
  { db }: Db,
  record: RecordRef,
  { to, role, path, ask, dueOn }: EscalationInput,
  stamp: { readonly id: string; readonly by: string; readonly now: string; readonly today: IsoDate },
): void {
  prepared(
    db,
    `INSERT INTO escalations (id, record_kind, record_id, to_name, role, path, ask, due_on, by_name, asked_at, asked_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(stamp.id, record.kind, record.id, to, role, path, ask, dueOn, stamp.by, stamp.now, stamp.today);
}

/** Closes what is still open of a record because it was decided without an answer. Part of a command. */
export function closeByDecision({ db }: Db, record: RecordRef, by: string, on: string): void {
  prepared(
    db,
    `UPDATE escalations SET closed = 'decision', answered_by = ?, answered_on = ? WHERE record_kind = ? AND record_id = ? AND closed IS NULL`,
  ).run(by, on, record.kind, record.id);
}

/** Keeps an answer. Part of a command. */
export function closeByAnswer({ db }: Db, id: string, answer: string, by: string, on: string): void {
  prepared(db, "UPDATE escalations SET closed = 'answer', answer = ?, answered_by = ?, answered_on = ? WHERE id = ?").run(
    answer,
    by,
    on,
    id,
  );
}

export const findEscalation = ({ db }: Db, id: string): EscalationRecord | undefined =>
  prepared<[string], EscalationRecord>(db, 'SELECT * FROM escalations WHERE id = ?').get(id);

export const escalationsOf = ({ db }: Db, { kind, id }: RecordRef): readonly EscalationRecord[] =>
  prepared<[string, string], EscalationRecord>(
    db,
    'SELECT * FROM escalations WHERE record_kind = ? AND record_id = ? ORDER BY asked_at DESC, id LIMIT 200',
  ).all(kind, id);

/** Those that are open, the first due first, or those that are closed, the last closed first. */
export const escalationsWhere = ({ db }: Db, open: boolean, to: string | null): readonly EscalationRecord[] =>
  prepared<[string | null, string | null], EscalationRecord>(
    db,
    `SELECT * FROM escalations WHERE closed IS ${open ? 'NULL' : 'NOT NULL'} AND (? IS NULL OR to_name = ?)
     ORDER BY ${open ? 'due_on IS NULL, due_on, asked_at' : 'answered_on DESC, asked_at DESC'}, id`,
  ).all(to, to);

/** Which of some possible matches are about staff. */
export const staffHits = ({ db }: Db, ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    prepared<[string], { id: string }>(
      db,
      "SELECT id FROM screening_hits WHERE subject_kind = 'person' AND id IN (SELECT value FROM json_each(?))",
    )
      .all(JSON.stringify(ids))
      .map(({ id }) => id),
  );

export function viewOf(row: EscalationRecord, title: string, restricted: boolean, today: IsoDate): EscalatedCase {
  const dueOn = row.due_on === null ? null : isoDate(row.due_on);
  return {
    id: row.id,
    record: recordOf(row),
    title: restricted ? '' : title.slice(0, 700),
    restricted,
    ...{ to: row.to_name, role: row.role, path: row.path, ask: row.ask, dueOn, by: row.by_name },
    askedOn: isoDate(row.asked_on),
    ageDays: Math.max(0, daysBetween(row.asked_on, today)),
    overdue: row.closed === null && dueOn !== null && dueOn < today,
    closed: row.closed,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredOn: row.answered_on === null ? null : isoDate(row.answered_on),
  };
}

/** Removes what was passed on about a record that goes for good, with what the journal quotes of it. Part of a command in slices. */
export async function forgetEscalations(tx: SlicedConnection, record: RecordRef): Promise<void> {
  const rows = escalationsOf(tx, record);
  prepared(tx.db, 'DELETE FROM escalations WHERE record_kind = ? AND record_id = ?').run(record.kind, record.id);
  await eraseRowsFromJournal(
    tx,
    'escalations',
    rows.map(({ id }) => id),
  );
}
