import type { Migration } from '../db/index.ts';

/** Tables of evidence: 270 to 289. Bytes stay out of the undo history, which would keep each of them twice. */
export const evidenceMigrations: readonly Migration[] = [
  {
    id: 270,
    name: 'evidence files',
    sql: `
      CREATE TABLE evidence (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        name TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        about TEXT NOT NULL,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX evidence_by_asset ON evidence (asset_id);
      CREATE TABLE evidence_pieces (
        sha256 TEXT NOT NULL,
        place INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, place)
      ) STRICT;
    `,
    untracked: ['evidence_pieces'],
  },
];
