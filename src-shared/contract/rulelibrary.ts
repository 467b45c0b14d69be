import { z } from 'zod';
import { Citation, Confidence } from '../model/citation.ts';
import { IsoDate } from '../model/dates.ts';
import { Enforcement, TextStatus } from '../model/finding.ts';
import { command, query } from './kernel.ts';

const PackId = z.string().min(1).max(80);
const ItemId = z.string().min(1).max(160);

/** A citation with the words a person reads: the source's full reference, its date, and how well it is known. */
export const CitedSource = Citation.extend({
  reference: z.string(),
  asOf: z.string().nullable(),
  url: z.string().nullable(),
  /** How the source was read, in the pack's words. */
  how: z.string(),
  confidence: Confidence,
});
export type CitedSource = z.infer<typeof CitedSource>;

export const PackCounts = z.strictObject({
  entries: z.number().int(),
  parameters: z.number().int(),
  questions: z.number().int(),
  capabilities: z.number().int(),
  glossary: z.number().int(),
  sources: z.number().int(),
  countries: z.number().int(),
});

/** A rule pack as the library lists it. */
export const PackSummary = z.strictObject({
  id: PackId,
  title: z.string(),
  jurisdiction: z.string(),
  version: z.string(),
  published: IsoDate,
  lastChecked: IsoDate,
  reviewer: z.string(),
  hash: z.string(),
  coverage: z.strictObject({ from: IsoDate, until: IsoDate.nullable() }),
  about: z.string(),
  caveats: z.array(z.string()),
  counts: PackCounts,
  /** No entry of it is law: guides and the company's own thresholds. */
  guideOnly: z.boolean(),
  enabled: z.boolean(),
  /** Made from the company's own thresholds; not shipped. */
  own: z.boolean(),
});
export type PackSummary = z.infer<typeof PackSummary>;

export const RuleKind = z.enum(['entry', 'parameter', 'term', 'question', 'capability', 'source', 'country']);
export type RuleKind = z.infer<typeof RuleKind>;

/** One line of the library. `textStatus` and `enforcement` are those of the day in force and stand for entries only. */
export const RuleHit = z.strictObject({
  kind: RuleKind,
  pack: PackId,
  packTitle: z.string(),
  id: ItemId,
  title: z.string(),
  /** Words around the first match, or the beginning. */
  excerpt: z.string(),
  /** All of it, for what is short: terms, questions, sources. Empty for entries and parameters, which have pages of their own. */
  body: z.string(),
  /** Where a short one comes from; null for entries and parameters. */
  source: CitedSource.nullable(),
  textStatus: TextStatus.nullable(),
  enforcement: Enforcement.nullable(),
  confidence: Confidence.nullable(),
  isLaw: z.boolean(),
  /** Value on the day in force with its unit, for parameters. */
  value: z.number().nullable(),
  unit: z.string().nullable(),
});
export type RuleHit = z.infer<typeof RuleHit>;

const Stretch = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    from: IsoDate,
    until: IsoDate.nullable(),
    value,
    current: z.boolean(),
    note: z.string().nullable(),
    source: CitedSource,
  });

/** A number of the rules with its whole history. */
export const ParameterView = z.strictObject({
  pack: PackId,
  packTitle: z.string(),
  id: ItemId,
  title: z.string(),
  unit: z.string(),
  history: z.array(Stretch(z.number())),
  /** Entries that compare with it. */
  usedBy: z.array(z.strictObject({ id: ItemId, title: z.string() })),
});
export type ParameterView = z.infer<typeof ParameterView>;

/** One control entry as a reading page. */
export const EntryView = z.strictObject({
  pack: PackId,
  packTitle: z.string(),
  lastChecked: IsoDate,
  id: ItemId,
  title: z.string(),
  family: z.string(),
  summary: z.string(),
  isLaw: z.boolean(),
  isExportControl: z.boolean(),
  confidence: Confidence,
  reasons: z.array(z.string()),
  textStatus: z.array(Stretch(TextStatus)),
  enforcement: z.array(Stretch(Enforcement)),
  licence: z.array(
    Stretch(
      z.strictObject({
        summary: z.string(),
        exceptions: z.array(z.string()),
        reviewPolicy: z.string().nullable(),
        exemptParties: z.string().nullable(),
        deemedExport: z.string().nullable(),
        practical: z.string().nullable(),
      }),
    ),
  ),
  versions: z.array(
    z.strictObject({
      from: IsoDate,
      until: IsoDate.nullable(),
      label: z.string(),
      current: z.boolean(),
      limbs: z.array(z.strictObject({ id: z.string(), tests: z.array(z.string()), source: CitedSource })),
      unless: z.array(z.strictObject({ id: z.string(), text: z.string(), source: CitedSource })),
    }),
  ),
  parameters: z.array(z.strictObject({ id: ItemId, title: z.string(), unit: z.string(), value: z.number().nullable() })),
  notes: z.array(z.strictObject({ id: z.string(), text: z.string(), source: CitedSource })),
  sources: z.array(CitedSource),
  related: z.array(z.strictObject({ id: ItemId, title: z.string() })),
});
export type EntryView = z.infer<typeof EntryView>;

