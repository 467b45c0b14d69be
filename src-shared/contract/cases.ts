import { z } from 'zod';
import { Confidence } from '../model/citation.ts';
import { IsoDate } from '../model/dates.ts';
import { DutyRole } from '../model/duty-role.ts';
import { Enforcement, TextStatus } from '../model/finding.ts';
import { GateCondition, GateConditionId, GateKind, GatePass, GateState, StageReport } from '../model/gate.ts';
import { ownershipTests } from '../model/ownership.ts';
import { PenaltyAmount } from '../model/penalty-rules.ts';
import { RecordRef } from '../model/record-ref.ts';
import { LifeCycleStage, Standing } from './inventory.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';
import { CitedSource } from './rulelibrary.ts';

/** Gates in the life of a model, incidents, and the watch over rule changes. */

const Id = z.string().min(1).max(80);
const Revision = z.number().int().nonnegative();
const Count = z.number().int().nonnegative();
const Country = z.string().regex(/^[A-Z]{2}$/);
const Named = z.string().trim().min(1).max(200);
const MaybeNamed = z.string().trim().max(200);
const Reason = z.string().trim().min(1).max(4000);
const Words = z.string().trim().max(8000);
const Line = z.string().trim().max(600);

// Gates

/** One gate of one model version. */
export const GateRow = z.strictObject({
  assetId: Id,
  name: z.string(),
  versionId: Id,
  versionLabel: z.string(),
  ownerName: z.string(),
  stage: LifeCycleStage,
  gate: GateKind,
  destination: z.string().max(2),
  state: GateState,
  /** What is not met, in the order of the gate. */
  wanting: z.array(GateCondition).max(40),
  pass: GatePass.nullable(),
});
export type GateRow = z.infer<typeof GateRow>;

export const GateView = z.strictObject({
  gate: GateKind,
  destination: z.string().max(2),
  state: GateState,
  conditions: z.array(GateCondition).max(40),
  pass: GatePass.nullable(),
  /** Another run, or other weights, were reported than those the pass was given for. */
  isOtherRun: z.boolean(),
  /** What training pipelines reported of this stage of the version, newest first. */
  reports: z.array(StageReport).max(50),
});
export type GateView = z.infer<typeof GateView>;

/** A place the model goes to: named for its gates, or said in its facts. */
export const GateDestination = z.strictObject({
  country: Country,
  named: z.boolean(),
  note: Line,
  /** Fields of the model that name it. */
  fields: z.array(z.string().max(60)).max(4),
});
export type GateDestination = z.infer<typeof GateDestination>;

export const ModelGates = z.strictObject({
  assetId: Id,
  name: z.string(),
  versionId: Id,
  versionLabel: z.string(),
  versionCount: Count,
  ownerName: z.string(),
  stage: LifeCycleStage,
  classification: z.string(),
  /** Field of the register that reported training operations belong to, and the figure in it. */
  figureField: z.enum(['trainingOperations', 'ownTrainingOperations']),
  figure: z.number().nullable(),
  on: IsoDate,
  gates: z.array(GateView).max(320),
  destinations: z.array(GateDestination).max(300),
  /** Every pass of every version, newest first. */
  history: z.array(GatePass).max(500),
});
export type ModelGates = z.infer<typeof ModelGates>;

/** Why a report of a training pipeline cannot be taken in. Words under `gates.stages.problem.<code>`. */
export const StageProblem = z.strictObject({
  code: z.enum([
    'notJson',
    'noReport',
    'otherFormat',
    'unknownField',
    'missingField',
    'wrongField',
    'ahead',
    'unknownModel',
    'severalModels',
    'otherVersion',
    'earlierVersion',
    'retired',
    'gateDoesNotApply',
  ]),
  /** Field, name or label it is about. */
  field: z.string().max(200),
});
export type StageProblem = z.infer<typeof StageProblem>;

