import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';
import { findVersion } from '../lists/index.ts';
import { type DecisionRow, type SaidOfHit, saidIn, screenedVersions } from './store.ts';

/** The last decision about each hit, by the hit's id; hits that nobody decided are left out. */
export function lastDecisions({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, SaidOfHit> {
  const rows = prepared<[], DecisionRow>(
    db,
    'SELECT * FROM screening_decisions WHERE rowid IN (SELECT max(rowid) FROM screening_decisions GROUP BY hit_id)',
  ).all();
  return new Map(rows.map((row) => [row.hit_id, saidIn(row)]));
}

/** The day that each list spoke of when everybody was compared with it last, by the list's code; null where it names none. */
export function comparedListDays(connection: Connection): ReadonlyMap<string, IsoDate | null> {
  return new Map(
    [...screenedVersions(connection)].map(([list, id]) => [list, (findVersion(connection, id)?.published ?? null) as IsoDate | null]),
  );
}
