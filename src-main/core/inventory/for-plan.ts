import { type Connection, prepared } from '../db/index.ts';

/** Where the classification of some assets stands; those that do not exist are left out. */
export const classificationStandings = (
  { db }: Pick<Connection, 'db'>,
  ids: readonly string[],
): readonly { readonly id: string; readonly standing: string; readonly archived: number }[] =>
  prepared<[string], { id: string; standing: string; archived: number }>(
    db,
    `SELECT a.id, coalesce(s.standing, 'unassessed') AS standing, a.archived_at IS NOT NULL AS archived
     FROM assets a LEFT JOIN asset_states s ON s.asset_id = a.id WHERE a.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
