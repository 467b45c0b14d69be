import type { Migration } from '../db/index.ts';

/** Tables of the rule library: 650 to 699. */
export const ruleLibraryMigrations: readonly Migration[] = [
  {
    id: 650,
    name: 'guide thresholds of the company',
    sql: `
      CREATE TABLE guide_changes (
        id TEXT PRIMARY KEY,
        pack TEXT NOT NULL,
        entry TEXT NOT NULL,
        enabled INTEGER NOT NULL,
        value REAL,
        reason TEXT NOT NULL,
        revision INTEGER NOT NULL,
        changed_on TEXT NOT NULL
      ) STRICT;
      CREATE TABLE own_thresholds (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        quantity TEXT NOT NULL,
        value REAL NOT NULL,
        enabled INTEGER NOT NULL,
        reason TEXT NOT NULL,
        revision INTEGER NOT NULL,
        changed_on TEXT NOT NULL
      ) STRICT;
    `,
  },
];
