import type { Migration } from '../db/index.ts';

export const settingsMigrations: readonly Migration[] = [
  {
    id: 500,
    name: 'settings and drafts',
    untracked: ['drafts'],
    sql: `
      /* One setting a row; the value is JSON. */
      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      /* Forms somebody has not finished, saved as they are typed. */
      CREATE TABLE drafts (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        saved_at TEXT NOT NULL
      ) STRICT;
    `,
  },
];
