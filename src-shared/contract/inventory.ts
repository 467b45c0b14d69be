import { z } from 'zod';
import { AssetKind, Facts, FieldValue } from '../model/asset-fields.ts';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { AssetMeasureId } from '../model/measure.ts';
import { command, query } from './kernel.ts';

export const AssetId = z.string().min(1).max(80).brand<'AssetId'>();
export type AssetId = z.infer<typeof AssetId>;
export const VersionId = z.string().min(1).max(80).brand<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;

const Revision = z.number().int().nonnegative();
const Name = z.string().trim().min(1).max(200);
const ShortText = z.string().trim().max(200);

/** Where an asset stands in its life. `unknown` is asked about like any unknown fact. */
export const LifeCycleStage = z.enum(['planned', 'inDevelopment', 'trained', 'releaseHeld', 'inUse', 'retired', 'unknown']);
export type LifeCycleStage = z.infer<typeof LifeCycleStage>;

/** How one asset relates to another; read as "from … to". */
export const LinkKind = z.enum(['trainedOn', 'derivedFrom', 'distilledFrom', 'mergedFrom', 'contains', 'offeredAs', 'runsOn', 'succeeds']);
export type LinkKind = z.infer<typeof LinkKind>;

/** Overall answer for lists. `unassessed`: never classified. Worst first: restricted, review, unassessed, clearOnClaimedRules, clear. */
export const Standing = z.enum(['clear', 'clearOnClaimedRules', 'review', 'restricted', 'unassessed']);
export type Standing = z.infer<typeof Standing>;

/** A range of training operations; all three are equal where the figure is exact. */
export const ComputeRange = z.strictObject({ low: z.number(), likely: z.number(), high: z.number() });
export type ComputeRange = z.infer<typeof ComputeRange>;

/** One line of an asset list. Figures are worked out by the core when facts change, never by the screen. */
export const AssetRow = z.strictObject({
  id: AssetId,
  versionId: VersionId,
  kind: AssetKind,
  name: z.string(),
  versionLabel: z.string(),
  versionCount: z.number().int().positive(),
  purpose: z.string(),
  ownerName: z.string(),
  stage: LifeCycleStage,
  siteName: z.string(),
  /** Option id of the kind's own role or origin field, empty where unknown. */
  role: z.string(),
  compute: ComputeRange.nullable(),
  weights: z.enum(['published', 'closed', 'unknown', 'notApplicable']),
  /** Total processing performance; null where unknown or not a chip. */
  tpp: z.number().nullable(),
  performanceDensity: z.number().nullable(),
  dataCentre: z.enum(['yes', 'no', 'unknown', 'notApplicable']),
  /** Main classification of the stored finding: `EAR99`, `3A090.a`, `undetermined`, empty where never classified. */
  classification: z.string(),
  /** Entry that keeps the answer open, empty where none does. */
  openEntry: z.string(),
  standing: Standing,
  /** The stored finding no longer matches the facts, the packs or the day's rules. */
  stale: z.boolean(),
  /** Share of the record that is answered, 0 to 1: needed facts by their weight, owner and stage. */
  completeness: z.number(),
  openQuestions: z.number().int().nonnegative(),
  nearLimit: z.boolean(),
  decided: z.boolean(),
  archived: z.boolean(),
  revision: Revision,
  updatedAt: IsoInstant,
});
export type AssetRow = z.infer<typeof AssetRow>;

export const AssetSort = z.strictObject({
  by: z.enum([
    'name',
    'kind',
    'role',
    'compute',
    'weights',
    'tpp',
    'performanceDensity',
    'standing',
    'classification',
    'completeness',
    'openQuestions',
    'ownerName',
    'stage',
    'siteName',
    'updatedAt',
  ]),
  descending: z.boolean(),
});

