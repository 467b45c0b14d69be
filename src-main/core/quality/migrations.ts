import type { Migration } from '../db/index.ts';

/** Tables of quality: 980 to 989. */
export const qualityMigrations: readonly Migration[] = [
  {
    id: 980,
    name: 'own targets for how long cases may take',
    sql: `
      CREATE TABLE cycle_targets (
        kind TEXT PRIMARY KEY,
        days INTEGER NOT NULL CHECK (days > 0)
      ) STRICT;
    `,
  },
];
