import type Database from 'better-sqlite3';
import type { Migration } from './types.ts';

const bookkeeping = `
  CREATE TABLE IF NOT EXISTS schema_migrations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    /** Tables the step made whose rows are not journalled, as a JSON array. */
    untracked TEXT NOT NULL,
    applied_at TEXT NOT NULL
  ) STRICT;`;

export interface SchemaState {
  /** Steps in the file that this version does not know: the file is newer. */
  readonly unknown: readonly number[];
  readonly pending: readonly Migration[];
  readonly appliedCount: number;
}

/** Compares a file's schema with what this version knows. Reads only. */
export function schemaState(db: Database.Database, migrations: readonly Migration[]): SchemaState {
  const applied = new Set(appliedIds(db));
  const known = new Set(migrations.map((migration) => migration.id));
  return {
    unknown: [...applied].filter((id) => !known.has(id)),
    pending: inOrder(migrations).filter((migration) => !applied.has(migration.id)),
    appliedCount: applied.size,
  };
}

/** Applies the pending steps in order, each in a transaction of its own. A step that fails leaves the file at the step before. */
export function migrate(db: Database.Database, migrations: readonly Migration[], now: string): void {
  const { pending } = schemaState(db, migrations);
  if (pending.length === 0) return;
  db.exec(bookkeeping);
  const record = db.prepare('INSERT INTO schema_migrations (id, name, untracked, applied_at) VALUES (?, ?, ?, ?)');
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(migration.sql);
      record.run(migration.id, migration.name, JSON.stringify(migration.untracked ?? []), now);
    }).immediate();
  }
}

/** Names of tables that no change is kept of. */
export function untrackedTables(db: Database.Database): ReadonlySet<string> {
  const rows = db.prepare<[], { untracked: string }>('SELECT untracked FROM schema_migrations').all();
  return new Set(['schema_migrations', ...rows.flatMap((row) => JSON.parse(row.untracked) as string[])]);
}

/** Throws when two steps share a number: each feature keeps to its range. */
export function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  const sorted = [...migrations].sort((a, b) => a.id - b.id);
  sorted.forEach((migration, place) => {
    if (sorted[place - 1]?.id === migration.id) throw new Error(`Two migrations have the number ${migration.id}`);
  });
  return sorted;
}

function appliedIds(db: Database.Database): readonly number[] {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'").get();
  if (exists === undefined) return [];
  return db
    .prepare<[], { id: number }>('SELECT id FROM schema_migrations')
    .all()
    .map((row) => row.id);
}
