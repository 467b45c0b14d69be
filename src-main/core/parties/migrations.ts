import type { Migration } from '../db/index.ts';

/** Tables of the parties a company deals with: 820 to 839, and 1011. */
export const partyMigrations: readonly Migration[] = [
  {
    id: 820,
    name: 'parties',
    sql: `
      CREATE TABLE parties (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        external_id TEXT NOT NULL DEFAULT '',
        external_key TEXT NOT NULL DEFAULT '',
        roles TEXT NOT NULL DEFAULT '[]',
        registration_country TEXT,
        headquarters_country TEXT,
        operation_countries TEXT NOT NULL DEFAULT '[]',
        birth TEXT NOT NULL DEFAULT '',
        nationalities TEXT NOT NULL DEFAULT '[]',
        gender TEXT,
        business TEXT NOT NULL DEFAULT '',
        website TEXT NOT NULL DEFAULT '',
        tier TEXT,
        tier_reason TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        names TEXT NOT NULL DEFAULT '[]',
        identifiers TEXT NOT NULL DEFAULT '[]',
        places TEXT NOT NULL DEFAULT '[]',
        owners_known TEXT NOT NULL DEFAULT 'unknown',
        owners_reason TEXT NOT NULL DEFAULT '',
        search_text TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        import_batch TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        archived_at TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX parties_by_name ON parties (name COLLATE NOCASE, id);
      CREATE INDEX parties_by_name_key ON parties (name_key);
      CREATE INDEX parties_by_external_key ON parties (external_key);

      CREATE TABLE party_holdings (
        id TEXT PRIMARY KEY,
        owner_id TEXT NOT NULL REFERENCES parties (id),
        owned_id TEXT NOT NULL REFERENCES parties (id),
        kind TEXT NOT NULL,
        percent REAL,
        from_on TEXT,
        until_on TEXT,
        evidence TEXT NOT NULL DEFAULT '',
        evidence_on TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX party_holdings_owned ON party_holdings (owned_id);
      CREATE INDEX party_holdings_owner ON party_holdings (owner_id);
    `,
  },
  {
    id: 821,
    name: 'holdings that an import brought',
    sql: `
      ALTER TABLE party_holdings ADD COLUMN import_batch TEXT;
      CREATE INDEX parties_by_import_batch ON parties (import_batch) WHERE import_batch IS NOT NULL;
    `,
  },
  {
    id: 1011,
    name: 'red flags on parties',
    sql: `
      CREATE TABLE party_flags (
        id TEXT PRIMARY KEY,
        party_id TEXT NOT NULL REFERENCES parties (id),
        flag TEXT NOT NULL,
        says TEXT NOT NULL,
        category TEXT NOT NULL,
        citation TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('noSign', 'seen')),
        note TEXT NOT NULL DEFAULT '',
        said_by TEXT NOT NULL,
        said_on TEXT NOT NULL,
        resolution TEXT NOT NULL DEFAULT '',
        resolved_by TEXT NOT NULL DEFAULT '',
        resolved_on TEXT
      ) STRICT;
      CREATE INDEX party_flags_by_party ON party_flags (party_id);
      CREATE INDEX party_flags_open ON party_flags (party_id) WHERE state = 'seen' AND resolved_on IS NULL;
    `,
  },
];
