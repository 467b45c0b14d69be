import type { Migration } from '../db/index.ts';

/** Tables of gates, incidents and the watch over rule changes: 940 to 959. */
export const caseMigrations: readonly Migration[] = [
  {
    id: 940,
    name: 'gates, incidents and the rule watch',
    sql: `
      /* Somebody passed a gate of one version; destination is empty where the gate has none. */
      CREATE TABLE gate_passes (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        version_id TEXT NOT NULL,
        gate TEXT NOT NULL,
        destination TEXT NOT NULL DEFAULT '',
        passed_on TEXT NOT NULL,
        by_name TEXT NOT NULL,
        reason TEXT NOT NULL,
        /* Conditions passed over by name, as JSON. */
        despite TEXT NOT NULL,
        made_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX gate_passes_by_asset ON gate_passes (asset_id, passed_on, made_at);

      /* Places that somebody named for the release gates of a model; id is asset and country. */
      CREATE TABLE gate_destinations (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        country TEXT NOT NULL,
        note TEXT NOT NULL,
        named_on TEXT NOT NULL
      ) STRICT;
      CREATE INDEX gate_destinations_by_asset ON gate_destinations (asset_id);

      CREATE TABLE incidents (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        what_happened TEXT NOT NULL DEFAULT '',
        discovered_on TEXT NOT NULL,
        occurred_from TEXT,
        occurred_until TEXT,
        owner TEXT NOT NULL DEFAULT '',
        /* Records it is about, as JSON. */
        links TEXT NOT NULL DEFAULT '[]',
        stop_note TEXT NOT NULL DEFAULT '',
        preserve_note TEXT NOT NULL DEFAULT '',
        preserved_by TEXT NOT NULL DEFAULT '',
        preserved_on TEXT,
        assessment TEXT NOT NULL DEFAULT '',
        root_cause TEXT NOT NULL DEFAULT '',
        violations_low INTEGER,
        violations_high INTEGER,
        /* Value of one transaction, US dollars. */
        value_low_usd REAL,
        value_high_usd REAL,
        wilful TEXT NOT NULL DEFAULT 'unknown',
        decision TEXT NOT NULL DEFAULT 'undecided',
        track TEXT NOT NULL DEFAULT 'undecided',
        decision_reason TEXT NOT NULL DEFAULT '',
        decided_by TEXT NOT NULL DEFAULT '',
        decided_on TEXT,
        authorised_by TEXT NOT NULL DEFAULT '',
        initial_sent_on TEXT,
        initial_received_on TEXT,
        extension_asked_on TEXT,
        extended_to TEXT,
        narrative_sent_on TEXT,
        short_report_sent_on TEXT,
        upgrade_asked_on TEXT,
        reference TEXT NOT NULL DEFAULT '',
        lessons TEXT NOT NULL DEFAULT '',
        recorded_by TEXT NOT NULL,
        recorded_on TEXT NOT NULL,
        closed_on TEXT,
        closed_by TEXT NOT NULL DEFAULT '',
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      /* A record marked as halted under an incident. */
      CREATE TABLE incident_halts (
        id TEXT PRIMARY KEY,
        incident_id TEXT NOT NULL REFERENCES incidents (id),
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        /* What it was called when it was halted. */
        name TEXT NOT NULL,
        what TEXT NOT NULL,
        since TEXT NOT NULL,
        by_name TEXT NOT NULL,
        lifted_on TEXT,
        lifted_by TEXT NOT NULL DEFAULT '',
        lift_reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX incident_halts_by_incident ON incident_halts (incident_id);
      CREATE INDEX incident_halts_in_force ON incident_halts (record_kind, record_id) WHERE lifted_on IS NULL;

      CREATE TABLE incident_actions (
        id TEXT PRIMARY KEY,
        incident_id TEXT NOT NULL REFERENCES incidents (id),
        title TEXT NOT NULL,
        owner TEXT NOT NULL,
        due TEXT,
        done_on TEXT,
        verified TEXT NOT NULL,
        task_id TEXT,
        added_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX incident_actions_by_incident ON incident_actions (incident_id, added_at);

      CREATE TABLE incident_escalations (
        id TEXT PRIMARY KEY,
        incident_id TEXT NOT NULL REFERENCES incidents (id),
        to_name TEXT NOT NULL,
        role TEXT,
        ask TEXT NOT NULL,
        by_name TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        answer TEXT NOT NULL DEFAULT '',
        answered_by TEXT NOT NULL DEFAULT '',
        answered_on TEXT
      ) STRICT;
      CREATE INDEX incident_escalations_by_incident ON incident_escalations (incident_id, asked_at);

      /* Somebody looked something up: an unconfirmed item of a pack, a whole pack, or an item of the company's own. */
      CREATE TABLE watch_looks (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        pack TEXT NOT NULL,
        item_id TEXT NOT NULL,
        checked_on TEXT NOT NULL,
        looked_at TEXT NOT NULL,
        found TEXT NOT NULL,
        outcome TEXT NOT NULL,
        by_name TEXT NOT NULL,
        next_on TEXT,
        made_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX watch_looks_by_item ON watch_looks (kind, pack, item_id, checked_on, made_at);

      CREATE TABLE watch_items (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        why TEXT NOT NULL,
        look TEXT NOT NULL,
        owner TEXT NOT NULL,
        due TEXT,
        closed INTEGER NOT NULL DEFAULT 0,
        made_at TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      /* One row: days after which a pack is due to be looked through again. */
      CREATE TABLE watch_settings (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        review_days INTEGER NOT NULL
      ) STRICT;
    `,
  },
  {
    id: 941,
    name: 'stages reported by training pipelines',
    sql: `
      /* A training pipeline reported that a model version reached a stage. */
      CREATE TABLE gate_reports (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        version_id TEXT NOT NULL,
        gate TEXT NOT NULL,
        destination TEXT NOT NULL DEFAULT '',
        reported_at TEXT NOT NULL,
        run_id TEXT NOT NULL DEFAULT '',
        /* Training operations; null where it said none. */
        compute_flop REAL,
        weights_sha256 TEXT NOT NULL DEFAULT '',
        by_name TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        /* What became of its figure: empty while nobody decided, else taken, same or kept. */
        settled TEXT NOT NULL DEFAULT '',
        settled_by TEXT NOT NULL DEFAULT '',
        settled_reason TEXT NOT NULL DEFAULT '',
        taken_on TEXT NOT NULL,
        taken_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX gate_reports_by_asset ON gate_reports (asset_id, gate, taken_at);
    `,
  },
];