/** What a report says, as it was read. */
const StageSaid = z.strictObject({
  model: z.string().max(200),
  gate: GateKind,
  destination: z.string().max(2),
  at: z.string().max(40),
  runId: z.string().max(200),
  computeFlop: z.number().nullable(),
  weightsSha256: z.string().max(64),
  by: z.string().max(200),
  note: z.string().max(2000),
});

/** One report: what it says, what taking it in does, and where the gate stands with it. */
export const StageLine = z.strictObject({
  line: Count,
  said: StageSaid.nullable(),
  problem: StageProblem.nullable(),
  /** The model it is about; null where none was found. */
  model: z.strictObject({ assetId: Id, name: z.string(), versionLabel: z.string() }).nullable(),
  /** `repeated`: taken in before. `differs`: its run was taken in before and said something else; it is not taken again. */
  known: z.enum(['new', 'repeated', 'differs']),
  /** Its figure: `take` goes on record, `same` is on record, `propose` waits for a person since another figure is on record. */
  compute: z.enum(['none', 'take', 'same', 'propose']),
  onRecord: z.number().nullable(),
  /** With this report and all before it taken in. */
  gate: z
    .strictObject({
      state: GateState,
      open: z.boolean(),
      isOtherRun: z.boolean(),
      wanting: z.array(GateCondition).max(40),
      pass: GatePass.nullable(),
    })
    .nullable(),
});
export type StageLine = z.infer<typeof StageLine>;

const StageText = z.strictObject({
  /** Reports, `gatehouse.stage/1`: one JSON object, a list, or one a line. */
  text: z.string().max(1_000_000),
  /** File or place it comes from. */
  source: z.string().trim().max(300),
  /** Models chosen by hand for names that fit none or several. */
  matches: z.array(z.strictObject({ model: z.string().max(200), assetId: Id })).max(200),
});
const StageLines = z.strictObject({ lines: z.array(StageLine).max(200), new: Count, refused: Count });

const GateCounts = z.strictObject({ models: Count, held: Count, overtaken: Count, ready: Count, passed: Count });

// Incidents

export const IncidentKind = z.enum([
  'unlicensedExport',
  'deemedExport',
  'screeningMiss',
  'redFlag',
  'accessBreach',
  'licenceCondition',
  'misclassification',
  'recordKeeping',
  'other',
]);
export type IncidentKind = z.infer<typeof IncidentKind>;

/** The order of work. Each is worked out from what is on file, never ticked by hand. */
export const IncidentStepId = z.enum(['stop', 'preserve', 'assess', 'decide', 'correct', 'learn']);
export type IncidentStepId = z.infer<typeof IncidentStepId>;
export const IncidentStep = z.strictObject({ id: IncidentStepId, state: z.enum(['done', 'now', 'todo']) });

const Day = IsoDate.nullable();

/** What a person writes down of an incident. Everything may be unknown but what it is called and when it was found. */
export const IncidentColumns = z.strictObject({
  title: z.string().trim().min(1).max(300),
  kind: IncidentKind,
  whatHappened: Words,
  discoveredOn: IsoDate,
  occurredFrom: Day,
  occurredUntil: Day,
  owner: MaybeNamed,
  /** Records it is about. */
  links: z.array(RecordRef).max(200),
  /** Why nothing has to be halted, where nothing is. */
  stopNote: Words,
  /** What is kept from change or deletion, and where. */
  preserveNote: Words,
  preservedBy: MaybeNamed,
  preservedOn: Day,
  assessment: Words,
  rootCause: Words,
  violationsLow: z.int().min(1).max(1_000_000).nullable(),
  violationsHigh: z.int().min(1).max(1_000_000).nullable(),
  /** Value of one transaction in US dollars. */
  valueLowUsd: z.number().min(0).max(1e15).nullable(),
  valueHighUsd: z.number().min(0).max(1e15).nullable(),
  wilful: z.enum(['unknown', 'no', 'possible']),
  decision: z.enum(['undecided', 'disclose', 'doNot']),
  track: z.enum(['undecided', 'significant', 'minor']),
  decisionReason: Words,
  decidedBy: MaybeNamed,
  decidedOn: Day,
  /** Member of senior management who knows and authorised the disclosure. */
  authorisedBy: MaybeNamed,
  initialSentOn: Day,
  initialReceivedOn: Day,
  extensionAskedOn: Day,
  extendedTo: Day,
  narrativeSentOn: Day,
  shortReportSentOn: Day,
  upgradeAskedOn: Day,
  /** Number the authority gave it. */
  reference: z.string().trim().max(120),
  lessons: Words,
});
export type IncidentColumns = z.infer<typeof IncidentColumns>;

