import type { Migration } from '../db/index.ts';

/** Findings are written once and never edited; which one counts is a pointer in the asset's state. */
export const classificationMigrations: readonly Migration[] = [
  {
    id: 300,
    name: 'findings and decisions',
    sql: `
      CREATE TABLE findings (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL,
        version_id TEXT NOT NULL,
        judged_on TEXT NOT NULL,
        packs_key TEXT NOT NULL,
        item_facts BLOB NOT NULL,
        result BLOB NOT NULL,
        result_sha256 TEXT NOT NULL,
        summary TEXT NOT NULL,
        questions TEXT NOT NULL DEFAULT '[]',
        found_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX findings_by_asset ON findings (asset_id, found_at);

      CREATE TABLE decisions (
        id TEXT PRIMARY KEY,
        finding_id TEXT NOT NULL,
        asset_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        classification TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        expires_on TEXT NOT NULL
      ) STRICT;
      CREATE INDEX decisions_by_asset ON decisions (asset_id);

      CREATE TABLE reviews (
        id TEXT PRIMARY KEY,
        finding_id TEXT NOT NULL,
        asset_id TEXT NOT NULL,
        asked_of TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        outcome TEXT NOT NULL,
        note TEXT NOT NULL,
        reviewed_on TEXT
      ) STRICT;
      CREATE INDEX reviews_by_asset ON reviews (asset_id);

      CREATE TABLE rulings (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL,
        reference TEXT NOT NULL,
        submitted_on TEXT,
        state TEXT NOT NULL,
        answer TEXT NOT NULL,
        answered_on TEXT,
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX rulings_by_asset ON rulings (asset_id);

      CREATE TABLE notes (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL,
        text TEXT NOT NULL,
        attorney_advice INTEGER NOT NULL,
        author TEXT NOT NULL,
        written_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX notes_by_asset ON notes (asset_id);
    `,
    untracked: ['findings'],
  },
  {
    id: 301,
    name: 'questions of a finding, packed',
    // Findings written before keep theirs as text in `questions`, and have no hash.
    sql: `
      ALTER TABLE findings ADD COLUMN questions_packed BLOB;
      ALTER TABLE findings ADD COLUMN questions_sha256 TEXT;
    `,
  },
  {
    id: 302,
    name: 'authority of a ruling request',
    sql: `ALTER TABLE rulings ADD COLUMN authority TEXT NOT NULL DEFAULT 'BIS';`,
  },
  {
    id: 303,
    name: 'what findings share, kept once',
    // Findings written before share nothing: they were compressed on their own, facts and questions as well.
    sql: `
      CREATE TABLE finding_dictionaries (
        id TEXT PRIMARY KEY,
        packed BLOB NOT NULL
      ) STRICT;
      CREATE TABLE finding_questions (
        sha256 TEXT PRIMARY KEY,
        packed BLOB NOT NULL
      ) STRICT;
      ALTER TABLE findings ADD COLUMN dictionary_id TEXT;
    `,
    untracked: ['finding_dictionaries', 'finding_questions'],
  },
  {
    id: 304,
    name: 'notes on any record',
    sql: `
      ALTER TABLE notes RENAME COLUMN asset_id TO record_id;
      ALTER TABLE notes ADD COLUMN entity TEXT NOT NULL DEFAULT 'assets';
    `,
  },
];
