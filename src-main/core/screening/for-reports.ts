import type { HitDecision } from '../../../src-shared/contract/screening.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';
import { findVersion } from '../lists/index.ts';
import { type DecisionRow, screenedVersions } from './store.ts';

/** What a person said of a hit, as a report tells it. */
export type ReportedDecision = Pick<HitDecision, 'verdict' | 'reason' | 'note' | 'by' | 'at' | 'second'>;

/** The last decision about each hit, by the hit's id; hits that nobody decided are left out. */
export function lastDecisions({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, ReportedDecision> {
  const rows = prepared<[], DecisionRow>(
    db,
    'SELECT * FROM screening_decisions WHERE rowid IN (SELECT max(rowid) FROM screening_decisions GROUP BY hit_id)',
  ).all();
  return new Map(
    rows.map((row) => [
      row.hit_id,
      {
        verdict: row.verdict,
        reason: row.reason as HitDecision['reason'],
        note: row.note,
        by: row.decided_by,
        at: row.decided_at as HitDecision['at'],
        second:
          row.second_at === null
            ? null
            : { agree: row.second_agree === 1, note: row.second_note, by: row.second_by, at: row.second_at as HitDecision['at'] },
      },
    ]),
  );
}

/** The day that each list spoke of when everybody was compared with it last, by the list's code; null where it names none. */
export function comparedListDays(connection: Connection): ReadonlyMap<string, IsoDate | null> {
  return new Map(
    [...screenedVersions(connection)].map(([list, id]) => [list, (findVersion(connection, id)?.published ?? null) as IsoDate | null]),
  );
}