export const Halt = z.strictObject({
  id: Id,
  incidentId: Id,
  incidentNumber: z.string().max(20),
  incidentTitle: z.string().max(300),
  record: RecordRef,
  /** What the record was called when it was halted. */
  name: z.string().max(400),
  what: Line,
  since: IsoDate,
  by: z.string().max(200),
  liftedOn: IsoDate.nullable(),
  liftedBy: z.string().max(200),
  liftReason: z.string().max(4000),
});
export type Halt = z.infer<typeof Halt>;

export const CorrectiveAction = z.strictObject({
  id: Id,
  title: z.string().trim().min(1).max(300),
  owner: MaybeNamed,
  due: Day,
  doneOn: Day,
  /** How somebody checked that it worked. */
  verified: Line,
  /** Task of the plan that was made from it. */
  taskId: z.string().max(80).nullable(),
  revision: Revision,
});
export type CorrectiveAction = z.infer<typeof CorrectiveAction>;

export const Escalation = z.strictObject({
  id: Id,
  to: Named,
  role: DutyRole.nullable(),
  ask: Reason,
  by: z.string().max(200),
  on: IsoDate,
  answer: z.string().max(4000),
  answeredBy: z.string().max(200),
  answeredOn: IsoDate.nullable(),
});
export type Escalation = z.infer<typeof Escalation>;

export const IncidentRow = z.strictObject({
  id: Id,
  number: z.string().max(20),
  title: z.string().max(300),
  kind: IncidentKind,
  owner: z.string().max(200),
  discoveredOn: IsoDate,
  steps: z.array(IncidentStep).max(6),
  halts: Count,
  openActions: Count,
  unanswered: Count,
  decision: IncidentColumns.shape.decision,
  /** The last day that comes next, and what for. */
  due: IsoDate.nullable(),
  dueFor: z.string().max(40),
  late: z.boolean(),
  closedOn: IsoDate.nullable(),
  revision: Revision,
});
export type IncidentRow = z.infer<typeof IncidentRow>;

const ClockStepView = z.strictObject({
  id: z.enum(['decision', 'initial', 'narrative', 'shortReport', 'answer', 'upgrade']),
  state: z.enum(['done', 'open', 'late', 'waiting', 'notNeeded', 'usual']),
  due: IsoDate.nullable(),
  daysLeft: z.int().nullable(),
  doneOn: IsoDate.nullable(),
  countedFrom: z.strictObject({ what: z.enum(['received', 'sent', 'request', 'extension', 'report']), on: IsoDate }).nullable(),
});
export type ClockStepView = z.infer<typeof ClockStepView>;

const Ceiling = z.strictObject({ low: z.number(), high: z.number().nullable() }).nullable();

/** The most the rules allow on the day: a ceiling with its sum, never a forecast. US dollars. */
export const ExposureView = z.strictObject({
  on: IsoDate,
  /** False where nobody has counted violations yet: one is assumed. */
  counted: z.boolean(),
  administrative: z.strictObject({
    title: z.string(),
    says: z.string(),
    amount: PenaltyAmount.nullable(),
    multiple: z.number(),
    perViolation: Ceiling,
    total: Ceiling,
    formula: z.array(z.string().max(300)),
    sources: z.array(CitedSource),
    confidence: Confidence,
    /** What has to be confirmed about the amount: an item of the watch. */
    check: z.string().max(160).nullable(),
  }),
  criminal: z.strictObject({
    title: z.string(),
    says: z.string(),
    amount: PenaltyAmount.nullable(),
    imprisonmentYears: z.number(),
    sources: z.array(CitedSource),
    confidence: Confidence,
  }),
  others: z.array(z.strictObject({ id: z.string(), title: z.string(), source: CitedSource, confidence: Confidence })),
  notes: z.array(z.strictObject({ id: z.string(), text: z.string(), source: CitedSource, confidence: Confidence })),
});
export type ExposureView = z.infer<typeof ExposureView>;

