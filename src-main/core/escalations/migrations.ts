import type { Migration } from '../db/index.ts';

/** Questions passed on by name: 1012, and the day each was: 1060. */
export const escalationMigrations: readonly Migration[] = [
  {
    id: 1012,
    name: 'escalations',
    sql: `
      CREATE TABLE escalations (
        id TEXT PRIMARY KEY,
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        to_name TEXT NOT NULL,
        role TEXT,
        path TEXT NOT NULL DEFAULT '',
        ask TEXT NOT NULL,
        due_on TEXT,
        by_name TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        closed TEXT CHECK (closed IN ('answer', 'decision')),
        answer TEXT NOT NULL DEFAULT '',
        answered_by TEXT NOT NULL DEFAULT '',
        answered_on TEXT
      ) STRICT;
      CREATE INDEX escalations_by_record ON escalations (record_kind, record_id);
      CREATE INDEX escalations_open ON escalations (to_name) WHERE closed IS NULL;
    `,
  },
  {
    id: 1060,
    name: 'escalation-days',
    sql: `
      ALTER TABLE escalations ADD COLUMN asked_on TEXT NOT NULL DEFAULT '';
      UPDATE escalations SET asked_on = substr(asked_at, 1, 10);
    `,
  },
];
