import type { Migration } from '../db/index.ts';

export const workspaceMigrations: readonly Migration[] = [
  {
    id: 1,
    name: 'workspace',
    sql: `
      /* The workspace's own name: business data, so it lies in here and not in the header. */
      CREATE TABLE workspace_info (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        color TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('live', 'exercise')),
        created_at TEXT NOT NULL
      ) STRICT;
    `,
  },
];
