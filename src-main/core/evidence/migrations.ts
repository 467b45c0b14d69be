import type { Migration } from '../db/index.ts';

/** Tables of evidence: 270 to 289, and 960 to 969. */
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
  {
    id: 960,
    name: 'evidence on any record',
    sql: `
      /* The first ten columns stand in the order they always had, so that the history of earlier rows still reads right. */
      CREATE TABLE evidence_on_records (
        id TEXT PRIMARY KEY,
        record_id TEXT NOT NULL,
        part TEXT,
        name TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT,
        note TEXT NOT NULL DEFAULT '',
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0,
        record_kind TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('file', 'link', 'note')),
        address TEXT NOT NULL DEFAULT '',
        attorney_advice INTEGER NOT NULL DEFAULT 0,
        CHECK ((kind = 'file') = (sha256 IS NOT NULL))
      ) STRICT;
      INSERT INTO evidence_on_records (id, record_id, part, name, size_bytes, sha256, note, added_by, added_at, revision, record_kind, kind)
        SELECT id, asset_id, field, name, size_bytes, sha256, note, added_by, added_at, revision, 'asset', 'file' FROM evidence;
      DROP TABLE evidence;
      ALTER TABLE evidence_on_records RENAME TO evidence;
      CREATE INDEX evidence_by_record ON evidence (record_kind, record_id, added_at);
      CREATE INDEX evidence_by_hash ON evidence (sha256) WHERE sha256 IS NOT NULL;
    `,
  },
  {
    id: 961,
    name: 'evidence by the time it was kept',
    // All that counting and putting in order need, so that no note is read for it.
    sql: 'CREATE INDEX evidence_by_time ON evidence (added_at, id, size_bytes, attorney_advice);',
  },
];
