import { z } from 'zod';
import { accessFindingTypes } from '../model/access-audit.ts';
import { actionKinds, eventOutcomes } from '../model/access-events.ts';
import { IsoDate } from '../model/dates.ts';
import { networkTags } from '../model/network.ts';
import { ProfileName } from '../model/redaction.ts';
import { Paper } from '../model/report-page.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const Count = z.number().int().nonnegative();
const Revision = z.number().int().nonnegative();
const Country = z.string().length(2);
const Named = z.string().trim().min(1).max(300);
const Words = z.string().trim().max(2000);

export const AccessFindingType = z.enum(accessFindingTypes);
export const Severity = z.enum(['high', 'medium', 'low']);
export type Severity = z.infer<typeof Severity>;
export const FindingConfidence = z.enum(['high', 'medium', 'low']);

/** `open` waits; `confirmed` is a violation or worth acting on; `cleared` was harmless; `accepted` is a known risk with a review day. */
export const FindingState = z.enum(['open', 'confirmed', 'cleared', 'accepted']);
export type FindingState = z.infer<typeof FindingState>;

const Party = z.strictObject({ id: Id, name: z.string().max(300) });

export const FindingLine = z.strictObject({
  id: Id,
  /** Short number people say aloud: `F-0217`. */
  label: z.string().max(20),
  type: AccessFindingType,
  title: z.string().max(400),
  severity: Severity,
  confidence: FindingConfidence,
  state: FindingState,
  /** Facts under a decided finding changed since it was decided. */
  groundMoved: z.boolean(),
  person: Party.nullable(),
  account: z.string().max(300).nullable(),
  /** Of several assets the one with the most events. */
  asset: Party.nullable(),
  assetCount: Count,
  events: Count,
  firstAt: z.string().max(40).nullable(),
  lastAt: z.string().max(40).nullable(),
  openQuestions: Count,
});
export type FindingLine = z.infer<typeof FindingLine>;

/** A question whose answer would clear or confirm the finding. */
export const FindingQuestion = z.strictObject({
  id: Id,
  ask: z.string().max(600),
  /** What the answer settles: a fact of the person or of the asset, or of this finding only. */
  about: z.enum(['person', 'asset', 'finding']),
  field: z.string().max(80).nullable(),
  owner: z.string().max(200).nullable(),
  answer: z.enum(['yes', 'no', 'unknown']).nullable(),
  answeredAt: z.string().max(40).nullable(),
  note: z.string().max(2000),
});
export type FindingQuestion = z.infer<typeof FindingQuestion>;

export const ExclusionRow = z.strictObject({
  code: z.string().max(80),
  title: z.string().max(200),
  rule: z.string().max(200),
  known: z.string().max(600),
  result: z.enum(['applies', 'doesNotApply', 'unknown']),
});

export const FindingDecision = z.strictObject({
  state: FindingState,
  reason: z.string().max(2000),
  by: z.string().max(200),
  at: z.string().max(40),
  reviewOn: IsoDate.nullable(),
});

export const AccessFinding = FindingLine.extend({
  revision: Revision,
  /** All assets it is about, most events first. */
  assets: z.array(Party).max(500),
  summary: z.string().max(2000),
  /** Kind of reach: weights, source, notebook, API use …; null where the finding is not about an asset. */
  actionKind: z.enum(actionKinds).nullable(),
  releaseWords: z.string().max(200).nullable(),
  where: z.string().max(200).nullable(),
  whereDetail: z.string().max(400).nullable(),
  why: z.array(z.string().max(1000)).max(40),
  citations: z.array(z.string().max(300)).max(40),
  exclusions: z.array(ExclusionRow).max(40),
  questions: z.array(FindingQuestion).max(40),
  decisions: z.array(FindingDecision).max(100),
  foundOn: IsoDate,
  judgedOn: IsoDate,
  /** Days since the oldest address data that was used; null where no address was looked up. */
  dataAgeDays: z.number().int().nullable(),
  groundChanges: z.array(z.string().max(600)).max(20),
});
export type AccessFinding = z.infer<typeof AccessFinding>;

export const AccessEvent = z.strictObject({
  id: z.number().int().nonnegative(),
  /** UTC; null where the log withholds it. */
  at: z.string().max(40).nullable(),
  account: z.string().max(400),
  person: Party.nullable(),
  asset: Party.nullable(),
  resource: z.string().max(1000),
  action: z.string().max(400),
  actionKind: z.enum(actionKinds),
  outcome: z.enum(eventOutcomes),
  address: z.string().max(200),
  country: Country.nullable(),
  country2: Country.nullable(),
  network: z.string().max(200),
  tags: z.array(z.enum(networkTags)),
  count: z.number().nonnegative(),
  tokens: z.number().nonnegative(),
  bytes: z.number().nonnegative(),
  importId: Id,
  fileName: z.string().max(300),
  sheet: z.string().max(255).nullable(),
  row: Count,
  findings: z.array(z.strictObject({ id: Id, label: z.string().max(20) })).max(9),
});
export type AccessEvent = z.infer<typeof AccessEvent>;

