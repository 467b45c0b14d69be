import type Database from 'better-sqlite3';
import { changeKey } from './change-key.ts';
import { prepared } from './prepared.ts';
import type { OpenWorkspace } from './types.ts';

const rowFunction = 'gatehouse_row_changed';
const counts = new WeakMap<Database.Database, Map<string, number>>();

/**
 * Another text after every row of these tables that this connection changes, and after every commit of another one. Rows of other tables leave it
 * as it is: for what costs much and rests on little. A name that is no table throws.
 */
export function tableKey({ db }: Pick<OpenWorkspace, 'db'>, tables: readonly string[]): string {
  const seen = counted(db);
  const missing = tables.filter((table) => !seen.has(table));
  if (missing.length > 0) {
    // A rollback would take the triggers back, and with them what tells that something changed.
    if (db.inTransaction) return `all ${changeKey({ db })}`;
    for (const table of missing) count(db, seen, table);
  }
  const others = prepared<[], { data_version: number }>(db, 'PRAGMA data_version').get()?.data_version ?? 0;
  return `${tables.map((table) => seen.get(table)).join(' ')} of ${others}`;
}

function counted(db: Database.Database): Map<string, number> {
  const known = counts.get(db);
  if (known !== undefined) return known;
  const seen = new Map<string, number>();
  counts.set(db, seen);
  // Counted here and not in a table: what was read between a change and its rollback must not be taken for what comes after it.
  db.function(rowFunction, { deterministic: false }, (table: unknown) => {
    seen.set(String(table), (seen.get(String(table)) ?? 0) + 1);
    return null;
  });
  return seen;
}

function count(db: Database.Database, seen: Map<string, number>, table: string): void {
  for (const event of ['INSERT', 'UPDATE', 'DELETE'])
    db.exec(
      `CREATE TEMP TRIGGER "count_${table}_${event.toLowerCase()}" AFTER ${event} ON main."${table}" BEGIN SELECT ${rowFunction}('${table}'); END`,
    );
  seen.set(table, 0);
}
