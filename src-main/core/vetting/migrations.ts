import type { Migration } from '../db/index.ts';

/** Checks and undertakings of parties and staff: 1010. */
export const vettingMigrations: readonly Migration[] = [
  {
    id: 1010,
    name: 'checks and undertakings',
    // What a check of staff says is written once and never changed, so that a step back finds it, and never enters the journal.
    untracked: ['vetting_words'],
    sql: `
      CREATE TABLE vettings (
        id TEXT PRIMARY KEY,
        subject_kind TEXT NOT NULL CHECK (subject_kind IN ('party', 'person')),
        subject_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        done_on TEXT NOT NULL,
        done_by TEXT NOT NULL,
        next_on TEXT,
        result TEXT,
        matter TEXT NOT NULL DEFAULT '',
        conditions TEXT NOT NULL DEFAULT '',
        words_id TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX vettings_by_subject ON vettings (subject_kind, subject_id, done_on);

      CREATE TABLE vetting_words (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        result TEXT NOT NULL,
        matter TEXT NOT NULL,
        conditions TEXT NOT NULL
      ) STRICT;
      CREATE INDEX vetting_words_by_person ON vetting_words (person_id);

      CREATE TABLE vetting_rules (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        rules TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `,
  },
];
