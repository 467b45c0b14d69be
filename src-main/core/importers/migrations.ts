import type { Migration } from '../db/index.ts';

/** Staging (untracked: it is not the register) and what imports leave behind (tracked: undo takes it back with the records). */
export const importMigrations: readonly Migration[] = [
  {
    id: 400,
    name: 'imports',
    sql: `
      CREATE TABLE import_sessions (
        id TEXT PRIMARY KEY,
        target TEXT NOT NULL,
        variant TEXT NOT NULL,
        file_name TEXT NOT NULL,
        file_sha256 TEXT NOT NULL,
        state TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE import_rows (
        session_id TEXT NOT NULL,
        row INTEGER NOT NULL,
        cells TEXT NOT NULL,
        edits TEXT,
        excluded INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'unchecked',
        skipped_because TEXT,
        warned INTEGER NOT NULL DEFAULT 0,
        title TEXT NOT NULL DEFAULT '',
        identity TEXT,
        record TEXT,
        outcome TEXT,
        match_id TEXT,
        match_revision INTEGER,
        changes TEXT,
        PRIMARY KEY (session_id, row)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX import_rows_by_state ON import_rows (session_id, state, outcome);
      CREATE INDEX import_rows_by_identity ON import_rows (session_id, identity) WHERE identity IS NOT NULL;

      CREATE TABLE import_issues (
        session_id TEXT NOT NULL,
        row INTEGER NOT NULL,
        group_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        severity TEXT NOT NULL,
        field_id TEXT,
        column_index INTEGER,
        value TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX import_issues_by_group ON import_issues (session_id, group_id, row);
      CREATE INDEX import_issues_by_row ON import_issues (session_id, row);

      CREATE TABLE import_value_memory (
        target TEXT NOT NULL,
        variant TEXT NOT NULL,
        field_id TEXT NOT NULL,
        value_key TEXT NOT NULL,
        meaning TEXT NOT NULL,
        PRIMARY KEY (target, variant, field_id, value_key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE import_profiles (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        target TEXT NOT NULL,
        variant TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        content TEXT NOT NULL,
        uses INTEGER NOT NULL DEFAULT 0,
        updated_at TEXT NOT NULL,
        UNIQUE (target, variant, name)
      ) STRICT;

      CREATE TABLE import_batches (
        id TEXT PRIMARY KEY,
        session_id TEXT NOT NULL,
        target TEXT NOT NULL,
        variant TEXT NOT NULL,
        file_name TEXT NOT NULL,
        file_sha256 TEXT NOT NULL,
        reading_key TEXT NOT NULL,
        profile TEXT,
        counts TEXT NOT NULL,
        committed_at TEXT NOT NULL,
        undone_at TEXT
      ) STRICT;
      CREATE INDEX import_batches_by_file ON import_batches (file_sha256);
      CREATE INDEX import_batches_by_session ON import_batches (session_id);

      CREATE TABLE import_batch_rows (
        batch_id TEXT NOT NULL REFERENCES import_batches (id),
        row INTEGER NOT NULL,
        record_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        before TEXT NOT NULL,
        PRIMARY KEY (batch_id, row)
      ) STRICT;
      CREATE INDEX import_batch_rows_by_record ON import_batch_rows (record_id);
    `,
    untracked: ['import_sessions', 'import_rows', 'import_issues', 'import_value_memory'],
  },
];
