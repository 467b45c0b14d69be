import type { Migration } from '../db/index.ts';

/** Tables of retention: 975 to 979. */
export const retentionMigrations: readonly Migration[] = [
  {
    id: 975,
    name: 'how long records are kept',
    sql: `
      CREATE TABLE retention_events (
        id TEXT PRIMARY KEY,
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        what TEXT NOT NULL,
        day TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        added_by TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX retention_events_by_record ON retention_events (record_kind, record_id);

      CREATE TABLE disposals (
        id TEXT PRIMARY KEY,
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        title TEXT NOT NULL,
        reason TEXT NOT NULL,
        keep_until TEXT NOT NULL,
        items TEXT NOT NULL,
        disposed_by TEXT NOT NULL,
        disposed_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX disposals_by_day ON disposals (disposed_at);
    `,
  },
];
