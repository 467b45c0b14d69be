import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How much compute one user of a segment can reach, and from where. */
export const computeLevels = sqliteTable(
  'compute_levels',
  {
    id: text('id').primaryKey(),
    assetId: text('asset_id').notNull(),
    /** Group of users: a tier, a customer class, an own team. */
    segment: text('segment').notNull(),
    /** Country codes as JSON; an empty list means everywhere. */
    countries: text('countries').notNull(),
    /** The level in the operator's words. */
    level: text('level').notNull(),
    /** The same in operations per second, where it is known. */
    peakOpsPerS: real('peak_ops_per_s'),
    /** Quota, clause or gateway rule that holds it in place. */
    enforcedBy: text('enforced_by').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [index('compute_levels_by_asset').on(table.assetId)],
);

/** Compute used over some days as metered, beside what was expected. */
export const runReadings = sqliteTable(
  'run_readings',
  {
    id: text('id').primaryKey(),
    assetId: text('asset_id').notNull(),
    /** First day. */
    from: text('from_day').notNull(),
    /** Last day, included. */
    until: text('until_day').notNull(),
    /** Operations used. */
    operations: real('operations').notNull(),
    /** Operations expected or allowed. */
    expected: real('expected'),
    /** Meter, bill or log. */
    source: text('source').notNull(),
    note: text('note').notNull(),
    revision: integer('revision').notNull(),
  },
  (table) => [index('run_readings_by_asset').on(table.assetId)],
);

/** Days on which somebody looked through an asset's jurisdictions, users and misuse. */
export const mapReviews = sqliteTable(
  'map_reviews',
  {
    id: text('id').primaryKey(),
    assetId: text('asset_id').notNull(),
    reviewedOn: text('reviewed_on').notNull(),
    /** Name of the person. */
    by: text('by_name').notNull(),
    note: text('note').notNull(),
  },
  (table) => [index('map_reviews_by_asset').on(table.assetId)],
);