export const EventFilter = z.strictObject({
  text: z.string().max(200).default(''),
  personId: Id.nullable().default(null),
  account: z.string().max(400).nullable().default(null),
  assetId: Id.nullable().default(null),
  country: Country.nullable().default(null),
  outcome: z.enum(eventOutcomes).nullable().default(null),
  actionKind: z.enum(actionKinds).nullable().default(null),
  tag: z.enum(networkTags).nullable().default(null),
  importId: Id.nullable().default(null),
  findingId: Id.nullable().default(null),
  from: IsoDate.nullable().default(null),
  until: IsoDate.nullable().default(null),
});
export type EventFilter = z.infer<typeof EventFilter>;

/** Who should reach an asset, and how logs call it. */
export const AssetAccess = z.strictObject({
  assetId: Id,
  /** Names under which logs speak of the asset: repository, endpoint, bucket; `*` stands for any run of characters. */
  resourceNames: z.array(Named).max(200),
  /** null: nobody said, so no role finding. */
  allowedRoles: z.array(Named).max(100).nullable(),
  allowedTeams: z.array(Named).max(100).nullable(),
  /** ISO 3166-1 alpha-2 list that replaces the computed answer; null leaves it computed. */
  licenceRequiredForNationalsOf: z.array(Country).max(260).nullable(),
  form: z.enum(['technology', 'sourceCode', 'objectCode', 'weights', 'hardware', 'service']).nullable(),
  published: z.boolean().nullable(),
  fundamentalResearch: z.boolean().nullable(),
  revision: Revision,
});
export type AssetAccess = z.infer<typeof AssetAccess>;

export const Briefing = z.strictObject({
  id: Id,
  assetId: Id,
  personId: Id,
  briefedOn: IsoDate,
  signedBy: Named,
  note: Words,
});
export type Briefing = z.infer<typeof Briefing>;

/** Where somebody stands towards controlled items, without naming a nationality. */
export const Position = z.enum([
  'usPerson',
  'noLicenceNeeded',
  'licenceNeeded',
  'exceptionPossible',
  'covered',
  'unknown',
  'service',
  'unknownAccount',
]);
export type Position = z.infer<typeof Position>;

export const MatrixColumn = z.strictObject({
  assetId: Id,
  name: z.string().max(300),
  version: z.string().max(80).nullable(),
  entry: z.string().max(40).nullable(),
  controlled: z.enum(['controlled', 'open', 'none']),
});
export const MatrixCell = z.strictObject({
  /** Position in `columns`. */
  column: Count,
  events: Count,
  mark: z.enum(['none', 'permitted', 'missing', 'finding']),
  findingId: Id.nullable(),
  says: z.string().max(400),
});
export const MatrixRow = z.strictObject({
  personId: Id.nullable(),
  account: z.string().max(400).nullable(),
  name: z.string().max(400),
  group: z.string().max(200),
  position: Position,
  cells: z.array(MatrixCell).max(400),
});
export const AccessMatrix = z.strictObject({
  columns: z.array(MatrixColumn).max(400),
  rows: z.array(MatrixRow),
  people: Count,
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
});
export type AccessMatrix = z.infer<typeof AccessMatrix>;

/** Thresholds of the audit; each with the reason the company gives for another value than ours. */
export const AccessSetting = z.strictObject({
  id: z.string().max(80),
  value: z.union([z.number(), z.string().max(80), z.boolean(), z.array(z.string().max(80)).max(300)]),
  standard: z.union([z.number(), z.string().max(80), z.boolean(), z.array(z.string().max(80)).max(300)]),
  unit: z.string().max(40),
  title: z.string().max(200),
  because: z.string().max(600),
  reason: z.string().max(600),
});
export type AccessSetting = z.infer<typeof AccessSetting>;

export const CoverageRow = z.strictObject({
  assetId: Id,
  name: z.string().max(300),
  /** Logs that speak of it: the kind of export, null where no product is known, and the files. */
  sources: z.array(z.strictObject({ preset: z.string().max(60).nullable(), files: z.array(z.string().max(200)).max(50) })).max(50),
  firstDay: IsoDate.nullable(),
  lastDay: IsoDate.nullable(),
  days: Count,
  /** Stretches without a single event, longest first. */
  gaps: z.array(z.strictObject({ from: IsoDate, until: IsoDate, days: Count })).max(50),
  /** Events for each week from `firstWeek` on. */
  weeks: z.array(Count).max(600),
  safeguards: Count,
  findingId: Id.nullable(),
});

