import type { Migration } from '../db/index.ts';

export const journalMigrations: readonly Migration[] = [
  {
    id: 100,
    name: 'journal',
    untracked: ['journal_entries', 'journal_changes', 'journal_head'],
    sql: `
      /* One command each; never edited. */
      CREATE TABLE journal_entries (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        initials TEXT NOT NULL,
        method TEXT NOT NULL,
        params TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
        reverses INTEGER,
        entity TEXT,
        record TEXT,
        packs TEXT NOT NULL,
        undoable INTEGER NOT NULL,
        changed_rows INTEGER NOT NULL,
        /* SHA-256 over the rows of journal_changes, in hex. */
        changes_hash TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX journal_entries_subject ON journal_entries (record) WHERE record IS NOT NULL;

      /* Every row a command changed, whole, as SQL literals in column order: exact for text, integers, reals, blobs and NULL. */
      CREATE TABLE journal_changes (
        id INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
        record TEXT,
        row_before INTEGER,
        row_after INTEGER,
        before TEXT,
        after TEXT
      ) STRICT;
      CREATE INDEX journal_changes_entry ON journal_changes (entry);
      CREATE INDEX journal_changes_record ON journal_changes (record) WHERE record IS NOT NULL;

      /* Newest entry, so that a cut-off tail is noticed. */
      CREATE TABLE journal_head (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      INSERT INTO journal_head VALUES (1, 0, '${'0'.repeat(64)}');

      CREATE TRIGGER journal_entries_keep BEFORE UPDATE ON journal_entries BEGIN SELECT RAISE(ABORT, 'journal entries are never edited'); END;
      CREATE TRIGGER journal_entries_stay BEFORE DELETE ON journal_entries BEGIN SELECT RAISE(ABORT, 'journal entries are never removed'); END;
      CREATE TRIGGER journal_changes_keep BEFORE UPDATE ON journal_changes BEGIN SELECT RAISE(ABORT, 'journal changes are never edited'); END;
      CREATE TRIGGER journal_changes_stay BEFORE DELETE ON journal_changes BEGIN SELECT RAISE(ABORT, 'journal changes are never removed'); END;
    `,
  },
];
