import type { z } from 'zod';
import type { RevealedTie, TieKind, TieNote, TiePurpose } from '../../../src-shared/contract/people.ts';
import { type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import type { CountryTie, UsStatus } from '../../../src-shared/model/release.ts';
import { type Connection, prepared, untilChanged } from '../db/index.ts';
import { type Stamp, stateColumn } from './store.ts';

/** What is kept of one tie. The value itself is a row of `tie_values`, which is never changed: a correction writes another one. */
export interface TieInput {
  readonly kind: TieKind;
  readonly country: string | null;
  readonly standing: string | null;
  readonly since: string | null;
  readonly source: string;
  readonly purpose: z.infer<typeof TiePurpose>;
  readonly keepUntil: string | null;
}

export interface TieRecord {
  readonly id: string;
  readonly person_id: string;
  readonly kind: TieKind;
  readonly value_id: string;
  readonly purpose: TieNote['purpose'];
  readonly sourced: number;
  readonly recorded_on: string;
  readonly keep_until: string | null;
}

interface ValueRecord {
  readonly id: string;
  readonly person_id: string;
  readonly kind: TieKind;
  readonly country: string | null;
  readonly standing: string | null;
  readonly since: string | null;
  readonly source: string;
}

export function tiesOf({ db }: Connection, personId: string): readonly TieRecord[] {
  return prepared<[string], TieRecord>(db, 'SELECT * FROM person_ties WHERE person_id = ? ORDER BY kind, recorded_on, id').all(personId);
}

export const tieNote = (tie: TieRecord, today: IsoDate): TieNote => ({
  id: tie.id,
  kind: tie.kind,
  purpose: tie.purpose,
  recordedOn: isoDate(tie.recorded_on),
  keepUntil: tie.keep_until === null ? null : isoDate(tie.keep_until),
  overdue: tie.keep_until !== null && tie.keep_until < today,
  sourced: tie.sourced === 1,
});

/** Ties with what they say. The only reading of values besides the audit's own. */
export function openTies(connection: Connection, personId: string, today: IsoDate): readonly RevealedTie[] {
  const values = new Map(valuesOf(connection, personId).map((value) => [value.id, value]));
  return tiesOf(connection, personId).flatMap((tie): RevealedTie[] => {
    const value = values.get(tie.value_id);
    if (value === undefined) return [];
    return [
      {
        ...tieNote(tie, today),
        country: value.country,
        standing: value.standing as RevealedTie['standing'],
        since: value.since,
        source: value.source,
      },
    ];
  });
}

function valuesOf({ db }: Connection, personId: string): readonly ValueRecord[] {
  return prepared<[string], ValueRecord>(db, 'SELECT * FROM tie_values WHERE person_id = ?').all(personId);
}

/** Adds a tie; the value goes to its own table, past the journal. */
export function addTie(connection: Connection, personId: string, tie: TieInput, on: IsoDate, stamp: Stamp): void {
  insertTie(connection, personId, tie, on, stamp);
  settleStates(connection, personId);
}

/** The same for a person whose states already say so. */
export function insertTie(connection: Connection, personId: string, tie: TieInput, on: IsoDate, stamp: Stamp): void {
  const id = stamp.newId();
  prepared(connection.db, 'INSERT INTO person_ties VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    personId,
    tie.kind,
    addValue(connection, personId, tie, stamp),
    tie.purpose,
    tie.source === '' ? 0 : 1,
    on,
    tie.keepUntil,
  );
}

/** Points a tie at a corrected value. */
export function correctTie(connection: Connection, tie: TieRecord, to: TieInput, on: IsoDate, stamp: Stamp): void {
  prepared(
    connection.db,
    'UPDATE person_ties SET kind = ?, value_id = ?, purpose = ?, sourced = ?, recorded_on = ?, keep_until = ? WHERE id = ?',
  ).run(to.kind, addValue(connection, tie.person_id, to, stamp), to.purpose, to.source === '' ? 0 : 1, on, to.keepUntil, tie.id);
  settleStates(connection, tie.person_id);
}

function addValue({ db }: Connection, personId: string, tie: TieInput, stamp: Stamp): string {
  const id = stamp.newId();
  prepared(db, 'INSERT INTO tie_values VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    id,
    personId,
    tie.kind,
    tie.country,
    tie.standing,
    tie.since,
    tie.source,
  );
  return id;
}

/** Removes ties and every value of their kinds that nothing else points at, earlier ones included. */
export function eraseTies(connection: Connection, personId: string, tieIds: readonly string[] | null): number {
  const { db } = connection;
  const gone = tiesOf(connection, personId).filter((tie) => tieIds === null || tieIds.includes(tie.id));
  for (const tie of gone) prepared(db, 'DELETE FROM person_ties WHERE id = ?').run(tie.id);
  const kinds = new Set(tieIds === null ? (['citizenship', 'permanentResidence', 'usStatus'] as const) : gone.map((tie) => tie.kind));
  for (const kind of kinds)
    prepared(
      db,
      'DELETE FROM tie_values WHERE person_id = ? AND kind = ? AND id NOT IN (SELECT value_id FROM person_ties WHERE person_id = ?)',
    ).run(personId, kind, personId);
  settleStates(connection, personId);
  return gone.length;
}

/** Takes ties off without erasing what they said, so that a step back finds it. */
export function dropTies({ db }: Connection, ties: readonly TieRecord[]): void {
  for (const tie of ties) prepared(db, 'DELETE FROM person_ties WHERE id = ?').run(tie.id);
}

/** Removes for good what these ties said, where no tie points at it any more. */
export function forgetValues({ db }: Connection, ties: readonly TieRecord[]): void {
  for (const { value_id, person_id } of ties)
    prepared(db, 'DELETE FROM tie_values WHERE id = ? AND NOT EXISTS (SELECT 1 FROM person_ties WHERE person_id = ? AND value_id = ?)').run(
      value_id,
      person_id,
      value_id,
    );
}

/** Removes for good everything that was ever said of a person's ties. */
export function forgetPerson({ db }: Connection, personId: string): void {
  prepared(db, 'DELETE FROM person_ties WHERE person_id = ?').run(personId);
  prepared(db, 'DELETE FROM tie_values WHERE person_id = ?').run(personId);
}

/** Whether any value is kept of one of these people, ties that were dropped among them. */
export function haveValues({ db }: Connection, personIds: readonly string[]): boolean {
  const one = prepared<[string]>(db, 'SELECT 1 FROM tie_values WHERE person_id = ? LIMIT 1');
  return personIds.some((id) => one.get(id) !== undefined);
}

/** Puts ties back as they were. Those whose value was erased since stay away. */
export function restoreTies(connection: Connection, ties: readonly TieRecord[]): void {
  for (const tie of ties) {
    const kept = prepared<[string]>(connection.db, 'SELECT 1 FROM tie_values WHERE id = ?').get(tie.value_id) !== undefined;
    if (kept)
      prepared(connection.db, 'INSERT OR IGNORE INTO person_ties VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
        tie.id,
        tie.person_id,
        tie.kind,
        tie.value_id,
        tie.purpose,
        tie.sourced,
        tie.recorded_on,
        tie.keep_until,
      );
  }
}

/** Whether anything is on file, per kind, as the list shows it. What was said to be unknown stays unknown. */
export function settleStates(connection: Connection, personId: string): void {
  const { db } = connection;
  const ties = tiesOf(connection, personId);
  for (const kind of ['citizenship', 'permanentResidence', 'usStatus'] as const) {
    const column = stateColumn[kind];
    if (ties.some((tie) => tie.kind === kind))
      prepared(db, `UPDATE people SET ${column} = 'onFile' WHERE id = ? AND ${column} <> 'onFile'`).run(personId);
    else prepared(db, `UPDATE people SET ${column} = 'notAsked' WHERE id = ? AND ${column} = 'onFile'`).run(personId);
  }
  const citizenships = ties.filter((tie) => tie.kind === 'citizenship');
  const sourced = citizenships.length > 0 && citizenships.every((tie) => tie.sourced === 1) ? 1 : 0;
  prepared(db, 'UPDATE people SET sourced = ? WHERE id = ? AND sourced <> ?').run(sourced, personId, sourced);
}

export interface PersonStanding {
  readonly citizenships: readonly CountryTie[];
  readonly permanentResidences: readonly CountryTie[];
  readonly usStatus: UsStatus;
}

/** Ties of everybody as the audit takes them, kept until one is written. Runs inside the core; nothing of it is shown or logged. */
export const standings = (connection: Connection): ReadonlyMap<string, PersonStanding> =>
  untilChanged(connection, 'ties', '', () => readStandings(connection), ['person_ties', 'tie_values']);

function readStandings({ db }: Connection): ReadonlyMap<string, PersonStanding> {
  const rows = prepared<[], ValueRecord>(
    db,
    'SELECT v.* FROM person_ties t JOIN tie_values v ON v.id = t.value_id ORDER BY v.since IS NULL, v.since, t.id',
  ).all();
  const found = new Map<string, { citizenships: CountryTie[]; permanentResidences: CountryTie[]; usStatus: UsStatus }>();
  for (const row of rows) {
    const one = found.get(row.person_id) ?? { citizenships: [], permanentResidences: [], usStatus: 'unknown' as UsStatus };
    if (row.kind === 'usStatus') one.usStatus = (row.standing ?? 'unknown') as UsStatus;
    else if (row.country !== null)
      (row.kind === 'citizenship' ? one.citizenships : one.permanentResidences).push({ country: row.country, since: row.since });
    found.set(row.person_id, one);
  }
  for (const one of found.values()) {
    if (one.usStatus !== 'unknown') continue;
    if (one.citizenships.some((tie) => tie.country === 'US')) one.usStatus = 'citizen';
    else if (one.permanentResidences.some((tie) => tie.country === 'US')) one.usStatus = 'lawfulPermanentResident';
  }
  return found;
}