/** Something in the rules that began, ended or moved on a day. */
export const RuleChange = z.strictObject({
  on: IsoDate,
  pack: PackId,
  packTitle: z.string(),
  what: z.enum(['textStatus', 'enforcement', 'parameter', 'licence', 'wording']),
  id: ItemId,
  title: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  unit: z.string().nullable(),
  note: z.string().nullable(),
  source: CitedSource,
});
export type RuleChange = z.infer<typeof RuleChange>;

export const CountryRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  /** Chart columns that ask for a licence; null where the chart does not grade the place: never read it as "no licence". */
  requires: z.array(z.string()).nullable(),
  pointer: z.string().nullable(),
  footnotes: z.array(z.string()),
  /** Special treatment beside the groups, in the pack's words. */
  treatments: z.array(z.string()),
});
export type CountryRow = z.infer<typeof CountryRow>;

/** Country groups and chart of one pack. */
export const CountryTable = z.strictObject({
  pack: PackId,
  packTitle: z.string(),
  asOf: IsoDate,
  groups: z.array(z.strictObject({ id: z.string(), title: z.string(), count: z.number().int(), source: CitedSource })),
  columns: z.array(z.strictObject({ id: z.string(), meaning: z.string() })),
  howToRead: z.array(z.string()),
  rows: z.array(CountryRow),
  source: CitedSource,
});
export type CountryTable = z.infer<typeof CountryTable>;

/** Numbers that a company's own threshold can be compared with: ids of facts as the engine reads them. */
export const GuideQuantity = z.enum([
  'totalOperations',
  'tpp',
  'performanceDensity',
  'memoryBandwidthDensity',
  'opsPerSecondPerWatt',
  'parametersTotal',
]);
export type GuideQuantity = z.infer<typeof GuideQuantity>;

/** A number that is not law: shipped with a guide, or the company's own. */
export const GuideThreshold = z.strictObject({
  origin: z.enum(['shipped', 'own']),
  /** `pack:entry` of a shipped one, or the id of an own one. */
  id: ItemId,
  pack: PackId,
  title: z.string(),
  explanation: z.string(),
  /** `compare`: has a number. `notComputable`, `notALimit`: shown and explained, never compared. */
  use: z.enum(['compare', 'notComputable', 'notALimit']),
  quantity: z.string().nullable(),
  value: z.number().nullable(),
  shippedValue: z.number().nullable(),
  unit: z.string().nullable(),
  enabled: z.boolean(),
  /** Why the company changed or added it. */
  reason: z.string(),
  source: CitedSource.nullable(),
  revision: z.number().int().nonnegative(),
});
export type GuideThreshold = z.infer<typeof GuideThreshold>;

const Reason = z.string().trim().max(1000);

export const ruleLibraryMethods = {
  'rulepacks.list': query(z.strictObject({}), z.array(PackSummary), ['rulepacks', 'settings']),
  'rulepacks.search': query(
    z.strictObject({
      text: z.string().max(200),
      kinds: z.array(RuleKind).max(7).optional(),
      packs: z.array(PackId).max(60).optional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().positive().max(500),
    }),
    z.strictObject({ on: IsoDate, total: z.number().int(), byKind: z.partialRecord(RuleKind, z.number().int()), hits: z.array(RuleHit) }),
    ['rulepacks', 'settings'],
  ),
  'rulepacks.entry': query(z.strictObject({ pack: PackId, id: ItemId }), EntryView, ['rulepacks', 'settings']),
  'rulepacks.parameter': query(z.strictObject({ pack: PackId, id: ItemId }), ParameterView, ['rulepacks', 'settings']),
  'rulepacks.sources': query(z.strictObject({ pack: PackId }), z.array(CitedSource), ['rulepacks']),
  /** Changes of the rules, newest first; those still to come included. */
  'rulepacks.timeline': query(z.strictObject({ pack: PackId.optional() }), z.strictObject({ on: IsoDate, changes: z.array(RuleChange) }), [
    'rulepacks',
    'settings',
  ]),
  'rulepacks.countries': query(z.strictObject({}), z.array(CountryTable), ['rulepacks']),
  'rulepacks.setEnabled': command(z.strictObject({ pack: PackId, enabled: z.boolean() }), z.array(PackSummary), [
    'rulepacks',
    'settings',
    'classification',
    'inventory',
    'journal',
  ]),
  'rulepacks.guideThresholds': query(z.strictObject({}), z.array(GuideThreshold), ['rulepacks', 'settings']),
  'rulepacks.saveGuideThreshold': command(
    z.discriminatedUnion('origin', [
      z.strictObject({
        origin: z.literal('shipped'),
        id: ItemId,
        revision: z.number().int().nonnegative(),
        enabled: z.boolean(),
        /** Null puts the shipped number back. */
        value: z.number().positive().nullable(),
        reason: Reason,
      }),
      z.strictObject({
        origin: z.literal('own'),
        /** Null adds a new one. */
        id: ItemId.nullable(),
        revision: z.number().int().nonnegative(),
        title: z.string().trim().min(1).max(200),
        quantity: GuideQuantity,
        value: z.number().positive(),
        enabled: z.boolean(),
        reason: Reason.min(1),
      }),
    ]),
    z.array(GuideThreshold),
    ['rulepacks', 'classification', 'inventory', 'journal'],
  ),
  'rulepacks.removeGuideThreshold': command(
    z.strictObject({ id: ItemId, revision: z.number().int().nonnegative() }),
    z.array(GuideThreshold),
    ['rulepacks', 'classification', 'inventory', 'journal'],
  ),
};
