import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { is, Table } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import * as classificationTables from '../../src-main/core/classification/tables.ts';
import { migrate, untrackedTables } from '../../src-main/core/db/index.ts';
import { features } from '../../src-main/core/features.ts';
import * as inventoryTables from '../../src-main/core/inventory/tables.ts';
import { journalMigrations } from '../../src-main/core/journal/index.ts';
import { settingsMigrations } from '../../src-main/core/settings/index.ts';
import { workspaceMigrations } from '../../src-main/core/workspace/index.ts';
import { columnNotes, tableNotes } from './column-notes.ts';

export interface DescribedColumn {
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
  readonly nullable: boolean;
  /** Table and column it points to. */
  readonly references: string | undefined;
  /** The only texts it may hold. */
  readonly options: readonly string[];
  readonly meaning: string;
}

export interface DescribedTable {
  readonly name: string;
  readonly meaning: string;
  /** The migration that made it. */
  readonly migration: string;
  /** Whether the journal keeps its changes, so that they can be undone. */
  readonly journalled: boolean;
  readonly columns: readonly DescribedColumn[];
}

const migrations = [
  ...workspaceMigrations,
  ...journalMigrations,
  ...settingsMigrations,
  ...features.flatMap((feature) => feature.migrations),
].sort((a, b) => a.id - b.id);

/**
 * Every table of a workspace, as the migrations make it. Meanings come from comments in the migrations and in the table
 * modules; where the code has none, from `column-notes.ts`. What has a meaning nowhere, or a note for nothing, is a problem.
 */
export function describedTables(root: string): { readonly tables: readonly DescribedTable[]; readonly problems: readonly string[] } {
  const db = new Database(':memory:');
  migrate(db, migrations, '2026-01-01T00:00:00Z');
  const comments = new Map([...sqlComments(db), ...moduleComments(root)]);
  const problems: string[] = [];
  const used = new Set<string>();
  const meaningOf = (key: string, noted: string | undefined): string => {
    used.add(key);
    const meaning = noted ?? comments.get(key);
    if (meaning === undefined) problems.push(`No meaning is stated for ${key}: comment it in the code, or in tools/docs/column-notes.ts`);
    return meaning ?? '';
  };
  const untracked = untrackedTables(db);
  const options = columnOptions();
  const tables = tableNames(db).map((name): DescribedTable => {
    const owner = migrations.find(({ sql }) => sql.includes(`CREATE TABLE ${name} (`));
    return {
      name,
      meaning: meaningOf(name, tableNotes[name]),
      migration: owner === undefined ? 'the migration runner' : `${owner.id} ${owner.name}`,
      journalled: !untracked.has(name),
      columns: columnsOf(db, name).map((column) => ({
        ...column,
        options: options.get(`${name}.${column.name}`) ?? [],
        meaning: meaningOf(`${name}.${column.name}`, columnNotes[`${name}.${column.name}`]),
      })),
    };
  });
  db.close();
  const superfluous = [...Object.keys(tableNotes), ...Object.keys(columnNotes)].filter((key) => !used.has(key));
  problems.push(...superfluous.map((key) => `tools/docs/column-notes.ts explains ${key}, which is not in the schema`));
  return { tables, problems };
}

function tableNames(db: Database.Database): string[] {
  return db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .all()
    .map(({ name }) => name);
}

function columnsOf(db: Database.Database, table: string): Omit<DescribedColumn, 'meaning' | 'options'>[] {
  const foreign = new Map(
    db
      .prepare<[string], { from: string; table: string; to: string }>('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)')
      .all(table)
      .map((key) => [key.from, `${key.table}.${key.to}`]),
  );
  return db
    .prepare<[string], { name: string; type: string; notnull: number; pk: number }>('SELECT * FROM pragma_table_info(?)')
    .all(table)
    .map(({ name, type, notnull, pk }) => ({
      name,
      type,
      key: pk > 0,
      nullable: notnull === 0 && pk === 0,
      references: foreign.get(name),
    }));
}

/** Texts a column is limited to, where its table module lists them. */
function columnOptions(): ReadonlyMap<string, readonly string[]> {
  const modules: readonly unknown[] = [...Object.values(classificationTables), ...Object.values(inventoryTables)];
  return new Map(
    modules
      .filter((value) => is(value, Table))
      .flatMap((table) => {
        const { name, columns } = getTableConfig(table);
        return columns.flatMap((column) =>
          column.enumValues === undefined || column.enumValues.length === 0 ? [] : [[`${name}.${column.name}`, column.enumValues] as const],
        );
      }),
  );
}

const tidied = (comment: string) =>
  comment
    .replaceAll(/\s*\n\s*\*?\s*/g, ' ')
    .replace(/^\*/, '')
    .trim();

/** Comments that stand before a table or a column in the SQL. The file keeps those inside a table's definition. */
function* sqlComments(db: Database.Database): Generator<[string, string]> {
  for (const { sql } of migrations)
    for (const [, comment = '', table = ''] of sql.matchAll(/\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*CREATE TABLE (\w+)/g))
      yield [table, tidied(comment)];
  const made = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
  for (const { name, sql } of made)
    for (const [, comment = '', column = ''] of sql.matchAll(/\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+) /g))
      yield [`${name}.${column}`, tidied(comment)];
}

/** Doc comments that stand before a table or a column in the table modules. */
function* moduleComments(root: string): Generator<[string, string]> {
  for (const feature of readdirSync(path.join(root, 'src-main', 'core'))) {
    const file = path.join(root, 'src-main', 'core', feature, 'tables.ts');
    if (!existsSync(file)) continue;
    const source = readFileSync(file, 'utf8');
    let table = '';
    const parts = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(?:export const \w+ = sqliteTable\(\s*'(\w+)'|\n?\s*\w+: \w+\('(\w+)')/g;
    for (const [, comment, made, column] of source.matchAll(parts)) {
      if (made !== undefined) table = made;
      if (comment !== undefined) yield [column === undefined ? table : `${table}.${column}`, tidied(comment)];
    }
  }
}