export const DisclosureView = z.strictObject({
  steps: z.array(ClockStepView),
  next: ClockStepView.shape.id.nullable(),
  lookback: z.strictObject({ from: IsoDate, until: IsoDate, countedFrom: z.enum(['received', 'sent', 'today']) }),
  quarterEnds: IsoDate,
  warnings: z.array(
    z.enum([
      'extensionNotBeforeDeadline',
      'extensionWithoutAsking',
      'receiptNotOnFile',
      'receivedBeforeSent',
      'sentBeforeDiscovery',
      'narrativeBeforeNotification',
    ]),
  ),
  rules: z.strictObject({
    title: z.string(),
    source: CitedSource,
    confidence: Confidence,
    since: z.strictObject({ on: IsoDate, source: CitedSource, confidence: Confidence }),
    steps: z.array(z.strictObject({ id: z.string(), says: z.string() })),
    effects: z.array(z.string()),
  }),
});
export type DisclosureView = z.infer<typeof DisclosureView>;

/** A record with the name it has now. */
export const NamedRecord = z.strictObject({ record: RecordRef, name: z.string().max(400), gone: z.boolean() });
export type NamedRecord = z.infer<typeof NamedRecord>;

export const IncidentDetail = z.strictObject({
  row: IncidentRow,
  columns: IncidentColumns,
  recordedBy: z.string().max(200),
  recordedOn: IsoDate,
  closedBy: z.string().max(200),
  today: IsoDate,
  records: z.array(NamedRecord).max(200),
  halts: z.array(Halt).max(500),
  actions: z.array(CorrectiveAction).max(200),
  escalations: z.array(Escalation).max(200),
  /** Null where no pack in use holds the rules. */
  clock: DisclosureView.nullable(),
  exposure: ExposureView.nullable(),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;

/** One incident with the most the rules allow for it. */
export const IncidentExposure = z.strictObject({
  id: Id,
  number: IncidentRow.shape.number,
  title: IncidentRow.shape.title,
  closedOn: IsoDate.nullable(),
  valueLowUsd: IncidentColumns.shape.valueLowUsd,
  valueHighUsd: IncidentColumns.shape.valueHighUsd,
  exposure: ExposureView,
});
export type IncidentExposure = z.infer<typeof IncidentExposure>;

// Watch

/** What a look is about: an unconfirmed item of a pack, a whole pack, or an item of the company's own. */
export const WatchSubject = z.strictObject({
  kind: z.enum(['check', 'pack', 'own']),
  pack: z.string().max(80),
  id: z.string().min(1).max(80),
});
export type WatchSubject = z.infer<typeof WatchSubject>;

/** Somebody looked something up. Never changed; a later look stands before an earlier one. */
export const WatchLook = z.strictObject({
  id: Id,
  subject: WatchSubject,
  checkedOn: IsoDate,
  where: z.string().max(600),
  found: z.string().max(4000),
  /** `asStated`: what the pack says holds. `differs`: it does not. `stillOpen`: nothing could be found. */
  outcome: z.enum(['asStated', 'differs', 'stillOpen']),
  by: z.string().max(200),
  /** Day to look again. */
  nextOn: IsoDate.nullable(),
});
export type WatchLook = z.infer<typeof WatchLook>;

const LookState = z.strictObject({
  /** `due`: never looked at, found still open, or to be looked at again. */
  state: z.enum(['due', 'settled', 'differs']),
  dueSince: IsoDate.nullable(),
  looks: z.array(WatchLook).max(50),
});

export const WatchCheckView = z.strictObject({
  id: z.string().max(160),
  subject: WatchSubject,
  packTitle: z.string(),
  title: z.string(),
  why: z.string(),
  look: z.string(),
  source: CitedSource.nullable(),
  confidence: Confidence,
  since: IsoDate.nullable(),
  entries: z.array(z.string()),
  ownership: z.enum(ownershipTests).exclude(['headquarters']).nullable(),
  /** Own items only. */
  owner: MaybeNamed,
  dueOn: Day,
  closed: z.boolean(),
  revision: Revision,
  standing: LookState,
});
export type WatchCheckView = z.infer<typeof WatchCheckView>;

export const WatchEventView = z.strictObject({
  id: z.string().max(160),
  pack: z.string(),
  packTitle: z.string(),
  date: IsoDate,
  kind: z.enum(['rule', 'ends', 'list', 'notice', 'draft', 'other']),
  title: z.string(),
  summary: z.string(),
  source: CitedSource,
  confidence: Confidence,
  /** On the day judged; null where it brought no text, or that is not known. */
  textStatus: TextStatus.nullable(),
  enforcement: Enforcement.nullable(),
  note: z.string(),
  entries: z.array(z.string()),
  /** Item that has to be confirmed about it. */
  check: z.string().max(160).nullable(),
  checkState: LookState.shape.state.nullable(),
});
export type WatchEventView = z.infer<typeof WatchEventView>;

export const PackReview = z.strictObject({
  pack: z.string(),
  title: z.string(),
  version: z.string(),
  lastChecked: IsoDate,
  reviewedOn: IsoDate,
  dueOn: IsoDate,
  overdue: z.boolean(),
  standing: LookState,
});
export type PackReview = z.infer<typeof PackReview>;

export const Watch = z.strictObject({
  on: IsoDate,
  today: IsoDate,
  reviewEveryDays: z.int().min(7).max(730),
  packs: z.array(PackReview),
  events: z.array(WatchEventView),
  checks: z.array(WatchCheckView),
  /** Items to look at now, packs included. */
  due: Count,
});
export type Watch = z.infer<typeof Watch>;

// Impact

/** One thing in the rules that is supposed to be otherwise. */
export const SupposedChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enforcement'), pack: z.string().max(80), id: z.string().max(160), value: Enforcement }),
  z.strictObject({ kind: z.literal('textStatus'), pack: z.string().max(80), id: z.string().max(160), value: TextStatus }),
  z.strictObject({ kind: z.literal('parameter'), pack: z.string().max(80), id: z.string().max(160), value: z.number().min(0).max(1e40) }),
  z.strictObject({
    kind: z.literal('ownership'),
    pack: z.string().max(80),
    test: z.enum(ownershipTests).exclude(['headquarters']),
    value: z.enum(['applies', 'suspended']),
  }),
]);
export type SupposedChange = z.infer<typeof SupposedChange>;

