import type { Migration } from '../db/index.ts';

/** Tables of official lists: 800 to 819. */
export const listMigrations: readonly Migration[] = [
  {
    id: 800,
    name: 'lists',
    // Entries are written once, under the hash of what they say, and never change; a version is the set of them. Until a version is named in
    // `list_versions` its entries are only waiting. None of it need stand in the journal again.
    untracked: ['list_entries', 'list_members', 'list_rejects', 'list_notices'],
    sql: `
      CREATE TABLE list_versions (
        id TEXT PRIMARY KEY,
        list TEXT NOT NULL,
        format TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        published TEXT,
        imported_at TEXT NOT NULL,
        imported_by TEXT NOT NULL,
        parties INTEGER NOT NULL,
        names INTEGER NOT NULL,
        rejects INTEGER NOT NULL,
        by_type TEXT NOT NULL
      ) STRICT;
      CREATE INDEX list_versions_list ON list_versions (list, imported_at);

      CREATE TABLE list_choices (
        list TEXT PRIMARY KEY,
        off INTEGER NOT NULL,
        title TEXT NOT NULL DEFAULT ''
      ) STRICT;

      CREATE TABLE list_entries (
        id INTEGER PRIMARY KEY,
        hash BLOB NOT NULL UNIQUE,
        list TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        type TEXT NOT NULL,
        name TEXT NOT NULL,
        other_names INTEGER NOT NULL,
        countries TEXT NOT NULL,
        programmes TEXT NOT NULL,
        search TEXT NOT NULL,
        body BLOB NOT NULL
      ) STRICT;
      CREATE INDEX list_entries_entry ON list_entries (list, entry_id);

      CREATE TABLE list_members (
        version_id TEXT NOT NULL,
        entry INTEGER NOT NULL,
        file TEXT NOT NULL,
        line INTEGER NOT NULL,
        PRIMARY KEY (version_id, entry)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE list_rejects (
        version_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        file TEXT NOT NULL,
        line INTEGER NOT NULL,
        reason TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (version_id, place)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE list_notices (
        version_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        count INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (version_id, place)
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
