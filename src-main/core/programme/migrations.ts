import type { Migration } from '../db/index.ts';

/** Tables of the compliance programme: 920 to 939. */
export const programmeMigrations: readonly Migration[] = [
  {
    id: 920,
    name: 'compliance programme',
    sql: `
      CREATE TABLE programme_settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE assessments (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        assessed_on TEXT NOT NULL,
        by_name TEXT NOT NULL,
        scope TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'draft',
        elements_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX assessments_by_day ON assessments (assessed_on, created_at);
      CREATE TABLE assessment_answers (
        id TEXT PRIMARY KEY,
        assessment_id TEXT NOT NULL REFERENCES assessments (id),
        question_id TEXT NOT NULL,
        applies INTEGER NOT NULL,
        maturity INTEGER,
        note TEXT NOT NULL,
        shown_by TEXT NOT NULL,
        gap TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE UNIQUE INDEX assessment_answers_by_question ON assessment_answers (assessment_id, question_id);

      CREATE TABLE risk_assessments (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        assessed_on TEXT NOT NULL,
        cause TEXT NOT NULL,
        cause_note TEXT NOT NULL,
        conclusion TEXT NOT NULL DEFAULT '',
        signed_by TEXT NOT NULL DEFAULT '',
        signed_on TEXT,
        sign_note TEXT NOT NULL DEFAULT '',
        packs TEXT NOT NULL DEFAULT '[]',
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX risk_assessments_by_day ON risk_assessments (assessed_on, created_at);
      CREATE TABLE risk_rows (
        id TEXT PRIMARY KEY,
        risk_id TEXT NOT NULL REFERENCES risk_assessments (id),
        asset_id TEXT,
        asset_name TEXT NOT NULL,
        country TEXT NOT NULL,
        end_use TEXT NOT NULL,
        misuse TEXT NOT NULL,
        likelihood INTEGER,
        effect INTEGER,
        likelihood_after INTEGER,
        effect_after INTEGER,
        safeguards TEXT NOT NULL DEFAULT '',
        treatment TEXT,
        owner TEXT NOT NULL DEFAULT '',
        due TEXT,
        note TEXT NOT NULL DEFAULT '',
        rank INTEGER NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX risk_rows_by_assessment ON risk_rows (risk_id, rank);

      CREATE TABLE programme_duties (
        id TEXT PRIMARY KEY,
        role TEXT NOT NULL,
        person TEXT NOT NULL,
        person_id TEXT,
        site_id TEXT,
        deputy TEXT NOT NULL,
        duties TEXT NOT NULL,
        may_stop INTEGER NOT NULL,
        since TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE programme_regions (
        code TEXT PRIMARY KEY,
        own TEXT NOT NULL,
        checked_on TEXT,
        checked_by TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE escalation_paths (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        taken_when TEXT NOT NULL,
        halt TEXT NOT NULL,
        steps TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE committee_meetings (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        held_on TEXT NOT NULL,
        place TEXT NOT NULL,
        chair TEXT NOT NULL,
        attendees TEXT NOT NULL,
        agenda TEXT NOT NULL,
        minutes TEXT NOT NULL,
        state TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX committee_meetings_by_day ON committee_meetings (held_on);
      CREATE TABLE committee_decisions (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES committee_meetings (id),
        text TEXT NOT NULL,
        action INTEGER NOT NULL,
        owner TEXT NOT NULL,
        due TEXT,
        links TEXT NOT NULL,
        rank INTEGER NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX committee_decisions_by_meeting ON committee_decisions (meeting_id, rank);

      CREATE TABLE manual_sections (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        body TEXT,
        said_when_edited TEXT,
        own INTEGER NOT NULL,
        included INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE manual_versions (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        issued_on TEXT NOT NULL,
        by_name TEXT NOT NULL,
        approved_by TEXT NOT NULL,
        note TEXT NOT NULL,
        changed INTEGER NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    id: 1035,
    name: 'authorities and groups',
    sql: `
      /* Authorities and groups of the industry that the company is in touch with. */
      CREATE TABLE programme_contacts (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        topic TEXT NOT NULL,
        contact TEXT NOT NULL,
        owner TEXT NOT NULL,
        region TEXT,
        last_on TEXT,
        next_on TEXT,
        notes TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `,
  },
];
