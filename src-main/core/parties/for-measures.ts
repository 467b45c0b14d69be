import { type Connection, prepared } from '../db/index.ts';

/** Organisations in the register, and those of which somebody said how far their owners are known. */
export function countOwnership({ db }: Pick<Connection, 'db'>): { readonly of: number; readonly known: number } {
  const row = prepared<[], { of: number; known: number }>(
    db,
    `SELECT count(*) AS "of", coalesce(sum(owners_known <> 'unknown'), 0) AS known FROM parties WHERE archived_at IS NULL AND kind = 'organisation'`,
  ).get();
  return row ?? { of: 0, known: 0 };
}