export const AccessOverview = z.strictObject({
  imports: Count,
  events: Count,
  people: Count,
  accounts: Count,
  unlinkedAccounts: Count,
  peopleWithoutCitizenshipSource: Count,
  firstDay: IsoDate.nullable(),
  lastDay: IsoDate.nullable(),
  byType: z.array(z.strictObject({ type: AccessFindingType, open: Count, decided: Count, high: Count })),
  /** Monday of the week, and findings whose first event lies in it, by type. */
  byWeek: z.array(z.strictObject({ week: IsoDate, counts: z.partialRecord(AccessFindingType, Count) })).max(600),
  byCountry: z.array(z.strictObject({ country: Country, events: Count, people: Count, findings: Count, embargoed: z.boolean() })).max(260),
  /** Events without a country, by reason. */
  /** Events whose time the log withholds. */
  undated: Count,
  unlocated: z.strictObject({ inside: Count, noAddress: Count, notFound: Count }),
  databasesDiffer: Count,
  lastRun: z.strictObject({ at: z.string().max(40), events: Count, changed: Count, judgedOn: IsoDate }).nullable(),
  /** Something the findings rest on changed since the last run: what, in plain words. */
  stale: z.array(z.string().max(300)).max(10),
  networkDataAgeDays: z.number().int().nullable(),
});
export type AccessOverview = z.infer<typeof AccessOverview>;

/** Technology control plan of one asset, as it is shown and printed. */
export const ControlPlan = z.strictObject({
  assetId: Id,
  assetName: z.string().max(300),
  version: z.string().max(80).nullable(),
  owner: z.string().max(200),
  entry: z.string().max(80).nullable(),
  entryReasons: z.array(z.string().max(40)),
  judgedOn: IsoDate,
  /** Why a plan is or is not called for. */
  basis: z.array(z.string().max(600)).max(20),
  may: z.array(z.strictObject({ personId: Id, name: z.string().max(300), team: z.string().max(200), because: z.string().max(400) })),
  mayNot: z.array(z.strictObject({ personId: Id, name: z.string().max(300), team: z.string().max(200), because: z.string().max(400) })),
  cannotSay: z.array(z.strictObject({ personId: Id, name: z.string().max(300), team: z.string().max(200), because: z.string().max(400) })),
  safeguards: z.array(z.strictObject({ title: z.string().max(300), state: z.string().max(80), hasEvidence: z.boolean() })),
  authorisations: z.array(z.string().max(300)).max(100),
  briefings: z.array(Briefing.extend({ personName: z.string().max(300) })),
  unbriefed: z.array(Party),
  findings: z.array(FindingLine),
});
export type ControlPlan = z.infer<typeof ControlPlan>;

const FindingPage = z.strictObject({ total: Count, rows: z.array(FindingLine) });

