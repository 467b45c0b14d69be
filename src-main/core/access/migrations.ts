import type { Migration } from '../db/index.ts';

/** Tables of the access audit: 760 to 779. */
export const accessMigrations: readonly Migration[] = [
  {
    id: 760,
    name: 'settings, assets, decisions and answers of the access audit',
    sql: `
      /* Thresholds that differ from ours; the value is JSON. */
      CREATE TABLE access_settings (
        id TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        reason TEXT NOT NULL
      ) STRICT;

      /* Who should reach an asset, and how logs call it. Lists are JSON; null means that nobody said. */
      CREATE TABLE access_assets (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id),
        resource_names TEXT NOT NULL,
        allowed_roles TEXT,
        allowed_teams TEXT,
        licence_nationals TEXT,
        form TEXT,
        published INTEGER,
        fundamental_research INTEGER,
        revision INTEGER NOT NULL
      ) STRICT;

      /* A person's word on a finding. The finding itself is worked out anew by every run; its id stays the same. */
      CREATE TABLE access_decisions (
        id TEXT PRIMARY KEY,
        finding_id TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        review_on TEXT,
        fingerprint TEXT NOT NULL,
        ground TEXT NOT NULL
      ) STRICT;
      CREATE INDEX access_decisions_by_finding ON access_decisions (finding_id, decided_at);

      /* Answers to questions of findings. An answer about a person or an asset holds for all its findings: 'about' says whose it is. */
      CREATE TABLE access_answers (
        id TEXT PRIMARY KEY,
        about TEXT NOT NULL,
        question_id TEXT NOT NULL,
        answer TEXT NOT NULL,
        source TEXT NOT NULL,
        answered_by TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        UNIQUE (about, question_id)
      ) STRICT;
    `,
  },
  {
    id: 761,
    name: 'findings of the access audit',
    // Worked out from events by the million; a run can always make them again.
    untracked: ['access_runs', 'access_findings', 'access_positions'],
    sql: `
      CREATE TABLE access_runs (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        judged_on TEXT NOT NULL,
        events INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        last_number INTEGER NOT NULL,
        basis TEXT NOT NULL
      ) STRICT;

      CREATE TABLE access_findings (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        type TEXT NOT NULL,
        title TEXT NOT NULL,
        severity TEXT NOT NULL,
        confidence TEXT NOT NULL,
        rank INTEGER NOT NULL,
        person_id TEXT,
        person_name TEXT NOT NULL,
        account TEXT,
        asset_id TEXT,
        asset_name TEXT NOT NULL,
        first_ts INTEGER,
        last_ts INTEGER,
        event_count INTEGER NOT NULL,
        /* Places it names, with blanks between. */
        countries TEXT NOT NULL,
        /* Float64 little-endian, oldest first. */
        events BLOB NOT NULL,
        body TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        found_on TEXT NOT NULL,
        judged_on TEXT NOT NULL,
        gone INTEGER NOT NULL,
        search_text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX access_findings_by_rank ON access_findings (rank, last_ts DESC);
      CREATE INDEX access_findings_by_person ON access_findings (person_id);
      CREATE INDEX access_findings_by_asset ON access_findings (asset_id);

      CREATE TABLE access_positions (
        person_id TEXT PRIMARY KEY,
        position TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    id: 762,
    name: 'all assets of a finding',
    sql: `
      /* All assets a finding is about with their names, most events first: JSON list of id and name. */
      ALTER TABLE access_findings ADD COLUMN assets TEXT NOT NULL DEFAULT '[]';
      UPDATE access_findings SET assets = json_array(json_object('id', asset_id, 'name', asset_name)) WHERE asset_id IS NOT NULL;
    `,
  },
  {
    id: 763,
    name: 'findings are kept packed',
    sql: `
      /* What a finding says, packed. 'body' is empty from the next run on. */
      ALTER TABLE access_findings ADD COLUMN packed BLOB NOT NULL DEFAULT (x'');
    `,
  },
  {
    id: 985,
    name: 'findings counted, listed and searched without reading what they say',
    // Rows are wide, and every page read is deciphered: these hold what counts, pictures and the search look at.
    sql: `
      CREATE INDEX access_findings_counted ON access_findings (type, severity, gone, found_on, id);
      CREATE INDEX access_findings_listed ON access_findings (rank, last_ts DESC, id, type, severity, gone);
      CREATE INDEX access_findings_pictured
        ON access_findings (rank, number, type, severity, confidence, person_id, account, asset_id, first_ts, countries, assets, id);
      CREATE INDEX access_findings_searched ON access_findings (search_text, gone, number, title, id);
    `,
  },
  {
    id: 987,
    name: 'findings by the day they began',
    // Not a partial index: the planner would take that one for every question about what is not gone.
    sql: 'CREATE INDEX access_findings_began ON access_findings (first_ts, gone);',
  },
  {
    id: 1020,
    name: 'grave findings of an asset, and the newest decision on a finding',
    sql: `
      CREATE INDEX access_findings_grave ON access_findings (asset_id, id) WHERE gone = 0 AND severity = 'high' AND asset_id IS NOT NULL;
      /* Holds all that says where a finding stands: asked of every finding, and answered without its row or a sort. */
      CREATE INDEX access_decisions_newest ON access_decisions (finding_id, decided_at, id, state);
      DROP INDEX access_decisions_by_finding;
    `,
  },
  {
    id: 1021,
    name: 'assets that findings about a person name',
    sql: 'CREATE INDEX access_findings_reached ON access_findings (person_id, assets) WHERE gone = 0 AND person_id IS NOT NULL;',
  },
];
