import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { dateOfDay } from '../accesslogs/index.ts';
import { type Connection, prepared } from '../db/index.ts';
import { labelOf } from './finding-rows.ts';
import { findingState } from './newest-decision.ts';

/** Grave findings that nobody decided, those that rank first first. */
export const graveOpenFindings = (
  { db }: Pick<Connection, 'db'>,
  limit: number,
): readonly { readonly id: string; readonly label: string; readonly title: string }[] =>
  prepared<[number], { id: string; number: number; title: string }>(
    db,
    // Which they are is found in an index; the wide rows of the others are not read.
    `SELECT f.id, f.number, f.title FROM access_findings f WHERE f.id IN (
       SELECT f.id FROM access_findings f WHERE f.gone = 0 AND f.severity = 'high'
       AND ${findingState} = 'open'
       ORDER BY f.rank, f.last_ts DESC NULLS LAST, f.id LIMIT ?)
     ORDER BY f.rank, f.last_ts DESC NULLS LAST, f.id`,
  )
    .all(limit)
    .map(({ id, number, title }) => ({ id, label: labelOf(number), title }));

/** Findings of the last run by the Monday of the week in which they began, oldest first: the last weeks that have any. */
export const findingsByWeek = (
  { db }: Pick<Connection, 'db'>,
  weeks: number,
): readonly { readonly week: IsoDate; readonly count: number }[] =>
  prepared<[number], { monday: number; count: number }>(
    db,
    // 1 January 1970 was a Thursday.
    `SELECT day - (day + 3) % 7 AS monday, count(*) AS count FROM (SELECT first_ts / 86400000 AS day FROM access_findings WHERE gone = 0 AND first_ts >= 0)
     GROUP BY monday ORDER BY monday DESC LIMIT ?`,
  )
    .all(weeks)
    .map(({ monday, count }) => ({ week: dateOfDay(monday), count }))
    .reverse();