export const accessMethods = {
  'access.overview': query(z.strictObject({}), AccessOverview, ['access', 'accessLogs', 'people', 'networks']),
  /** Starts the audit over everything that is committed; ends with a `job` event of kind `access.audit`. */
  'access.run': command(z.strictObject({}), z.strictObject({ jobId: Id }), ['access']),
  'access.findings': query(
    z.strictObject({
      text: z.string().max(200).default(''),
      types: z.array(AccessFindingType).default([]),
      states: z.array(FindingState).default([]),
      severities: z.array(Severity).default([]),
      personId: Id.nullable().default(null),
      assetId: Id.nullable().default(null),
      /** Findings the last run still makes, whose first event lies in these days, both included. */
      began: z.strictObject({ from: IsoDate, until: IsoDate }).nullable().default(null),
      /** `rank`: severity, then the kind of finding as the law weighs it, then confidence, then newest. */
      sort: z.enum(['rank', 'newest', 'label']).default('rank'),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    FindingPage,
    ['access'],
  ),
  'access.finding': query(z.strictObject({ id: Id }), AccessFinding, ['access', 'people', 'networks']),
  'access.decide': command(
    z.strictObject({
      ids: z.array(Id).min(1).max(500),
      state: FindingState,
      reason: Words,
      reviewOn: IsoDate.nullable(),
    }),
    z.strictObject({ decided: Count }),
    ['access', 'journal'],
  ),
  /** Keeps the answer with its source and judges the finding again. */
  'access.answer': command(
    z.strictObject({
      findingId: Id,
      questionId: Id,
      answer: z.enum(['yes', 'no', 'unknown']),
      source: Words,
    }),
    AccessFinding,
    ['access', 'people', 'journal'],
  ),
  /** Keyset pages: pass the `next` of the page before. Newest first unless `oldestFirst`. */
  'access.events': query(
    z.strictObject({
      filter: EventFilter,
      oldestFirst: z.boolean().default(false),
      after: z
        .strictObject({ at: z.string().max(40).nullable(), id: z.number().int() })
        .nullable()
        .default(null),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({
      rows: z.array(AccessEvent),
      next: z.strictObject({ at: z.string().max(40).nullable(), id: z.number().int() }).nullable(),
    }),
    ['accessLogs', 'access', 'people', 'networks'],
  ),
  /** How many events fit; `exact` false when counting stopped at a million. */
  'access.countEvents': query(z.strictObject({ filter: EventFilter }), z.strictObject({ events: Count, exact: z.boolean() }), [
    'accessLogs',
    'access',
    'people',
  ]),
  /** The line as it stood in the source. */
  'access.eventSource': query(
    z.strictObject({ id: z.number().int().nonnegative() }),
    z.strictObject({
      event: AccessEvent,
      fileSha256: z.string().max(64),
      header: z.array(z.string().max(400)).max(512),
      cells: z.array(z.string()).max(512),
    }),
    ['accessLogs'],
  ),
  /** Why an event is, or is not, under a finding: each rule with its answer. */
  'access.whyNot': query(
    z.strictObject({ id: z.number().int().nonnegative() }),
    z.strictObject({
      rules: z
        .array(
          z.strictObject({ type: AccessFindingType, result: z.enum(['finding', 'harmless', 'notLooked']), because: z.string().max(600) }),
        )
        .max(20),
    }),
    ['access', 'accessLogs', 'people', 'networks'],
  ),
  /** Events a day of one person, for the timeline. */
  'access.timeline': query(
    z.strictObject({ personId: Id }),
    z.strictObject({
      days: z.array(z.strictObject({ day: IsoDate, events: Count, countries: z.array(Country).max(40), findings: Count })).max(4000),
    }),
    ['accessLogs', 'access', 'people'],
  ),
  'access.matrix': query(
    z.strictObject({
      team: z.string().max(200).nullable().default(null),
      controlledOnly: z.boolean().default(false),
      reachedOnly: z.boolean().default(true),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(1000).default(400),
    }),
    AccessMatrix,
    ['access', 'accessLogs', 'people', 'inventory', 'classification'],
  ),
  /** Asks where to, and writes the whole matrix under a filter; null when the dialog was closed. It names no citizenship and no standing. */
  'access.exportMatrix': command(
    z.strictObject({
      team: z.string().max(200).nullable(),
      controlledOnly: z.boolean(),
      reachedOnly: z.boolean(),
      as: z.enum(['pdf', 'html', 'xlsx']),
      paper: Paper,
      redaction: ProfileName,
    }),
    z.strictObject({ name: z.string().max(300), bytes: Count }).nullable(),
    ['journal'],
  ),
  'access.coverage': query(z.strictObject({}), z.strictObject({ firstWeek: IsoDate.nullable(), rows: z.array(CoverageRow) }), [
    'access',
    'accessLogs',
    'inventory',
  ]),
  'access.asset': query(z.strictObject({ assetId: Id }), AssetAccess, ['access', 'inventory']),
  'access.saveAsset': command(AssetAccess, AssetAccess, ['access', 'journal']),
  /** Resource names of the logs that no asset answers to, most frequent first. */
  'access.unmatchedResources': query(
    z.strictObject({ limit: z.number().int().min(1).max(500).default(100) }),
    z.strictObject({ total: Count, rows: z.array(z.strictObject({ resource: z.string().max(1000), events: Count })) }),
    ['access', 'accessLogs'],
  ),
  'access.settings': query(z.strictObject({}), z.array(AccessSetting), ['access', 'settings']),
  'access.saveSetting': command(
    z.strictObject({ id: z.string().max(80), value: AccessSetting.shape.value.nullable(), reason: Words }),
    z.array(AccessSetting),
    ['access', 'journal'],
  ),
} as const;

/** Technology control plans and the briefings under them. */
export const controlPlanMethods = {
  'access.controlPlan': query(z.strictObject({ assetId: Id }), ControlPlan, ['access', 'accessLogs', 'people', 'inventory', 'safeguards']),
  /** Saves the plan where the person chooses, and records that it left; null when the dialog was closed. */
  'access.exportControlPlan': command(
    z.strictObject({ assetId: Id, as: z.enum(['pdf', 'html']), paper: Paper, redaction: ProfileName }),
    z.strictObject({ name: z.string().max(300), bytes: Count }).nullable(),
    ['reports', 'journal'],
  ),
  'access.saveBriefing': command(Briefing.extend({ id: Id.nullable() }), z.array(Briefing), ['access', 'journal']),
  'access.removeBriefing': command(z.strictObject({ id: Id }), z.array(Briefing), ['access', 'journal']),
} as const;
