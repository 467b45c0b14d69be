import type { Migration } from '../../db/index.ts';

/** Drafts of the access-log wizard, its profiles and the meanings people gave to words of logs: 745 to 749. */
export const logWizardMigrations: readonly Migration[] = [
  {
    id: 745,
    name: 'access-log wizard',
    untracked: ['log_sessions'],
    sql: `
      /* One log file on its way in: a draft until its import is committed. */
      CREATE TABLE log_sessions (
        /* Id of the draft. */
        id TEXT PRIMARY KEY,
        /* Files that were picked together share it. */
        queue_id TEXT NOT NULL,
        /* Place in the queue, from 1. */
        position INTEGER NOT NULL,
        /* waiting: not looked at yet. open: a draft. committed and undone: as its import. */
        status TEXT NOT NULL CHECK (status IN ('waiting', 'open', 'committed', 'undone')),
        /* Name of the file, without its folder. */
        file_name TEXT NOT NULL,
        /* Size of the file. */
        bytes INTEGER NOT NULL,
        /* SHA-256 of the file’s bytes, hex. Empty until it was made. */
        file_sha256 TEXT,
        /* Import this became, as in log_imports. */
        import_id TEXT,
        /* What was told and found out so far, as JSON. Empty while it waits. */
        state TEXT,
        /* First rows as they stand in the file, as JSON, so that a draft can be gone on with before the file is given again. */
        preview TEXT,
        /* Outcome of reading the whole file, as JSON. Empty when columns or table changed since. */
        checked TEXT,
        /* 1 while that outcome is of the present answers. */
        fresh INTEGER NOT NULL DEFAULT 0,
        /* Rises with each change that a person makes. */
        revision INTEGER NOT NULL DEFAULT 0,
        /* When the file was picked, UTC. */
        created_at TEXT NOT NULL,
        /* Last change, UTC. */
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX log_sessions_by_queue ON log_sessions (queue_id, position);
      CREATE INDEX log_sessions_by_import ON log_sessions (import_id) WHERE import_id IS NOT NULL;

      /* How a layout of log files is read, for the next file like it. */
      CREATE TABLE log_profiles (
        /* Id of the profile. */
        id TEXT PRIMARY KEY,
        /* Its name. */
        name TEXT NOT NULL UNIQUE,
        /* Rises each time it is saved again. */
        version INTEGER NOT NULL,
        /* Recognises the layout: product, or hash over the titles. */
        fingerprint TEXT NOT NULL,
        /* Product and export. Empty for a sheet nobody knows. */
        preset TEXT,
        /* Columns, answers and what is left out, as JSON. */
        content TEXT NOT NULL,
        /* How many imports used it. */
        uses INTEGER NOT NULL DEFAULT 0,
        /* When it was saved last, UTC. */
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX log_profiles_by_fingerprint ON log_profiles (fingerprint);

      /* What a word of the logs means here, as a person said: kinds of action, outcomes, countries. */
      CREATE TABLE log_meanings (
        /* action, outcome or country. */
        kind TEXT NOT NULL,
        /* The word, trimmed and in lower case. */
        word TEXT NOT NULL,
        /* Kind of action, outcome or code of the country. */
        means TEXT NOT NULL,
        PRIMARY KEY (kind, word)
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