/** Filters are combined with "and"; the values inside one filter with "or". */
export const AssetFilter = z.strictObject({
  kinds: z.array(AssetKind).max(7).optional(),
  /** Words looked for in name, version, purpose, owner, identifier and site. */
  text: z.string().max(200).optional(),
  standings: z.array(Standing).max(5).optional(),
  stages: z.array(LifeCycleStage).max(7).optional(),
  roles: z.array(z.string().max(60)).max(30).optional(),
  owners: z.array(z.string().max(120)).max(50).optional(),
  weights: z
    .array(z.enum(['published', 'closed', 'unknown']))
    .max(3)
    .optional(),
  classifications: z.array(z.string().max(120)).max(50).optional(),
  /** Likely training operations at or above. */
  computeAtLeast: z.number().nonnegative().optional(),
  tppAtLeast: z.number().nonnegative().optional(),
  needsFacts: z.boolean().optional(),
  stale: z.boolean().optional(),
  nearLimit: z.boolean().optional(),
  undecided: z.boolean().optional(),
  /** What the newest decision ever taken on the asset said of the finding. */
  decided: z.enum(['accepted', 'overridden']).optional(),
  /** Assets in use that a measure counts: those that meet it, or those that do not. */
  measured: z.strictObject({ id: AssetMeasureId, met: z.boolean() }).optional(),
  updatedSince: IsoDate.optional(),
  archived: z.boolean().optional(),
  ids: z.array(AssetId).max(10_000).optional(),
});
export type AssetFilter = z.infer<typeof AssetFilter>;

export const AssetLink = z.strictObject({
  id: z.string().max(80),
  kind: LinkKind,
  fromId: AssetId,
  fromName: z.string(),
  fromKind: AssetKind,
  toId: AssetId,
  toName: z.string(),
  toKind: AssetKind,
  note: z.string().max(400),
});
export type AssetLink = z.infer<typeof AssetLink>;

export const VersionSummary = z.strictObject({
  id: VersionId,
  label: z.string(),
  createdAt: IsoInstant,
  note: z.string(),
  current: z.boolean(),
});

/** One asset with the facts of one version: what an asset's page shows. */
export const AssetDetail = z.strictObject({
  row: AssetRow,
  externalId: z.string(),
  siteId: z.string().max(80).nullable(),
  facts: Facts,
  versions: z.array(VersionSummary),
  links: z.array(AssetLink),
  /** Fields that make sense for these facts, in order; the rest of the catalogue is hidden. */
  applicable: z.array(z.string().max(60)),
});
export type AssetDetail = z.infer<typeof AssetDetail>;

/** Columns of the register that are not facts. */
export const AssetColumns = z.strictObject({
  name: Name.optional(),
  versionLabel: ShortText.optional(),
  ownerName: ShortText.optional(),
  stage: LifeCycleStage.optional(),
  siteId: z.string().max(80).nullable().optional(),
  externalId: ShortText.optional(),
});

export const FactChange = z.strictObject({ field: z.string().max(60), value: FieldValue.nullable() });
export type FactChange = z.infer<typeof FactChange>;

export const Site = z.strictObject({
  id: z.string().max(80),
  name: Name,
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2),
  city: ShortText,
  note: z.string().max(400),
  revision: Revision,
});
export type Site = z.infer<typeof Site>;

/** A fact nobody knows yet, with somebody to find out. */
export const Question = z.strictObject({
  id: z.string().max(220),
  assetId: AssetId,
  assetName: z.string(),
  versionId: VersionId,
  /** Field or engine fact the answer goes to. */
  factId: z.string().max(120),
  /** Field of the register to fill, or null when the answer is a plain yes or no to the engine. */
  field: z.string().max(60).nullable(),
  ask: z.string().max(600),
  decides: z.array(z.string().max(120)),
  effect: z.number(),
  ownerName: z.string(),
  due: IsoDate.nullable(),
  state: z.enum(['open', 'dropped']),
});
export type Question = z.infer<typeof Question>;

