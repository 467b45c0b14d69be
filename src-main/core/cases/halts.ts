import type { Halt } from '../../../src-shared/contract/cases.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared } from '../db/index.ts';

interface HaltRecord {
  readonly id: string;
  readonly incident_id: string;
  readonly number: number;
  readonly title: string;
  readonly record_kind: RecordRef['kind'];
  readonly record_id: string;
  readonly name: string;
  readonly what: string;
  readonly since: IsoDate;
  readonly by_name: string;
  readonly lifted_on: IsoDate | null;
  readonly lifted_by: string;
  readonly lift_reason: string;
}

const select = `SELECT h.*, i.number, i.title FROM incident_halts h JOIN incidents i ON i.id = h.incident_id`;

/** How an incident is called in the house: `I-0007`. */
export const incidentNumber = (number: number): string => `I-${String(number).padStart(4, '0')}`;

const toHalt = (row: HaltRecord): Halt => ({
  id: row.id,
  incidentId: row.incident_id,
  incidentNumber: incidentNumber(row.number),
  incidentTitle: row.title,
  record: { kind: row.record_kind, id: row.record_id },
  name: row.name,
  what: row.what,
  since: row.since,
  by: row.by_name,
  liftedOn: row.lifted_on,
  liftedBy: row.lifted_by,
  liftReason: row.lift_reason,
});

/** Halts in force, the oldest first: all of them, or those of one record. */
export function haltsInForce({ db }: Pick<Connection, 'db'>, record?: RecordRef): Halt[] {
  if (record === undefined)
    return prepared<[], HaltRecord>(db, `${select} WHERE h.lifted_on IS NULL ORDER BY h.since, h.id LIMIT 500`).all().map(toHalt);
  return prepared<[string, string], HaltRecord>(
    db,
    `${select} WHERE h.lifted_on IS NULL AND h.record_kind = ? AND h.record_id = ? ORDER BY h.since, h.id LIMIT 500`,
  )
    .all(record.kind, record.id)
    .map(toHalt);
}

/** Halts in force of all records, by kind and id, the oldest of each first. */
export function haltsByRecord({ db }: Pick<Connection, 'db'>): (record: RecordRef) => readonly Halt[] {
  const found = new Map<string, Halt[]>();
  for (const row of prepared<[], HaltRecord>(db, `${select} WHERE h.lifted_on IS NULL ORDER BY h.since, h.id`).all()) {
    const key = `${row.record_kind} ${row.record_id}`;
    const own = found.get(key);
    if (own === undefined) found.set(key, [toHalt(row)]);
    else own.push(toHalt(row));
  }
  return ({ kind, id }) => found.get(`${kind} ${id}`) ?? [];
}

/** Halts of one incident, those in force first. */
export const haltsOf = ({ db }: Pick<Connection, 'db'>, incidentId: string): Halt[] =>
  prepared<[string], HaltRecord>(db, `${select} WHERE h.incident_id = ? ORDER BY h.lifted_on IS NOT NULL, h.since, h.id LIMIT 500`)
    .all(incidentId)
    .map(toHalt);

export const findHalt = ({ db }: Pick<Connection, 'db'>, id: string): Halt | undefined => {
  const row = prepared<[string], HaltRecord>(db, `${select} WHERE h.id = ?`).get(id);
  return row === undefined ? undefined : toHalt(row);
};
