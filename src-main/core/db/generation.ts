import { prepared } from './prepared.ts';
import type { Connection } from './types.ts';

interface Kept {
  readonly generation: string;
  readonly value: unknown;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * Something worked out from all rows of a table, kept until a row is added, changed or taken away. The table has `revision` and
 * `updated_at`: a change raises the one and moves the other, and an undo brings an earlier sum back together with an earlier time.
 */
export function whileUnchanged<T>({ db }: Pick<Connection, 'db'>, table: 'parties' | 'people', make: () => T): T {
  const row = prepared<[], { generation: string }>(
    db,
    `SELECT count(*) || ' ' || coalesce(sum(revision), 0) || ' ' || coalesce(max(updated_at), '') || ' ' || count(archived_at) AS generation FROM ${table}`,
  ).get();
  const generation = row?.generation ?? '';
  const here = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, here);
  const found = here.get(table);
  if (found?.generation === generation) return found.value as T;
  const value = make();
  here.set(table, { generation, value });
  return value;
}