export const SavedView = z.strictObject({
  id: z.string().max(80),
  name: Name,
  /** Screen the view belongs to: `models`, `systems`, `software`, `results`. */
  screen: z.string().max(40),
  filter: AssetFilter,
  sort: AssetSort.nullable(),
  columns: z.array(z.string().max(60)).max(40),
  count: z.number().int().nonnegative(),
});
export type SavedView = z.infer<typeof SavedView>;

/** A technical or organisational protection of an asset, with who keeps it and what proves it. */
export const Safeguard = z.strictObject({
  id: z.string().max(80),
  assetId: AssetId,
  kind: z.enum([
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
  ]),
  state: z.enum(['planned', 'inPlace', 'notInPlace', 'unknown']),
  ownerName: ShortText,
  evidence: z.string().max(600),
  checkedOn: IsoDate.nullable(),
  revision: Revision,
});
export type Safeguard = z.infer<typeof Safeguard>;

/** One line of a comparison of two versions. */
export const FactDifference = z.strictObject({ field: z.string().max(60), before: FieldValue.nullable(), after: FieldValue.nullable() });

export const TreeNode = z.strictObject({
  id: AssetId,
  name: z.string(),
  kind: AssetKind,
  standing: Standing,
  classification: z.string(),
  depth: z.number().int(),
  link: LinkKind.nullable(),
  direction: z.enum(['self', 'up', 'down']),
});

