import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers of the engine, kept for ever: what was known, on which day, under which packs, with which result. */
export const findings = sqliteTable('findings', {
  id: text('id').primaryKey(),
  assetId: text('asset_id').notNull(),
  versionId: text('version_id').notNull(),
  judgedOn: text('judged_on').notNull(),
  packsKey: text('packs_key').notNull(),
  /** Findings without a dictionary: `ItemFacts` as compressed JSON. Else empty, as `result` holds them. */
  itemFacts: blob('item_facts', { mode: 'buffer' }).notNull(),
  /**
   * `ItemFacts`, what a replay starts from, and `ItemFinding`: a line of JSON each, compressed against the dictionary. Without
   * one the finding alone.
   */
  result: blob('result', { mode: 'buffer' }).notNull(),
  /** Null in findings of earlier versions, which were compressed on their own. */
  dictionaryId: text('dictionary_id'),
  /** SHA-256 over the finding's JSON, in hex; a replay must reach the same. */
  resultSha256: text('result_sha256').notNull(),
  /** What the results table shows, as JSON. */
  summary: text('summary').notNull(),
  /** Open questions of findings of earlier versions: text, or compressed JSON. */
  questions: text('questions').notNull().default('[]'),
  questionsPacked: blob('questions_packed', { mode: 'buffer' }),
  /** SHA-256 over the JSON of its open questions, in hex, by which they are kept. Null in findings of earlier versions. */
  questionsSha256: text('questions_sha256'),
  foundAt: text('found_at').notNull(),
});

/** A person's answer to a finding; never edits it. */
export const decisions = sqliteTable('decisions', {
  id: text('id').primaryKey(),
  findingId: text('finding_id').notNull(),
  assetId: text('asset_id').notNull(),
  kind: text('kind', { enum: ['accepted', 'overridden'] }).notNull(),
  classification: text('classification').notNull(),
  reason: text('reason').notNull(),
  decidedBy: text('decided_by').notNull(),
  decidedOn: text('decided_on').notNull(),
  expiresOn: text('expires_on').notNull(),
});

export const reviews = sqliteTable('reviews', {
  id: text('id').primaryKey(),
  findingId: text('finding_id').notNull(),
  assetId: text('asset_id').notNull(),
  askedOf: text('asked_of').notNull(),
  askedBy: text('asked_by').notNull(),
  askedOn: text('asked_on').notNull(),
  outcome: text('outcome', { enum: ['waiting', 'agreed', 'disagreed'] }).notNull(),
  note: text('note').notNull(),
  reviewedOn: text('reviewed_on'),
});

/** Formal classification requests to an authority. */
export const rulings = sqliteTable('rulings', {
  id: text('id').primaryKey(),
  assetId: text('asset_id').notNull(),
  /** Who rules; requests from before it was asked went to BIS. */
  authority: text('authority').notNull().default('BIS'),
  reference: text('reference').notNull(),
  submittedOn: text('submitted_on'),
  state: text('state', { enum: ['drafting', 'submitted', 'answered', 'withdrawn'] }).notNull(),
  answer: text('answer').notNull(),
  answeredOn: text('answered_on'),
  note: text('note').notNull(),
});

export const notes = sqliteTable('notes', {
  id: text('id').primaryKey(),
  /** Id of the record it is about. */
  recordId: text('record_id').notNull(),
  text: text('text').notNull(),
  /** Advice of counsel that may be privileged; exports leave it out unless asked for. */
  attorneyAdvice: integer('attorney_advice', { mode: 'boolean' }).notNull(),
  author: text('author').notNull(),
  writtenAt: text('written_at').notNull(),
  /** Kind of that record. */
  entity: text('entity', { enum: ['assets', 'accessFindings', 'hit', 'task', 'transfers'] }).notNull(),
});
