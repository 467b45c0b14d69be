import type { Migration } from '../db/index.ts';

/** Shipments, downloads, service activations and technical discussions: 1050. */
export const transferMigrations: readonly Migration[] = [
  {
    id: 1050,
    name: 'transfers',
    sql: `
      CREATE TABLE transfers (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        reference TEXT NOT NULL DEFAULT '',
        reference_key TEXT NOT NULL DEFAULT '',
        destination TEXT,
        transits TEXT NOT NULL DEFAULT '[]',
        planned_on TEXT,
        means TEXT NOT NULL DEFAULT '',
        end_use TEXT NOT NULL DEFAULT '',
        authority_kind TEXT,
        authority_reference TEXT NOT NULL DEFAULT '',
        authority_basis TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        ended TEXT CHECK (ended IN ('gone', 'refused', 'cancelled')),
        gone_on TEXT,
        uncleared INTEGER NOT NULL DEFAULT 0,
        hold_id TEXT,
        clearance_id TEXT,
        recorded_on TEXT NOT NULL,
        import_batch TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX transfers_by_day ON transfers (planned_on, number);
      CREATE INDEX transfers_by_reference ON transfers (reference_key);
      CREATE INDEX transfers_by_import_batch ON transfers (import_batch) WHERE import_batch IS NOT NULL;

      CREATE TABLE transfer_items (
        id TEXT PRIMARY KEY,
        transfer_id TEXT NOT NULL REFERENCES transfers (id),
        place INTEGER NOT NULL,
        asset_id TEXT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        quantity TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX transfer_items_by_transfer ON transfer_items (transfer_id, place);
      CREATE INDEX transfer_items_by_name ON transfer_items (name_key);
      CREATE INDEX transfer_items_by_asset ON transfer_items (asset_id) WHERE asset_id IS NOT NULL;

      CREATE TABLE transfer_parties (
        id TEXT PRIMARY KEY,
        transfer_id TEXT NOT NULL REFERENCES transfers (id),
        place INTEGER NOT NULL,
        party_id TEXT,
        name TEXT NOT NULL,
        role TEXT NOT NULL
      ) STRICT;
      CREATE INDEX transfer_parties_by_transfer ON transfer_parties (transfer_id, place);
      CREATE INDEX transfer_parties_by_party ON transfer_parties (party_id) WHERE party_id IS NOT NULL;

      CREATE TABLE transfer_decisions (
        id TEXT PRIMARY KEY,
        transfer_id TEXT NOT NULL REFERENCES transfers (id),
        kind TEXT NOT NULL CHECK (kind IN ('clear', 'hold', 'release', 'refuse', 'cancel', 'gone')),
        made_at TEXT NOT NULL,
        made_on TEXT NOT NULL,
        by_name TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        until_on TEXT,
        gone_on TEXT,
        after_the_fact INTEGER NOT NULL DEFAULT 0,
        open_reasons TEXT NOT NULL DEFAULT '[]',
        ground TEXT NOT NULL DEFAULT '',
        digest TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX transfer_decisions_by_transfer ON transfer_decisions (transfer_id, made_at);
    `,
  },
];