export const inventoryMethods = {
  'inventory.list': query(
    z.strictObject({
      filter: AssetFilter,
      sort: AssetSort.optional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().positive().max(500),
    }),
    z.strictObject({ total: z.number().int().nonnegative(), rows: z.array(AssetRow) }),
    ['inventory', 'classification'],
  ),
  'inventory.ids': query(z.strictObject({ filter: AssetFilter }), z.array(AssetId), ['inventory', 'classification']),
  'inventory.counts': query(
    z.strictObject({}),
    z.array(z.strictObject({ kind: AssetKind, total: z.number().int(), needAttention: z.number().int(), completeness: z.number() })),
    ['inventory', 'classification'],
  ),
  /** Distinct values to offer in filters. */
  'inventory.facets': query(
    z.strictObject({ kinds: z.array(AssetKind).max(7) }),
    z.strictObject({ owners: z.array(z.string()), classifications: z.array(z.string()), roles: z.array(z.string()) }),
    ['inventory', 'classification'],
  ),
  'inventory.get': query(z.strictObject({ id: AssetId, versionId: VersionId.optional() }), AssetDetail, ['inventory', 'classification']),
  'inventory.create': command(
    z.strictObject({
      kind: AssetKind,
      name: Name,
      versionLabel: ShortText,
      ownerName: ShortText.optional(),
      stage: LifeCycleStage.optional(),
      siteId: z.string().max(80).nullable().optional(),
      externalId: ShortText.optional(),
      facts: Facts,
      links: z
        .array(z.strictObject({ kind: LinkKind, toId: AssetId }))
        .max(50)
        .optional(),
      /** Draft of the wizard to discard once the asset stands. */
      draftKey: z.string().max(120).optional(),
    }),
    AssetDetail,
    ['inventory', 'questions', 'classification', 'drafts', 'journal'],
  ),
  'inventory.update': command(z.strictObject({ id: AssetId, revision: Revision, columns: AssetColumns }), AssetDetail, [
    'inventory',
    'questions',
    'classification',
    'journal',
  ]),
  /** Sets or clears facts of a version. Null clears a field. The stored finding is made new in the same step. */
  'inventory.setFacts': command(
    z.strictObject({ id: AssetId, versionId: VersionId, revision: Revision, changes: z.array(FactChange).min(1).max(120) }),
    AssetDetail,
    ['inventory', 'questions', 'classification', 'journal'],
  ),
  'inventory.bulkEdit': command(
    z.strictObject({
      ids: z.array(AssetId).min(1).max(10_000),
      columns: AssetColumns.omit({ name: true, versionLabel: true, externalId: true }).optional(),
      facts: z.array(FactChange).max(10).optional(),
    }),
    z.strictObject({ changed: z.number().int() }),
    ['inventory', 'questions', 'classification', 'journal'],
  ),
  'inventory.archive': command(
    z.strictObject({ ids: z.array(AssetId).min(1).max(10_000), archived: z.boolean() }),
    z.strictObject({ changed: z.number().int() }),
    ['inventory', 'classification', 'journal'],
  ),
  /** Copies one version under a new id; findings, decisions and notes stay with the original. */
  'inventory.duplicate': command(z.strictObject({ id: AssetId, revision: Revision, versionId: VersionId }), AssetDetail, [
    'inventory',
    'questions',
    'classification',
    'journal',
  ]),
  'inventory.addVersion': command(
    z.strictObject({ id: AssetId, revision: Revision, label: Name, copyFrom: VersionId.nullable(), note: z.string().max(400) }),
    AssetDetail,
    ['inventory', 'questions', 'classification', 'journal'],
  ),
  'inventory.compareVersions': query(z.strictObject({ a: VersionId, b: VersionId }), z.array(FactDifference), ['inventory']),
  'inventory.link': command(z.strictObject({ kind: LinkKind, fromId: AssetId, toId: AssetId, note: z.string().max(400) }), AssetDetail, [
    'inventory',
    'classification',
    'journal',
  ]),
  'inventory.unlink': command(z.strictObject({ linkId: z.string().max(80), assetId: AssetId }), AssetDetail, [
    'inventory',
    'classification',
    'journal',
  ]),
  'inventory.tree': query(z.strictObject({ id: AssetId }), z.array(TreeNode), ['inventory', 'classification']),

  'sites.list': query(z.strictObject({}), z.array(Site), ['inventory']),
  'sites.save': command(Site.omit({ id: true, revision: true }).extend({ id: z.string().max(80).nullable(), revision: Revision }), Site, [
    'inventory',
    'journal',
  ]),

  'questions.list': query(
    z.strictObject({
      assetId: AssetId.optional(),
      state: z.enum(['open', 'dropped']).optional(),
      limit: z.number().int().positive().max(500),
    }),
    z.array(Question),
    ['questions'],
  ),
  /** A page of what waits for an answer in the whole register, and how many wait for each person; an empty name stands for nobody. */
  'questions.page': query(
    z.strictObject({
      ownerName: ShortText.optional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().positive().max(500),
    }),
    z.strictObject({
      total: z.number().int().nonnegative(),
      rows: z.array(Question),
      owners: z.array(z.strictObject({ ownerName: z.string(), count: z.number().int() })),
    }),
    ['questions', 'inventory', 'classification'],
  ),
  'questions.assign': command(z.strictObject({ id: z.string().max(220), ownerName: ShortText, due: IsoDate.nullable() }), Question, [
    'questions',
    'journal',
  ]),
  'questions.drop': command(z.strictObject({ id: z.string().max(220), reason: z.string().trim().min(1).max(400) }), Question, [
    'questions',
    'inventory',
    'journal',
  ]),

  'views.list': query(z.strictObject({ screen: z.string().max(40) }), z.array(SavedView), ['views', 'inventory', 'classification']),
  'views.save': command(SavedView.omit({ id: true, count: true }).extend({ id: z.string().max(80).nullable() }), SavedView, ['views']),
  'views.remove': command(z.strictObject({ id: z.string().max(80) }), z.strictObject({}), ['views']),

  'safeguards.list': query(z.strictObject({ assetId: AssetId }), z.array(Safeguard), ['safeguards']),
  'safeguards.save': command(Safeguard.omit({ id: true }).extend({ id: z.string().max(80).nullable() }), Safeguard, [
    'safeguards',
    'journal',
  ]),
};
