import type { Migration } from '../db/index.ts';

/** People, their accounts, authorisations and trips: 700 to 719. */
export const peopleMigrations: readonly Migration[] = [
  {
    id: 700,
    name: 'people',
    sql: `
      CREATE TABLE people (
        id TEXT PRIMARY KEY,
        external_id TEXT NOT NULL DEFAULT '',
        external_key TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        other_names TEXT NOT NULL DEFAULT '[]',
        identifiers TEXT NOT NULL DEFAULT '[]',
        employment TEXT,
        employer TEXT NOT NULL DEFAULT '',
        employer_country TEXT,
        employer_headquarters TEXT,
        role TEXT NOT NULL DEFAULT '',
        team TEXT NOT NULL DEFAULT '',
        site TEXT NOT NULL DEFAULT '',
        work_country TEXT,
        start_on TEXT,
        last_day TEXT,
        citizenship_state TEXT NOT NULL DEFAULT 'notAsked',
        residence_state TEXT NOT NULL DEFAULT 'notAsked',
        us_state TEXT NOT NULL DEFAULT 'notAsked',
        sourced INTEGER NOT NULL DEFAULT 0,
        search_text TEXT NOT NULL DEFAULT '',
        import_batch TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        archived_at TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX people_by_name ON people (name COLLATE NOCASE, id);
      CREATE INDEX people_by_name_key ON people (name_key);
      CREATE INDEX people_by_external ON people (external_key) WHERE external_key <> '';

      /* That a tie is kept, why and for how long. What it says lies in tie_values and never enters the journal. */
      CREATE TABLE person_ties (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES people (id),
        kind TEXT NOT NULL CHECK (kind IN ('citizenship', 'permanentResidence', 'usStatus')),
        value_id TEXT NOT NULL,
        purpose TEXT NOT NULL,
        sourced INTEGER NOT NULL,
        recorded_on TEXT NOT NULL,
        keep_until TEXT
      ) STRICT;
      CREATE INDEX person_ties_by_person ON person_ties (person_id);

      /* Written once and never changed, so that a step back finds the value it had; erasing removes the rows. */
      CREATE TABLE tie_values (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        country TEXT,
        standing TEXT,
        since TEXT,
        source TEXT NOT NULL
      ) STRICT;
      CREATE INDEX tie_values_by_person ON tie_values (person_id);

      CREATE TABLE account_links (
        id TEXT PRIMARY KEY,
        account TEXT NOT NULL,
        account_key TEXT NOT NULL,
        system TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL CHECK (state IN ('person', 'service', 'shared', 'ignored')),
        person_id TEXT REFERENCES people (id),
        owner TEXT NOT NULL DEFAULT '',
        purpose TEXT NOT NULL DEFAULT '',
        origin TEXT NOT NULL CHECK (origin IN ('roster', 'file', 'person'))
      ) STRICT;
      CREATE INDEX account_links_by_key ON account_links (account_key);
      CREATE INDEX account_links_by_person ON account_links (person_id) WHERE person_id IS NOT NULL;

      CREATE TABLE authorisations (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        number TEXT NOT NULL DEFAULT '',
        person_id TEXT REFERENCES people (id),
        nationalities TEXT NOT NULL DEFAULT '[]',
        asset_ids TEXT NOT NULL DEFAULT '[]',
        eccns TEXT NOT NULL DEFAULT '[]',
        valid_from TEXT,
        valid_to TEXT,
        status TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        evidence TEXT NOT NULL DEFAULT '',
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX authorisations_by_person ON authorisations (person_id) WHERE person_id IS NOT NULL;

      CREATE TABLE known_travel (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES people (id),
        country TEXT NOT NULL,
        from_on TEXT NOT NULL,
        until_on TEXT NOT NULL,
        source TEXT NOT NULL DEFAULT '',
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX known_travel_by_person ON known_travel (person_id, from_on);
    `,
    untracked: ['tie_values'],
  },
  {
    id: 701,
    name: 'people who were erased',
    sql: `
      ALTER TABLE people ADD COLUMN erased_at TEXT;
      ALTER TABLE people ADD COLUMN erased_because TEXT;
    `,
  },
];
