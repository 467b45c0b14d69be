import { z } from 'zod';
import { AssetKind, Facts, FieldValue } from '../model/asset-fields.ts';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { ItemFinding, Verdict } from '../model/finding.ts';
import { AssetDetail, AssetFilter, AssetId, ComputeRange, Standing, VersionId } from './inventory.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const PersonName = z.string().trim().min(1).max(120);
const Reason = z.string().trim().min(1).max(4000);

/** A difference between two findings of the same item. */
export const FindingChange = z.strictObject({
  what: z.enum(['verdict', 'textStatus', 'enforcement', 'classification', 'entryAdded', 'entryRemoved', 'limb', 'computed']),
  pack: z.string(),
  entry: z.string(),
  before: z.string(),
  after: z.string(),
});
export type FindingChange = z.infer<typeof FindingChange>;

/** A person's answer to a finding. It never edits the finding; it stands beside it until it expires. */
export const Decision = z.strictObject({
  id: Id,
  findingId: Id,
  /** `accepted`: follows the finding. `overridden`: another classification, with a reason. */
  kind: z.enum(['accepted', 'overridden']),
  classification: z.string().max(120),
  reason: z.string().max(4000),
  decidedBy: z.string().max(120),
  decidedOn: IsoDate,
  expiresOn: IsoDate,
  expired: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;

/** A second person's look at a finding or decision. */
export const Review = z.strictObject({
  id: Id,
  findingId: Id,
  askedOf: z.string().max(120),
  askedBy: z.string().max(120),
  askedOn: IsoDate,
  outcome: z.enum(['waiting', 'agreed', 'disagreed']),
  note: z.string().max(4000),
  reviewedOn: IsoDate.nullable(),
  /** The finding that was looked at is no longer the one in force. */
  overtaken: z.boolean(),
});
export type Review = z.infer<typeof Review>;

/** A decision whose finding is no longer in force: what moved since, and what the answer says now. It stays on record and binds nobody. */
export const OvertakenDecision = z.strictObject({
  decision: Decision,
  because: z.array(z.enum(['version', 'facts', 'packs', 'day'])),
  /** What differs between the finding decided on and the one in force. */
  changes: z.array(FindingChange),
});
export type OvertakenDecision = z.infer<typeof OvertakenDecision>;

/** A note on an asset. `attorneyAdvice` marks advice that may be privileged; exports leave it out unless asked for. */
/** What a note is written about. */
export const NoteSubject = z.strictObject({ entity: z.enum(['assets', 'accessFindings', 'hit', 'task', 'transfers']), id: Id });
export type NoteSubject = z.infer<typeof NoteSubject>;

export const Note = z.strictObject({
  id: Id,
  about: NoteSubject,
  text: z.string().max(20_000),
  attorneyAdvice: z.boolean(),
  author: z.string().max(120),
  writtenAt: IsoInstant,
});
export type Note = z.infer<typeof Note>;

/** A formal classification request: to BIS (CCATS through SNAP-R), or to the authority of another country. */
export const RulingRequest = z.strictObject({
  id: Id,
  assetId: AssetId,
  authority: z.string().trim().min(1).max(120),
  reference: z.string().max(80),
  submittedOn: IsoDate.nullable(),
  state: z.enum(['drafting', 'submitted', 'answered', 'withdrawn']),
  answer: z.string().max(400),
  answeredOn: IsoDate.nullable(),
  note: z.string().max(4000),
});
export type RulingRequest = z.infer<typeof RulingRequest>;

/** Everything the classification tab shows for one version of an asset. */
export const ClassificationView = z.strictObject({
  /** Null where the version was never classified. */
  findingId: Id.nullable(),
  finding: ItemFinding.nullable(),
  foundAt: IsoInstant.nullable(),
  stale: z.boolean(),
  staleBecause: z.array(z.enum(['facts', 'packs', 'day', 'parts'])),
  /** What would change if it were classified now. */
  changes: z.array(FindingChange),
  decision: Decision.nullable(),
  /** The newest decision of this version or an earlier one, where none stands on the finding in force. */
  overtaken: OvertakenDecision.nullable(),
  reviews: z.array(Review),
  rulings: z.array(RulingRequest),
  /** Assets whose answer depends on this one, and those this one depends on. */
  inheritedFrom: z.array(z.strictObject({ id: AssetId, name: z.string(), classification: z.string() })),
  inheritedBy: z.array(z.strictObject({ id: AssetId, name: z.string(), classification: z.string() })),
});
export type ClassificationView = z.infer<typeof ClassificationView>;

/** One line of the bulk check. */
export const ResultRow = z.strictObject({
  assetId: AssetId,
  versionId: VersionId,
  kind: AssetKind,
  name: z.string(),
  versionLabel: z.string(),
  classification: z.string(),
  standing: Standing,
  met: z.array(z.string()),
  undetermined: z.array(z.string()),
  guideAbove: z.array(z.string()),
  compute: ComputeRange.nullable(),
  tpp: z.number().nullable(),
  missing: z.array(z.string()),
  warnings: z.array(z.string()),
  changed: z.boolean(),
});
export type ResultRow = z.infer<typeof ResultRow>;

export const ResultFilter = AssetFilter.extend({
  entry: z.string().max(120).optional(),
  verdict: Verdict.optional(),
  onlyChanged: z.boolean().optional(),
});
export type ResultFilter = z.infer<typeof ResultFilter>;

export const classificationMethods = {
  'classification.get': query(z.strictObject({ id: AssetId, versionId: VersionId.optional() }), ClassificationView, [
    'classification',
    'inventory',
    'rulepacks',
  ]),
  /** Classifies facts that are not stored: the wizard's result step. */
  'classification.preview': query(
    z.strictObject({ kind: AssetKind, name: z.string().max(200), facts: Facts, on: IsoDate.optional() }),
    ItemFinding,
    ['rulepacks'],
  ),
  /** The same asset on another day, and what differs from the stored finding. */
  'classification.onDay': query(
    z.strictObject({ id: AssetId, versionId: VersionId.optional(), on: IsoDate }),
    z.strictObject({ finding: ItemFinding, changes: z.array(FindingChange) }),
    ['classification', 'rulepacks'],
  ),
  'classification.run': command(z.strictObject({ id: AssetId, versionId: VersionId.optional() }), ClassificationView, [
    'classification',
    'inventory',
    'questions',
    'journal',
  ]),
  /** Answers an open question: fills the fact, classifies again and says what changed. */
  'classification.answer': command(
    z.strictObject({
      id: AssetId,
      versionId: VersionId,
      revision: z.number().int().nonnegative(),
      factId: z.string().max(120),
      value: FieldValue,
    }),
    z.strictObject({ asset: AssetDetail, view: ClassificationView, changes: z.array(FindingChange) }),
    ['classification', 'inventory', 'questions', 'journal'],
  ),
  /** Works the stored finding out again from its stored facts and packs and compares byte for byte. */
  'classification.replay': query(
    z.strictObject({ findingId: Id }),
    z.strictObject({ same: z.boolean(), packsPresent: z.boolean(), at: IsoInstant, changes: z.array(FindingChange) }),
    [],
  ),
  'classification.decide': command(
    z.strictObject({
      findingId: Id,
      kind: z.enum(['accepted', 'overridden']),
      classification: z.string().trim().min(1).max(120),
      reason: Reason,
      decidedBy: PersonName,
      expiresOn: IsoDate,
    }),
    ClassificationView,
    ['classification', 'inventory', 'journal'],
  ),
  'classification.askReview': command(
    z.strictObject({ findingId: Id, askedOf: PersonName, askedBy: PersonName, note: z.string().max(4000) }),
    ClassificationView,
    ['classification', 'journal'],
  ),
  'classification.review': command(
    z.strictObject({ reviewId: Id, outcome: z.enum(['agreed', 'disagreed']), note: z.string().max(4000), reviewedBy: PersonName }),
    ClassificationView,
    ['classification', 'journal'],
  ),
  'classification.saveRuling': command(RulingRequest.extend({ id: Id.nullable() }), ClassificationView, ['classification', 'journal']),

  'notes.list': query(z.strictObject({ about: NoteSubject }), z.array(Note), ['classification']),
  'notes.add': command(
    z.strictObject({ about: NoteSubject, text: z.string().trim().min(1).max(20_000), attorneyAdvice: z.boolean(), author: PersonName }),
    Note,
    ['classification', 'journal'],
  ),

  /** Starts the bulk check over the inventory as a job. */
  'classification.bulkStart': command(z.strictObject({ filter: AssetFilter }), z.strictObject({ jobId: Id, assets: z.number().int() }), [
    'jobs',
  ]),
  'classification.results': query(
    z.strictObject({ filter: ResultFilter, offset: z.number().int().nonnegative(), limit: z.number().int().positive().max(500) }),
    z.strictObject({ total: z.number().int(), rows: z.array(ResultRow) }),
    ['classification', 'inventory'],
  ),
  'classification.summary': query(
    z.strictObject({}),
    z.strictObject({
      assets: z.number().int(),
      byStanding: z.record(Standing, z.number().int()),
      byClassification: z.array(z.strictObject({ classification: z.string(), count: z.number().int() })),
      stale: z.number().int(),
      lastBulkAt: IsoInstant.nullable(),
    }),
    ['classification', 'inventory'],
  ),

  'overview.get': query(
    z.strictObject({}),
    z.strictObject({
      assets: z.number().int(),
      byStanding: z.record(Standing, z.number().int()),
      completeness: z.number(),
      openQuestions: z.number().int(),
      stale: z.number().int(),
      waitingReviews: z.number().int(),
      expiringDecisions: z.array(z.strictObject({ assetId: AssetId, name: z.string(), classification: z.string(), expiresOn: IsoDate })),
      /** Assets somebody decided, by the newest decision: on how many it accepted the finding, on how many it overrode it. */
      decisions: z.strictObject({ accepted: z.number().int(), overridden: z.number().int() }),
      /** Ranked by how many verdicts the answer unblocks. */
      nextActions: z.array(
        z.strictObject({
          kind: z.enum(['answerQuestion', 'review', 'decide', 'decideAgain', 'checkRun', 'mapAgain', 'reclassify']),
          assetId: AssetId.nullable(),
          title: z.string(),
          detail: z.string(),
          unblocks: z.number().int(),
          ownerName: z.string(),
          due: IsoDate.nullable(),
          route: z.string().max(300),
        }),
      ),
      nearLimits: z.array(z.strictObject({ assetId: AssetId, name: z.string(), entry: z.string(), ratio: z.number() })),
      leastComplete: z.array(z.strictObject({ assetId: AssetId, name: z.string(), completeness: z.number() })),
      /** Newest first; words are the text `journal.<method>`. */
      recent: z.array(JournalEntry),
    }),
    ['inventory', 'classification', 'questions', 'journal'],
  ),
};
