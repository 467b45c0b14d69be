import type { Hold, HoldCause } from '../../../src-shared/contract/retention.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import type { RecordKind } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared } from '../db/index.ts';
import { type Records, recordKey } from '../records/index.ts';

interface HoldRow {
  readonly id: string;
  readonly matter: string;
  readonly cause: HoldCause;
  readonly reference: string;
  readonly note: string;
  readonly everything: number;
  readonly from_kind: RecordKind | null;
  readonly from_id: string | null;
  readonly placed_by: string;
  readonly placed_at: IsoInstant;
  readonly lifted_by: string | null;
  readonly lifted_at: IsoInstant | null;
  readonly lift_reason: string | null;
  readonly revision: number;
}

/** Records of a hold that are named on the screen. */
const shown = 200;

/** All holds: those in force first, each group newest first. */
export function listHolds(connection: Connection, records: Records): Hold[] {
  return prepared<[], HoldRow>(connection.db, 'SELECT * FROM holds ORDER BY lifted_at IS NOT NULL, placed_at DESC, id LIMIT 500')
    .all()
    .map((row) => toHold(connection, records, row));
}

export function findHold(connection: Connection, records: Records, id: string): Hold | undefined {
  const row = prepared<[string], HoldRow>(connection.db, 'SELECT * FROM holds WHERE id = ?').get(id);
  return row === undefined ? undefined : toHold(connection, records, row);
}

function toHold(connection: Connection, records: Records, row: HoldRow): Hold {
  const held = prepared<[string, number], { kind: RecordKind; id: string }>(
    connection.db,
    'SELECT record_kind AS kind, record_id AS id FROM held_records WHERE hold_id = ? ORDER BY record_kind, record_id LIMIT ?',
  ).all(row.id, shown);
  const titles = records.titles(connection, held);
  return {
    id: row.id,
    matter: row.matter,
    cause: row.cause,
    reference: row.reference,
    note: row.note,
    everything: row.everything === 1,
    records: held.map((record) => ({ record, title: titles.get(recordKey(record)) ?? null })),
    count: prepared<[string], { n: number }>(connection.db, 'SELECT count(*) AS n FROM held_records WHERE hold_id = ?').get(row.id)?.n ?? 0,
    from: row.from_kind === null || row.from_id === null ? null : { kind: row.from_kind, id: row.from_id },
    placedBy: row.placed_by,
    placedAt: row.placed_at,
    lifted: row.lifted_at === null ? null : { by: row.lifted_by ?? '', at: row.lifted_at, reason: row.lift_reason ?? '' },
    revision: row.revision,
  };
}