/** Rules as they might be: another day, other packs, single changes. Nothing of it is written. */
export const Supposition = z.strictObject({
  /** Null keeps the day in force. */
  on: Day,
  /** Packs to judge by; null keeps those in use. */
  packs: z.array(z.string().min(1).max(80)).max(100).nullable(),
  changes: z.array(SupposedChange).max(20),
});
export type Supposition = z.infer<typeof Supposition>;

const mostShown = 500;
const Touched = <T extends z.ZodType>(row: T) => z.strictObject({ total: Count, looked: Count, rows: z.array(row).max(mostShown) });

export const AssetImpact = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.string(),
  before: z.strictObject({ classification: z.string(), standing: Standing }),
  after: z.strictObject({ classification: z.string(), standing: Standing }),
  /** Entries whose verdict, text or enforcement would move. */
  entries: z.array(z.string()).max(40),
  /** Whoever decided on the finding in force; empty where nobody did. */
  decidedBy: z.string(),
});
export type AssetImpact = z.infer<typeof AssetImpact>;
export const FindingImpact = z.strictObject({
  id: z.string().max(120),
  title: z.string(),
  what: z.enum(['new', 'gone', 'severity', 'words']),
  before: z.string(),
  after: z.string(),
  decidedBy: z.string(),
});
export type FindingImpact = z.infer<typeof FindingImpact>;
export const PersonImpact = z.strictObject({ id: Id, name: z.string(), before: z.string(), after: z.string() });
export type PersonImpact = z.infer<typeof PersonImpact>;
export const PartyImpact = z.strictObject({
  id: Id,
  name: z.string(),
  /** What would be said of it that is not said now, and the other way round. */
  gained: z.array(z.string()).max(20),
  lost: z.array(z.string()).max(20),
});
export type PartyImpact = z.infer<typeof PartyImpact>;

