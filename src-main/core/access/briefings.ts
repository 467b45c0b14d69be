import type { Briefing } from '../../../src-shared/contract/access.ts';
import { type Connection, type Migration, prepared } from '../db/index.ts';

/** Briefings of technology control plans: 770 to 774. */
export const controlPlanMigrations: readonly Migration[] = [
  {
    id: 770,
    name: 'briefings of technology control plans',
    sql: `
      /* Who was told about the technology control plan of an asset, and by whom. */
      CREATE TABLE access_briefings (
        /* Unguessable id. */
        id TEXT PRIMARY KEY,
        /* Asset of the plan. */
        asset_id TEXT NOT NULL REFERENCES assets (id),
        /* Who was briefed. */
        person_id TEXT NOT NULL,
        /* Day of the briefing. */
        briefed_on TEXT NOT NULL,
        /* Who explained the plan. */
        signed_by TEXT NOT NULL,
        /* Anything worth keeping about it. */
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX access_briefings_by_asset ON access_briefings (asset_id, briefed_on);
    `,
  },
];

interface Row {
  readonly id: string;
  readonly asset_id: string;
  readonly person_id: string;
  readonly briefed_on: Briefing['briefedOn'];
  readonly signed_by: string;
  readonly note: string;
}

const toBriefing = (row: Row): Briefing => ({
  id: row.id,
  assetId: row.asset_id,
  personId: row.person_id,
  briefedOn: row.briefed_on,
  signedBy: row.signed_by,
  note: row.note,
});

/** Briefings about an asset, newest first. */
export function briefingsOf({ db }: Pick<Connection, 'db'>, assetId: string): Briefing[] {
  return prepared<[string], Row>(db, 'SELECT * FROM access_briefings WHERE asset_id = ? ORDER BY briefed_on DESC, id')
    .all(assetId)
    .map(toBriefing);
}

/** Briefings of one person, newest first, with what each asset is called. */
export const briefingsOfPerson = ({ db }: Pick<Connection, 'db'>, personId: string) =>
  prepared<[string], { id: string; assetId: string; assetName: string; briefedOn: Briefing['briefedOn']; signedBy: string }>(
    db,
    `SELECT b.id, b.asset_id AS assetId, coalesce(a.name, '') AS assetName, b.briefed_on AS briefedOn, b.signed_by AS signedBy
     FROM access_briefings b LEFT JOIN assets a ON a.id = b.asset_id WHERE b.person_id = ? ORDER BY b.briefed_on DESC, b.id LIMIT 500`,
  ).all(personId);

export function findBriefing({ db }: Pick<Connection, 'db'>, id: string): Briefing | undefined {
  const row = prepared<[string], Row>(db, 'SELECT * FROM access_briefings WHERE id = ?').get(id);
  return row === undefined ? undefined : toBriefing(row);
}

/** Writes a briefing anew or over the one with its id. Runs inside a command. */
export function putBriefing({ db }: Pick<Connection, 'db'>, briefing: Briefing): void {
  prepared(
    db,
    `INSERT INTO access_briefings (id, asset_id, person_id, briefed_on, signed_by, note) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, briefed_on = excluded.briefed_on, signed_by = excluded.signed_by,
       note = excluded.note`,
  ).run(briefing.id, briefing.assetId, briefing.personId, briefing.briefedOn, briefing.signedBy, briefing.note);
}

/** Runs inside a command. */
export function removeBriefing({ db }: Pick<Connection, 'db'>, id: string): void {
  prepared(db, 'DELETE FROM access_briefings WHERE id = ?').run(id);
}
