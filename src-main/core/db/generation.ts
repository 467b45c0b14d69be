import { changeKey } from './change-key.ts';
import { prepared } from './prepared.ts';
import type { Connection } from './types.ts';

interface Kept {
  /** Of the whole workspace: while it stays, the table need not be looked at. */
  readonly key: string;
  readonly generation: string;
  readonly value: unknown;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * Something worked out from all rows of a table, kept until a row is added, changed or taken away. The table has `revision` and
 * `updated_at`: a change raises the one and moves the other, and an undo brings an earlier sum back together with an earlier time.
 */
export function whileUnchanged<T>({ db }: Pick<Connection, 'db'>, table: 'parties' | 'people', make: () => T): T {
  const here = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, here);
  const found = here.get(table);
  const key = changeKey({ db });
  if (found?.key === key) return found.value as T;
  const row = prepared<[], { generation: string }>(
    db,
    `SELECT count(*) || ' ' || coalesce(sum(revision), 0) || ' ' || coalesce(max(updated_at), '') || ' ' || count(archived_at) AS generation FROM ${table}`,
  ).get();
  const generation = row?.generation ?? '';
  const value = found?.generation === generation ? (found.value as T) : make();
  here.set(table, { key, generation, value });
  return value;
}
