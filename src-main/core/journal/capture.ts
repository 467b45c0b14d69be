import type Database from 'better-sqlite3';
import { untrackedTables } from '../db/index.ts';

/** A tracked table, as capture and undo need to know it. */
export interface TrackedTable {
  readonly name: string;
  /** Stored columns in table order; generated ones are left out. */
  readonly columns: readonly string[];
  /** Those among them that keep a number as it is given, minus zero too: a column for numbers makes it zero. */
  readonly anyColumns: ReadonlySet<string>;
  readonly primaryKey: readonly string[];
  /** True when rows are told apart by a rowid that is no column of its own. */
  readonly hiddenRowid: boolean;
  readonly withoutRowid: boolean;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
  readonly hidden: number;
}

/** Every ordinary table that no migration listed as untracked. */
export function trackedTables(db: Database.Database): ReadonlyMap<string, TrackedTable> {
  const untracked = untrackedTables(db);
  const all = db.prepare<[], { schema: string; name: string; type: string; wr: number }>('PRAGMA table_list').all();
  const shadows = all.filter((table) => table.type === 'virtual').map((table) => `${table.name}_`);
  const chosen = all.filter(
    (table) =>
      table.schema === 'main' &&
      table.type === 'table' &&
      !table.name.startsWith('sqlite_') &&
      !untracked.has(table.name) &&
      !shadows.some((prefix) => table.name.startsWith(prefix)),
  );
  return new Map(chosen.map((table) => [table.name, describeTable(db, table.name, table.wr === 1)]));
}

function describeTable(db: Database.Database, name: string, withoutRowid: boolean): TrackedTable {
  const rows = db
    .prepare<[string], ColumnRow>('SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)')
    .all(name)
    .filter((column) => column.hidden === 0);
  const keys = rows.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  const rowidAlias = keys.length === 1 && keys[0]?.type.toUpperCase() === 'INTEGER' && !withoutRowid;
  return {
    name,
    columns: rows.map((column) => column.name),
    anyColumns: new Set(rows.filter(({ type }) => ['ANY', 'BLOB', ''].includes(type.toUpperCase())).map(({ name: column }) => column)),
    primaryKey: keys.map((key) => key.name),
    hiddenRowid: !withoutRowid && !rowidAlias,
    withoutRowid,
  };
}

/** Names the entry a change belongs to; throws when no command is running, so that nothing is written past the journal. */
const entryFunction = 'gatehouse_entry';

/**
 * Makes every change of a tracked table leave its row, before and after, in the journal. The triggers are temporary: made
 * at each opening from the tables as they are, never part of the file.
 */
export function startCapture(db: Database.Database, currentEntry: () => number): ReadonlyMap<string, TrackedTable> {
  db.function(entryFunction, { deterministic: false }, () => currentEntry());
  const tables = trackedTables(db);
  for (const table of tables.values()) db.exec(captureSql(table));
  return tables;
}

function captureSql(table: TrackedTable): string {
  const row = (side: 'old' | 'new') => (table.withoutRowid ? 'NULL' : `${side}._rowid_`);
  const record = (side: 'old' | 'new') => {
    const key = table.columns.includes('id') ? 'id' : table.primaryKey[0];
    return key === undefined ? 'NULL' : `CAST(${side}.${identifier(key)} AS TEXT)`;
  };
  const trigger = (operation: 'insert' | 'update' | 'delete', values: string) => `
    CREATE TEMP TRIGGER ${identifier(`capture_${table.name}_${operation}`)} AFTER ${operation.toUpperCase()} ON main.${identifier(table.name)} BEGIN
      INSERT INTO journal_changes (entry, table_name, operation, record, row_before, row_after, before, after)
      VALUES (${entryFunction}(), ${text(table.name)}, '${operation}', ${values});
    END;`;
  return [
    trigger('insert', `${record('new')}, NULL, ${row('new')}, NULL, ${rowLiteral(table, 'new')}`),
    trigger('update', `${record('old')}, ${row('old')}, ${row('new')}, ${rowLiteral(table, 'old')}, ${rowLiteral(table, 'new')}`),
    trigger('delete', `${record('old')}, ${row('old')}, NULL, ${rowLiteral(table, 'old')}, NULL`),
  ].join('\n');
}

/**
 * SQL that writes a row as a list of literals. `quote` stops at a NUL character in text, so such text goes as bytes, and drops the sign of
 * minus zero, which only an angle tells from zero.
 */
function rowLiteral(table: TrackedTable, side: 'old' | 'new'): string {
  return table.columns
    .map((column) => {
      const value = `${side}.${identifier(column)}`;
      const minusZero = `WHEN typeof(${value}) = 'real' AND ${value} = 0 AND atan2(${value}, -1) < 0 THEN '-0.0'`;
      return `CASE WHEN typeof(${value}) = 'text' AND instr(${value}, char(0)) > 0 THEN 'CAST(' || quote(CAST(${value} AS BLOB)) || ' AS TEXT)' ${
        table.anyColumns.has(column) ? minusZero : ''
      } ELSE quote(${value}) END`;
    })
    .join(" || ',' || ");
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
