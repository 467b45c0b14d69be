import type { Migration } from '../db/index.ts';

/** Tables of the reports: 600 to 649. */
export const reportMigrations: readonly Migration[] = [
  {
    id: 600,
    name: 'report exports',
    // Not undone: a file that left the program has left it, whatever is undone afterwards.
    untracked: ['report_exports'],
    sql: `
      CREATE TABLE report_exports (
        id TEXT PRIMARY KEY,
        number TEXT NOT NULL,
        what TEXT NOT NULL,
        format TEXT NOT NULL,
        subject TEXT NOT NULL,
        asset_id TEXT,
        redaction TEXT NOT NULL,
        judged_on TEXT NOT NULL,
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        file_name TEXT,
        size_bytes INTEGER,
        sha256 TEXT NOT NULL,
        content_hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX report_exports_at ON report_exports (at);
      CREATE INDEX report_exports_asset ON report_exports (asset_id);
    `,
  },
];
