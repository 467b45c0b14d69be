import { type Connection, prepared } from '../db/index.ts';

type Database = Connection['db'];

/** What tells one question of the register from another, whose it is, and how much its answer could change. */
export interface IndexedQuestion {
  readonly assetId: string;
  readonly factId: string;
  readonly ownerName: string;
  readonly effect: number;
}

// Reading ten thousand findings takes longer than a screen may wait at each turn of a page.
const known = new WeakMap<Database, { readonly changes: number; readonly open: readonly IndexedQuestion[] }>();

/**
 * Every question that waits for an answer, those that could change most first, else in the order they are read. `read` is
 * called when the file has changed since.
 */
export function openIndex(db: Database, read: () => Iterable<IndexedQuestion>): readonly IndexedQuestion[] {
  const changes = prepared<[], { n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  const before = known.get(db);
  if (before?.changes === changes) return before.open;
  const open = [...read()].sort((a, b) => b.effect - a.effect);
  known.set(db, { changes, open });
  return open;
}