export const Impact = z.strictObject({
  supposed: Supposition,
  on: IsoDate,
  judgedOn: IsoDate,
  packs: z.array(z.string()),
  assets: Touched(AssetImpact),
  findings: Touched(FindingImpact),
  people: Touched(PersonImpact),
  parties: Touched(PartyImpact),
  /** Decisions on assets and findings that would lose their ground. */
  decisions: Count,
});
export type Impact = z.infer<typeof Impact>;

const gateTopics = [
  'cases',
  'inventory',
  'classification',
  'questions',
  'operation',
  'access',
  'parties',
  'screening',
  'rulepacks',
  'settings',
] as const;
const touched = ['cases', 'journal'] as const;

export const caseMethods = {
  /** Gates of the current versions of all models, those that wait first. */
  'cases.gates': query(
    z.strictObject({
      states: z.array(GateState).max(7).optional(),
      gates: z.array(GateKind).max(5).optional(),
      text: z.string().max(200).optional(),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({ total: Count, counts: GateCounts, rows: z.array(GateRow).max(500) }),
    [...gateTopics],
  ),
  'cases.gatesOf': query(z.strictObject({ assetId: Id }), ModelGates, [...gateTopics]),
  /** Passes a gate. Conditions that are not met have to be named in `despite`, all of them and no others. */
  'cases.passGate': command(
    z.strictObject({
      assetId: Id,
      versionId: Id,
      gate: GateKind,
      destination: z.string().max(2),
      by: Named,
      reason: Reason,
      despite: z.array(GateConditionId).max(40),
      /** Newest report on the gate that was looked at; null where there was none. */
      lastReport: Id.nullable(),
    }),
    ModelGates,
    [...touched],
  ),
  /** Lets the person choose a file with reports of a training pipeline, and reads it. Nothing is taken in. */
  'cases.chooseStages': command(z.strictObject({}), z.strictObject({ source: z.string().max(300), text: z.string().max(1_000_000) }), []),
  /** What taking reports in would do. A figure that would go on record is not classified anew for it. */
  'cases.previewStages': query(StageText, StageLines, [...gateTopics]),
  /** Takes in what can be taken; the answer says where each gate stands then. `known` is as before. */
  'cases.takeStages': command(StageText, StageLines, [...touched, 'inventory', 'classification', 'questions']),
  /** Decides between a reported figure and the one on record. */
  'cases.settleReport': command(z.strictObject({ id: Id, take: z.boolean(), by: Named, reason: Reason }), ModelGates, [
    ...touched,
    'inventory',
    'classification',
    'questions',
  ]),
  'cases.nameDestination': command(z.strictObject({ assetId: Id, country: Country, note: Line }), ModelGates, [...touched]),
  'cases.dropDestination': command(z.strictObject({ assetId: Id, country: Country }), ModelGates, [...touched]),

  'cases.incidents': query(
    z.strictObject({
      /** `late`: open ones with a day that has passed. */
      view: z.enum(['open', 'late', 'closed', 'all']).default('open'),
      text: z.string().max(200).optional(),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({
      total: Count,
      counts: z.strictObject({ open: Count, closed: Count, late: Count, halts: Count }),
      rows: z.array(IncidentRow).max(500),
    }),
    ['cases', 'settings', 'rulepacks'],
  ),
  /** The most the rules allow for each incident, open ones first. Empty where no pack in use holds rules on penalties. */
  'cases.exposures': query(z.strictObject({}), z.array(IncidentExposure).max(500), ['cases', 'settings', 'rulepacks']),
  'cases.incident': query(z.strictObject({ id: Id }), IncidentDetail, [
    'cases',
    'settings',
    'rulepacks',
    'inventory',
    'people',
    'parties',
    'access',
  ]),
  'cases.incidentHistory': query(z.strictObject({ id: Id }), z.array(JournalEntry).max(200), ['cases', 'journal']),
  'cases.recordIncident': command(
    z.strictObject({
      by: Named,
      columns: IncidentColumns.partial().extend({ title: IncidentColumns.shape.title, kind: IncidentKind, discoveredOn: IsoDate }),
    }),
    IncidentDetail,
    [...touched],
  ),
  'cases.updateIncident': command(z.strictObject({ id: Id, revision: Revision, columns: IncidentColumns.partial() }), IncidentDetail, [
    ...touched,
  ]),
  /** Closes an incident, or opens it again. */
  'cases.closeIncident': command(z.strictObject({ id: Id, revision: Revision, by: Named, closed: z.boolean() }), IncidentDetail, [
    ...touched,
  ]),

  /**
   * Holds evidence: writes down what is kept and where, and keeps the incident's records and their evidence from being removed until the hold is
   * lifted. Undo cannot take it back.
   */
  'cases.holdEvidence': command(z.strictObject({ id: Id, revision: Revision, note: Reason, by: Named }), IncidentDetail, [
    ...touched,
    'retention',
  ]),

  /** Marks a record as halted under an incident: nothing is to be shipped, released or granted while it is. */
  'cases.halt': command(z.strictObject({ incidentId: Id, record: RecordRef, what: Line, by: Named }), IncidentDetail, [...touched]),
  'cases.liftHalt': command(z.strictObject({ id: Id, by: Named, reason: Reason }), IncidentDetail, [...touched]),
  /** Halts in force: of all records, or of one. */
  'cases.halts': query(z.strictObject({ record: RecordRef.optional() }), z.array(Halt).max(500), ['cases']),
  'cases.saveAction': command(
    z.strictObject({ incidentId: Id, id: Id.nullable(), revision: Revision, ...CorrectiveAction.omit({ id: true, revision: true }).shape }),
    IncidentDetail,
    [...touched],
  ),
  'cases.removeAction': command(z.strictObject({ id: Id, revision: Revision }), IncidentDetail, [...touched]),
  'cases.escalate': command(
    z.strictObject({ incidentId: Id, to: Named, role: DutyRole.nullable(), ask: Reason, by: Named }),
    IncidentDetail,
    [...touched],
  ),
  'cases.answerEscalation': command(z.strictObject({ id: Id, answer: Reason, by: Named }), IncidentDetail, [...touched]),

  'cases.watch': query(z.strictObject({}), Watch, ['cases', 'rulepacks', 'settings']),
  'cases.recordLook': command(
    z.strictObject({
      subject: WatchSubject,
      checkedOn: IsoDate,
      where: z.string().trim().min(1).max(600),
      found: Reason,
      outcome: WatchLook.shape.outcome,
      by: Named,
      nextOn: Day,
    }),
    Watch,
    [...touched],
  ),
  'cases.saveWatchItem': command(
    z.strictObject({
      id: Id.nullable(),
      revision: Revision,
      title: z.string().trim().min(1).max(200),
      why: Line,
      look: Line,
      owner: MaybeNamed,
      dueOn: Day,
      closed: z.boolean(),
    }),
    Watch,
    [...touched],
  ),
  'cases.setReviewDays': command(z.strictObject({ days: z.int().min(7).max(730) }), Watch, [...touched]),

  /** Judges everything under rules as they might be, as a job. Writes nothing. */
  'cases.startImpact': command(Supposition, z.strictObject({ jobId: Id }), ['jobs']),
  /** What the job found; null while it runs, and once it is forgotten. The last few are kept while the workspace is open. */
  'cases.impact': query(z.strictObject({ jobId: Id }), Impact.nullable(), ['jobs']),
};
