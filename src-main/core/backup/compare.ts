import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { SnapshotDifference } from '../../../src-shared/contract/backups.ts';
import { type TrackedTable, trackedTables } from '../journal/index.ts';

type TableDifference = z.infer<typeof SnapshotDifference>['tables'][number];

/** Counts, table by table, the rows that only one of two databases has and those that differ. Tables that are alike are left out. */
export async function compareDatabases(
  snapshot: Database.Database,
  present: Database.Database,
  pause: () => Promise<void>,
): Promise<TableDifference[]> {
  const there = trackedTables(snapshot);
  const here = trackedTables(present);
  const found: TableDifference[] = [];
  for (const name of [...new Set([...there.keys(), ...here.keys()])].sort()) {
    const before = await fingerprints(snapshot, there.get(name), pause);
    const after = await fingerprints(present, here.get(name), pause);
    const difference = {
      table: name,
      onlyInSnapshot: [...before.keys()].filter((key) => !after.has(key)).length,
      onlyInPresent: [...after.keys()].filter((key) => !before.has(key)).length,
      changed: [...before].filter(([key, hash]) => after.has(key) && after.get(key) !== hash).length,
    };
    if (difference.onlyInSnapshot + difference.onlyInPresent + difference.changed > 0) found.push(difference);
    await pause();
  }
  return found;
}

/** A hash of each row by its key. Keyset pages instead of one open cursor: the connection stays free between slices. */
async function fingerprints(
  db: Database.Database,
  table: TrackedTable | undefined,
  pause: () => Promise<void>,
): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  if (table === undefined) return result;
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const key = table.primaryKey.length > 0 ? table.primaryKey.map(quoted) : ['_rowid_'];
  const columns = [...table.columns].sort().map(quoted);
  const page = db
    .prepare<[number, number]>(
      `SELECT ${[...key, ...columns].join(', ')} FROM ${quoted(table.name)} ORDER BY ${key.join(', ')} LIMIT ? OFFSET ?`,
    )
    .raw();
  const pageSize = 500;
  for (let offset = 0; ; offset += pageSize) {
    const rows = page.all(pageSize, offset) as readonly (readonly unknown[])[];
    for (const row of rows) {
      const hash = createHash('sha256')
        .update(JSON.stringify(row.slice(key.length)))
        .digest('base64');
      result.set(JSON.stringify(row.slice(0, key.length)), hash);
    }
    if (rows.length < pageSize) return result;
    await pause();
  }
}
