import type { Migration } from '../../src-main/core/db/index.ts';
import { defineFeature, type Feature, type FeatureDeps } from '../../src-main/core/feature.ts';

/** A feature without methods that lets a test use the open workspace as a real feature would. */
export interface Probe {
  readonly feature: Feature;
  /** What the core gave the feature. */
  deps(): FeatureDeps;
}

export function createProbe(migrations: readonly Migration[]): Probe {
  let given: FeatureDeps | undefined;
  return {
    feature: defineFeature({
      methods: {},
      create(deps) {
        given = deps;
        return {};
      },
      migrations,
    }),
    deps() {
      if (given === undefined) throw new Error('The app has not been created yet');
      return given;
    },
  };
}

/** Tables of every shape that capture must cope with. */
export const oddTables: Migration = {
  id: 290,
  name: 'odd tables',
  untracked: ['notes_search'],
  sql: `
    CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT, "odd "" name" ANY, amount REAL, count INTEGER, bytes BLOB, folded TEXT COLLATE NOCASE,
      upper_body TEXT GENERATED ALWAYS AS (upper(body)) STORED) STRICT;
    CREATE TABLE numbered (id INTEGER PRIMARY KEY, label TEXT, note_id TEXT REFERENCES notes (id) ON DELETE CASCADE ON UPDATE CASCADE) STRICT;
    CREATE TABLE pairs (a TEXT NOT NULL, b INTEGER NOT NULL, value ANY, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
    CREATE TABLE loose (value ANY) STRICT;
    CREATE VIRTUAL TABLE notes_search USING fts5 (body, content = '');
    CREATE TRIGGER notes_searched AFTER INSERT ON notes BEGIN INSERT INTO notes_search (rowid, body) VALUES (new._rowid_, new.body); END;
  `,
};

/** Every row of the tracked tables, exactly, in the order of their keys. */
export function dumpTables(db: ReturnType<FeatureDeps['session']>['db']): string {
  const rows = (sql: string) => db.prepare(sql).safeIntegers().raw().all();
  const exact = (value: unknown): unknown =>
    typeof value === 'bigint'
      ? `int ${value}`
      : Buffer.isBuffer(value)
        ? `blob ${value.toString('hex')}`
        : typeof value === 'number'
          ? `real ${Object.is(value, -0) ? '-0' : value}`
          : value;
  return ['notes', 'numbered', 'pairs', 'loose', 'settings', 'workspace_info']
    .map((table) => {
      const rowid = table === 'pairs' ? '' : '_rowid_, ';
      return `${table}: ${JSON.stringify((rows(`SELECT ${rowid}* FROM ${table} ORDER BY 1, 2`) as unknown[][]).map((row) => row.map(exact)))}`;
    })
    .join('\n');
}
