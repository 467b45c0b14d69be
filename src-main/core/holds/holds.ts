import type { HoldCause } from '../../../src-shared/contract/retention.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared } from '../db/index.ts';

/** A hold as it is placed. */
export interface NewHold {
  readonly id: string;
  /** What it is about, in a few words. */
  readonly matter: string;
  readonly cause: HoldCause;
  /** Number or letter the request goes by; empty where there is none. */
  readonly reference: string;
  readonly note: string;
  /** Holds the whole workspace; `records` are then only named. */
  readonly everything: boolean;
  readonly records: readonly RecordRef[];
  /** The record it is placed from, as an incident; that record is not held by this alone. */
  readonly from: RecordRef | null;
  readonly by: string;
  readonly at: IsoInstant;
}

/**
 * Keeps records, and evidence on them, from being removed until the hold is lifted. Part of a command, which must say `undoable: false`: a hold that undo
 * takes away would be no hold.
 */
export function placeHold(connection: Connection, hold: NewHold): void {
  prepared(
    connection.db,
    `INSERT INTO holds (id, matter, cause, reference, note, everything, from_kind, from_id, placed_by, placed_at)
     VALUES (@id, @matter, @cause, @reference, @note, @everything, @fromKind, @fromId, @by, @at)`,
  ).run({
    id: hold.id,
    matter: hold.matter,
    cause: hold.cause,
    reference: hold.reference,
    note: hold.note,
    everything: hold.everything ? 1 : 0,
    fromKind: hold.from?.kind ?? null,
    fromId: hold.from?.id ?? null,
    by: hold.by,
    at: hold.at,
  });
  holdRecords(connection, hold.id, hold.records);
}

/** Puts more records under a hold; those it holds already are passed over. */
export function holdRecords({ db }: Connection, id: string, records: readonly RecordRef[]): void {
  const add = prepared(db, 'INSERT INTO held_records VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  for (const record of records) add.run(id, record.kind, record.id);
}

/** Holds that keep a record now, oldest first: those that name it, and those over the whole workspace. */
export function holdsOn(
  { db }: Connection,
  { kind, id }: RecordRef,
): { id: string; matter: string; cause: HoldCause; placedAt: IsoInstant }[] {
  return prepared<[string, string], { id: string; matter: string; cause: HoldCause; placedAt: IsoInstant }>(
    db,
    `SELECT h.id, h.matter, h.cause, h.placed_at AS placedAt FROM holds h WHERE h.lifted_at IS NULL AND (h.everything = 1 OR EXISTS (
       SELECT 1 FROM held_records r WHERE r.hold_id = h.id AND r.record_kind = ? AND r.record_id = ?)) ORDER BY h.placed_at, h.id`,
  ).all(kind, id);
}

/** Reads a failure as the answer of a table's guard; undefined when it is something else. Names the holds in force. */
export function heldFailure(db: Connection['db'], cause: unknown) {
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'SQLITE_CONSTRAINT_TRIGGER' || cause.message !== 'held')
    return undefined;
  const matters = prepared<[], { matter: string }>(db, 'SELECT matter FROM holds WHERE lifted_at IS NULL ORDER BY placed_at').all();
  return {
    code: 'record.held',
    matter: matters
      .map(({ matter }) => matter)
      .join(', ')
      .slice(0, 200),
  } as const;
}

/** The error of a removal that a hold forbids; undefined when nothing holds the record. */
export function heldError(connection: Connection, record: RecordRef) {
  const [hold] = holdsOn(connection, record);
  return hold === undefined ? undefined : ({ code: 'record.held', matter: hold.matter } as const);
}
