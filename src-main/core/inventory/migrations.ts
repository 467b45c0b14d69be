import type { Migration } from '../db/index.ts';

/** Tables of the asset register. */
export const inventoryMigrations: readonly Migration[] = [
  {
    id: 200,
    name: 'asset register',
    sql: `
      CREATE TABLE sites (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        country TEXT NOT NULL,
        city TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE assets (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        external_id TEXT NOT NULL DEFAULT '',
        external_key TEXT NOT NULL DEFAULT '',
        owner_name TEXT NOT NULL DEFAULT '',
        stage TEXT NOT NULL DEFAULT 'inUse',
        site_id TEXT REFERENCES sites (id),
        current_version_id TEXT NOT NULL,
        version_count INTEGER NOT NULL DEFAULT 1,
        import_batch TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        archived_at TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX assets_by_key ON assets (kind, name_key);
      CREATE INDEX assets_by_external ON assets (kind, external_key) WHERE external_key <> '';
      CREATE INDEX assets_by_name ON assets (name COLLATE NOCASE);

      CREATE TABLE asset_versions (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        label TEXT NOT NULL,
        label_key TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        facts TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX asset_versions_by_asset ON asset_versions (asset_id, ordinal);

      CREATE TABLE asset_links (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        from_id TEXT NOT NULL REFERENCES assets (id),
        to_id TEXT NOT NULL REFERENCES assets (id),
        note TEXT NOT NULL DEFAULT '',
        UNIQUE (kind, from_id, to_id)
      ) STRICT;
      CREATE INDEX asset_links_by_target ON asset_links (to_id);

      CREATE TABLE asset_states (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id),
        version_id TEXT NOT NULL,
        finding_id TEXT,
        judged_on TEXT NOT NULL DEFAULT '',
        packs_key TEXT NOT NULL DEFAULT '',
        role TEXT NOT NULL DEFAULT '',
        purpose TEXT NOT NULL DEFAULT '',
        compute_low REAL,
        compute_likely REAL,
        compute_high REAL,
        weights TEXT NOT NULL DEFAULT 'notApplicable',
        tpp REAL,
        performance_density REAL,
        data_centre TEXT NOT NULL DEFAULT 'notApplicable',
        classification TEXT NOT NULL DEFAULT '',
        open_entry TEXT NOT NULL DEFAULT '',
        standing TEXT NOT NULL DEFAULT 'unassessed',
        completeness REAL NOT NULL DEFAULT 0,
        open_questions INTEGER NOT NULL DEFAULT 0,
        top_effect REAL NOT NULL DEFAULT 0,
        near_limit INTEGER NOT NULL DEFAULT 0,
        decided_until TEXT NOT NULL DEFAULT '',
        search_text TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX asset_states_by_standing ON asset_states (standing);
      CREATE INDEX asset_states_by_effect ON asset_states (top_effect DESC) WHERE open_questions > 0;

      CREATE TABLE saved_views (
        id TEXT PRIMARY KEY,
        screen TEXT NOT NULL,
        name TEXT NOT NULL,
        filter TEXT NOT NULL,
        sort TEXT,
        columns TEXT NOT NULL
      ) STRICT;

      CREATE TABLE safeguards (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        owner_name TEXT NOT NULL DEFAULT '',
        evidence TEXT NOT NULL DEFAULT '',
        checked_on TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX safeguards_by_asset ON safeguards (asset_id);

      CREATE TABLE question_care (
        asset_id TEXT NOT NULL REFERENCES assets (id),
        fact_id TEXT NOT NULL,
        owner_name TEXT NOT NULL DEFAULT '',
        due TEXT,
        dropped_because TEXT,
        PRIMARY KEY (asset_id, fact_id)
      ) STRICT;
    `,
  },
  {
    id: 201,
    name: 'owner and stage are asked for',
    // Both columns now count like facts, a twentieth of completeness each; until here every asset had a stage.
    sql: `
      UPDATE asset_states SET
        completeness = completeness * 0.9 + 0.05 + CASE WHEN a.owner_name = '' THEN 0 ELSE 0.05 END,
        open_questions = open_questions + CASE WHEN a.owner_name = '' THEN 1 ELSE 0 END
      FROM assets a WHERE a.id = asset_states.asset_id;
    `,
  },
  {
    id: 986,
    name: 'assets counted without reading them whole',
    sql: 'CREATE INDEX asset_states_counted ON asset_states (standing, asset_id);',
  },
];
