import type { Migration } from '../db/index.ts';

/** Tables of address data: 720 to 739. */
export const networkMigrations: readonly Migration[] = [
  {
    id: 720,
    name: 'networks',
    // Bytes of databases and lists are written once under their hash and never change, so the journal need not hold them again.
    untracked: ['network_pieces'],
    sql: `
      CREATE TABLE network_pieces (
        sha256 TEXT NOT NULL,
        place INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, place)
      ) STRICT;

      CREATE TABLE network_databases (
        role TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        day TEXT NOT NULL,
        ranges INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        file_name TEXT NOT NULL,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE network_lists (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        tag TEXT NOT NULL,
        day TEXT,
        networks INTEGER NOT NULL,
        ranges INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        file_name TEXT NOT NULL,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE network_allowed (
        id TEXT PRIMARY KEY,
        network TEXT NOT NULL,
        reason TEXT NOT NULL,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE network_exits (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        network TEXT NOT NULL,
        from_day TEXT,
        until_day TEXT,
        added_by TEXT NOT NULL,
        added_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `,
  },
];
