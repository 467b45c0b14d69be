import type { RetentionEvent } from '../../../src-shared/contract/retention.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Connection } from '../db/index.ts';

/** A day, read from the workspace, from which a record has to be kept. */
export interface RetentionDay {
  readonly id: string;
  readonly what: RetentionEvent['what'];
  readonly day: IsoDate;
}

/** Latest relevant days of some records of one kind. */
export type ReadDays = (connection: Connection) => readonly RetentionDay[];

/** Reads relevant days by a query that gives `id` and `day` (`YYYY-MM-DD`, or longer) and groups in the database. */
export const daysFrom =
  (what: RetentionDay['what'], sql: string): ReadDays =>
  ({ db }) =>
    db
      .prepare<[], { id: string; day: string }>(sql)
      .all()
      .map(({ id, day }) => ({ id, what, day: day.slice(0, 10) as IsoDate }));

/** Every record of a kind, with its name. */
export type ReadAll = (connection: Connection) => readonly { readonly id: string; readonly title: string }[];

/** Reads all records by a query that gives `id` and `title`. */
export const allFrom =
  (sql: string): ReadAll =>
  ({ db }) =>
    db.prepare<[], { id: string; title: string }>(sql).all();
