import { type Connection, prepared } from '../db/index.ts';

/** How far the owners of some parties are known; those that do not exist are left out. */
export const ownersKnownOf = (
  { db }: Pick<Connection, 'db'>,
  ids: readonly string[],
): readonly { readonly id: string; readonly ownersKnown: string; readonly archived: number }[] =>
  prepared<[string], { id: string; ownersKnown: string; archived: number }>(
    db,
    `SELECT id, owners_known AS ownersKnown, archived_at IS NOT NULL AS archived FROM parties
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
