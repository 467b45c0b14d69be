import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A place where the organisation works or keeps machines. */
export const sites = sqliteTable('sites', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** ISO 3166-1 alpha-2. */
  country: text('country').notNull(),
  city: text('city').notNull(),
  note: text('note').notNull(),
  revision: integer('revision').notNull().default(0),
});

/** Something the organisation holds, trains, makes or uses. Its facts stand in its versions. */
export const assets = sqliteTable(
  'assets',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['model', 'dataset', 'chip', 'computer', 'software', 'service', 'technology'] }).notNull(),
    name: text('name').notNull(),
    /** Normal form of the name; an import recognises the asset by it. */
    nameKey: text('name_key').notNull(),
    externalId: text('external_id').notNull().default(''),
    externalKey: text('external_key').notNull().default(''),
    ownerName: text('owner_name').notNull().default(''),
    stage: text('stage', { enum: ['planned', 'inDevelopment', 'trained', 'releaseHeld', 'inUse', 'retired', 'unknown'] }).notNull(),
    siteId: text('site_id'),
    currentVersionId: text('current_version_id').notNull(),
    versionCount: integer('version_count').notNull(),
    /** Import that made it; null for an asset made by hand. */
    importBatch: text('import_batch'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    archivedAt: text('archived_at'),
    /** Rises by one with each change; a write that names an older one is refused. */
    revision: integer('revision').notNull().default(0),
  },
  (table) => [index('assets_by_key').on(table.kind, table.nameKey)],
);

/** One version of an asset, with everything known about it. */
export const assetVersions = sqliteTable('asset_versions', {
  id: text('id').primaryKey(),
  assetId: text('asset_id').notNull(),
  label: text('label').notNull(),
  labelKey: text('label_key').notNull(),
  ordinal: integer('ordinal').notNull(),
  note: text('note').notNull(),
  /** `Facts` as JSON. */
  facts: text('facts').notNull(),
  createdAt: text('created_at').notNull(),
});

export const assetLinks = sqliteTable('asset_links', {
  id: text('id').primaryKey(),
  kind: text('kind', {
    enum: ['trainedOn', 'derivedFrom', 'distilledFrom', 'mergedFrom', 'contains', 'offeredAs', 'runsOn', 'succeeds'],
  }).notNull(),
  fromId: text('from_id').notNull(),
  toId: text('to_id').notNull(),
  note: text('note').notNull(),
});

/** What lists show of an asset's current version: worked out from its facts and its finding, and written with them. */
export const assetStates = sqliteTable('asset_states', {
  assetId: text('asset_id').primaryKey(),
  versionId: text('version_id').notNull(),
  findingId: text('finding_id'),
  judgedOn: text('judged_on').notNull(),
  /** Packs and hashes the finding used, in one string; another string means stale. */
  packsKey: text('packs_key').notNull(),
  role: text('role').notNull(),
  purpose: text('purpose').notNull(),
  /** Training operations. */
  computeLow: real('compute_low'),
  computeLikely: real('compute_likely'),
  computeHigh: real('compute_high'),
  weights: text('weights', { enum: ['published', 'closed', 'unknown', 'notApplicable'] }).notNull(),
  tpp: real('tpp'),
  performanceDensity: real('performance_density'),
  dataCentre: text('data_centre', { enum: ['yes', 'no', 'unknown', 'notApplicable'] }).notNull(),
  classification: text('classification').notNull(),
  openEntry: text('open_entry').notNull(),
  standing: text('standing', { enum: ['clear', 'clearOnClaimedRules', 'review', 'restricted', 'unassessed'] }).notNull(),
  completeness: real('completeness').notNull(),
  openQuestions: integer('open_questions').notNull(),
  /** Largest effect that an answer to one of them could have. */
  topEffect: real('top_effect').notNull(),
  nearLimit: integer('near_limit', { mode: 'boolean' }).notNull(),
  /** Last day the newest decision on this finding holds; empty without one. */
  decidedUntil: text('decided_until').notNull(),
  /** Words to search, folded to lower case without accents. */
  searchText: text('search_text').notNull(),
});

export const savedViews = sqliteTable('saved_views', {
  id: text('id').primaryKey(),
  screen: text('screen').notNull(),
  name: text('name').notNull(),
  filter: text('filter').notNull(),
  sort: text('sort'),
  columns: text('columns').notNull(),
});

export const safeguards = sqliteTable('safeguards', {
  id: text('id').primaryKey(),
  assetId: text('asset_id').notNull(),
  kind: text('kind', {
    enum: [
      'encryptionAtRest',
      'encryptionInTransit',
      'keyCustody',
      'accessControl',
      'accessLog',
      'immutableLog',
      'geofence',
      'allowList',
      'watermark',
      'usageMonitoring',
      'chainOfCustody',
      'technologyControlPlan',
      'other',
    ],
  }).notNull(),
  state: text('state', { enum: ['planned', 'inPlace', 'notInPlace', 'unknown'] }).notNull(),
  ownerName: text('owner_name').notNull(),
  evidence: text('evidence').notNull(),
  checkedOn: text('checked_on'),
  revision: integer('revision').notNull().default(0),
});

/** Who looks after an open question, and why one was dropped. The questions themselves come from findings. */
export const questionCare = sqliteTable('question_care', {
  assetId: text('asset_id').notNull(),
  factId: text('fact_id').notNull(),
  ownerName: text('owner_name').notNull().default(''),
  due: text('due'),
  droppedBecause: text('dropped_because'),
});
