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
  {
    id: 101,
    name: 'what was erased from the journal',
    sql: `
      /* An entry from which data of an erased person was taken out. The row is captured like any other, so the entry that erased vouches for it. */
      CREATE TABLE journal_erasures (
        /* Number of the entry that said less afterwards. */
        entry INTEGER PRIMARY KEY,
        /* SHA-256 of what is left of the entry, hex. The hash the entry was written with stays where it is, for the chain. */
        entry_hash TEXT NOT NULL,
        /* SHA-256 over what is left of its changes, hex. */
        changes_hash TEXT NOT NULL
      ) STRICT;

      DROP TRIGGER journal_entries_keep;
      DROP TRIGGER journal_changes_keep;
      /* Only the blanks of a text may be emptied, and only where the erasure is on record. */
      CREATE TRIGGER journal_entries_keep BEFORE UPDATE ON journal_entries
      WHEN NOT EXISTS (SELECT 1 FROM journal_erasures WHERE entry = old.seq)
        OR (new.seq, new.at, new.person, new.initials, new.method, new.kind, new.reverses, new.entity, new.record, new.packs, new.undoable,
            new.changed_rows, new.changes_hash, new.previous_hash, new.hash)
        IS NOT (old.seq, old.at, old.person, old.initials, old.method, old.kind, old.reverses, old.entity, old.record, old.packs, old.undoable,
            old.changed_rows, old.changes_hash, old.previous_hash, old.hash)
      BEGIN SELECT RAISE(ABORT, 'journal entries are never edited'); END;
      /* Rows may be emptied of an entry whose erasure is on record, and of the entry that is being written. */
      CREATE TRIGGER journal_changes_keep BEFORE UPDATE ON journal_changes
      WHEN (EXISTS (SELECT 1 FROM journal_entries WHERE seq = old.entry) AND NOT EXISTS (SELECT 1 FROM journal_erasures WHERE entry = old.entry))
        OR new.before IS NOT NULL OR new.after IS NOT NULL
        OR (new.id, new.entry, new.table_name, new.operation, new.record, new.row_before, new.row_after)
        IS NOT (old.id, old.entry, old.table_name, old.operation, old.record, old.row_before, old.row_after)
      BEGIN SELECT RAISE(ABORT, 'journal changes are never edited'); END;
    `,
  },
  {
    id: 102,
    name: 'entries by the hash of what left the program',
    sql: `
      CREATE INDEX journal_entries_sha256 ON journal_entries (json_extract(params, '$.sha256')) WHERE json_extract(params, '$.sha256') IS NOT NULL;
    `,
  },
];
