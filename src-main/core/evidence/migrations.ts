import type { Migration } from '../db/index.ts';

/** Tables of evidence: 270 to 289. */
export const evidenceMigrations: readonly Migration[] = [
  {
    id: 270,
    name: 'evidence files',
    // Bytes are written once under their hash and never change, so the journal need not hold them again.
    untracked: ['evidence_pieces'],
    sql: `
      CREATE TABLE evidence_pieces (
        sha256 TEXT NOT NULL,
        place INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, place)
      ) STRICT;

      CREATE TABLE evidence (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        field TEXT,
        name TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX evidence_by_asset ON evidence (asset_id, added_at);
    `,
  },
];
