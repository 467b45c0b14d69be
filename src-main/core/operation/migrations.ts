import type { Migration } from '../db/index.ts';

/** Tables of how assets are run: 250 to 269. */
export const operationMigrations: readonly Migration[] = [
  {
    id: 250,
    name: 'operation of assets',
    sql: `
      CREATE TABLE compute_levels (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        segment TEXT NOT NULL,
        countries TEXT NOT NULL,
        level TEXT NOT NULL,
        peak_ops_per_s REAL,
        enforced_by TEXT NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX compute_levels_by_asset ON compute_levels (asset_id);
      CREATE TABLE run_readings (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        from_day TEXT NOT NULL,
        until_day TEXT NOT NULL,
        operations REAL NOT NULL,
        expected REAL,
        source TEXT NOT NULL,
        note TEXT NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX run_readings_by_asset ON run_readings (asset_id);
      CREATE TABLE map_reviews (
        id TEXT PRIMARY KEY,
        asset_id TEXT NOT NULL REFERENCES assets (id),
        reviewed_on TEXT NOT NULL,
        by_name TEXT NOT NULL,
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX map_reviews_by_asset ON map_reviews (asset_id, reviewed_on);
    `,
  },
];
