import type { Migration } from '../db/index.ts';

/** Tables of screening: 840 to 859. */
export const screeningMigrations: readonly Migration[] = [
  {
    id: 840,
    name: 'screening',
    // What a run finds is found again by the next run; what people decide about it is kept, journalled and undone.
    untracked: ['screening_hits', 'screening_runs', 'screening_subjects', 'screening_bases', 'screening_lookups'],
    sql: `
      CREATE TABLE screening_hits (
        id TEXT PRIMARY KEY,
        subject_kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        list TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        type TEXT NOT NULL,
        entry_name TEXT NOT NULL,
        matched_name TEXT NOT NULL,
        query_name TEXT NOT NULL,
        score REAL NOT NULL,
        name_score REAL NOT NULL,
        evidence_score REAL NOT NULL,
        body TEXT NOT NULL,
        subject_ground TEXT NOT NULL,
        entry_ground TEXT NOT NULL,
        list_version TEXT NOT NULL,
        version_id TEXT NOT NULL,
        engine TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        first_run TEXT NOT NULL,
        gone INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX screening_hits_subject ON screening_hits (subject_kind, subject_id);
      CREATE INDEX screening_hits_entry ON screening_hits (list, entry_id);

      CREATE TABLE screening_decisions (
        id TEXT PRIMARY KEY,
        hit_id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        seconds REAL,
        subject_ground TEXT NOT NULL,
        entry_ground TEXT NOT NULL,
        needs_second INTEGER NOT NULL DEFAULT 0,
        second_agree INTEGER,
        second_note TEXT NOT NULL DEFAULT '',
        second_by TEXT NOT NULL DEFAULT '',
        second_at TEXT
      ) STRICT;
      CREATE INDEX screening_decisions_hit ON screening_decisions (hit_id, decided_at);

      CREATE TABLE screening_settings (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        manner TEXT NOT NULL,
        thresholds TEXT NOT NULL,
        second_person INTEGER NOT NULL,
        remind_after_days INTEGER NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE screening_runs (
        id TEXT PRIMARY KEY,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        run_by TEXT NOT NULL,
        cause TEXT NOT NULL,
        subjects INTEGER NOT NULL,
        entries INTEGER NOT NULL,
        new_hits INTEGER NOT NULL,
        lapsed INTEGER NOT NULL,
        gone INTEGER NOT NULL,
        lists TEXT NOT NULL,
        profile TEXT NOT NULL
      ) STRICT;

      CREATE TABLE screening_subjects (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        hash TEXT NOT NULL,
        screened_at TEXT NOT NULL,
        PRIMARY KEY (kind, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE screening_bases (
        list TEXT PRIMARY KEY,
        version_id TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE screening_lookups (
        id TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
