import type { Migration } from '../db/index.ts';

/** The training record: 1040 to 1044. */
export const trainingMigrations: readonly Migration[] = [
  {
    id: 1040,
    name: 'training record',
    sql: `
      CREATE TABLE training_courses (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        /* Title in the form imports compare. */
        title_key TEXT NOT NULL,
        /* What it covers, or where its material lies. */
        content TEXT NOT NULL,
        /* Whom it is for, as JSON. */
        audience TEXT NOT NULL,
        /* How often: once, quarterly, yearly, own. */
        every TEXT NOT NULL,
        /* Days between two, for own. */
        every_days INTEGER,
        /* Days a new person has for the first time. */
        within_days INTEGER NOT NULL,
        /* Day from which it is asked. */
        since TEXT NOT NULL,
        /* 1: only passed counts. */
        must_pass INTEGER NOT NULL,
        /* Who answers for it. */
        owner TEXT NOT NULL,
        retired INTEGER NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX training_courses_by_title ON training_courses (title_key);

      CREATE TABLE training_sessions (
        id TEXT PRIMARY KEY,
        course_id TEXT NOT NULL REFERENCES training_courses (id),
        held_on TEXT NOT NULL,
        /* Who held it. */
        by_name TEXT NOT NULL,
        place TEXT NOT NULL,
        note TEXT NOT NULL,
        /* held, import or exercise: how it came onto the record. */
        origin TEXT NOT NULL,
        import_batch TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX training_sessions_by_course ON training_sessions (course_id, held_on);
      CREATE INDEX training_sessions_by_day ON training_sessions (held_on);

      CREATE TABLE training_attendance (
        id TEXT PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES training_sessions (id),
        person_id TEXT NOT NULL,
        /* attended, passed, failed or absent. */
        result TEXT NOT NULL,
        note TEXT NOT NULL,
        import_batch TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE UNIQUE INDEX training_attendance_by_session ON training_attendance (session_id, person_id);
      /* Holds all that working out who is due asks. */
      CREATE INDEX training_attendance_by_result ON training_attendance (session_id, result, person_id);
      CREATE INDEX training_attendance_by_person ON training_attendance (person_id);

      CREATE TABLE training_owners (
        id TEXT PRIMARY KEY,
        /* What is answered for: team, role or site. */
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        /* Who answers for the training of its people. */
        owner TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE UNIQUE INDEX training_owners_by_name ON training_owners (kind, name);

      /* A person's own page asks for their briefings. */
      CREATE INDEX access_briefings_by_person ON access_briefings (person_id);
    `,
  },
];
