import { accessMethods, controlPlanMethods } from '../../src-shared/contract/access.ts';
import { accessLogMethods } from '../../src-shared/contract/access-logs.ts';
import { caseMethods } from '../../src-shared/contract/cases.ts';
import { classificationMethods } from '../../src-shared/contract/classification.ts';
import { computeMethods } from '../../src-shared/contract/compute.ts';
import { escalationMethods } from '../../src-shared/contract/escalations.ts';
import { evidenceMethods } from '../../src-shared/contract/evidence.ts';
import { exchangeMethods } from '../../src-shared/contract/exchange.ts';
import { figureMethods } from '../../src-shared/contract/figures.ts';
import { historyMethods } from '../../src-shared/contract/history.ts';
import { importMethods } from '../../src-shared/contract/imports.ts';
import { inventoryMethods } from '../../src-shared/contract/inventory.ts';
import { listMethods } from '../../src-shared/contract/lists.ts';
import { measureMethods } from '../../src-shared/contract/measures.ts';
import { networkMethods } from '../../src-shared/contract/networks.ts';
import { operationMethods } from '../../src-shared/contract/operation.ts';
import { overviewMethods } from '../../src-shared/contract/overview.ts';
import { partyMethods } from '../../src-shared/contract/parties.ts';
import { peopleMethods } from '../../src-shared/contract/people.ts';
import { planMethods } from '../../src-shared/contract/plan.ts';
import { programmeMethods } from '../../src-shared/contract/programme.ts';
import { qualityMethods } from '../../src-shared/contract/quality.ts';
import { redFlagMethods } from '../../src-shared/contract/red-flags.ts';
import { reportMethods } from '../../src-shared/contract/reports.ts';
import { retentionMethods } from '../../src-shared/contract/retention.ts';
import { ruleLibraryMethods } from '../../src-shared/contract/rulelibrary.ts';
import { type LookUpSign, screeningMethods } from '../../src-shared/contract/screening.ts';
import { searchMethods } from '../../src-shared/contract/search.ts';
import { trainingMethods } from '../../src-shared/contract/training.ts';
import { transferMethods } from '../../src-shared/contract/transfers.ts';
import { vettingMethods } from '../../src-shared/contract/vetting.ts';
import type { IsoDate } from '../../src-shared/model/dates.ts';
import type { PlaceSign } from '../../src-shared/model/place-sign.ts';
import { ok } from '../../src-shared/model/result.ts';
import { placeSigns } from '../engine/parties/index.ts';
import {
  type AccessJoins,
  accessMigrations,
  addResourceNames,
  assetAccessDays,
  assetsInFindings,
  assetsInFindingsOf,
  auditUnder,
  briefingsOfPerson,
  controlPlanMigrations,
  createAccessHandlers,
  createControlPlanHandlers,
  eventJoinsOf,
  findingCases,
  findingRecords,
  findingsByWeek,
  forgetPerson,
  graveOpenFindings,
  personAccessDays,
  positionsOf,
  releasableAssets,
  runAudit,
} from './access/index.ts';
import {
  createAccessEventHandlers,
  createAccessLogHandlers,
  eventStoreMigrations,
  listLogAccounts,
  loggedAccounts,
  logWizardMigrations,
  replaceAccounts,
  type WizardJoins,
} from './accesslogs/index.ts';
import {
  type CaseJoins,
  caseMigrations,
  createCaseHandlers,
  forgetInCases,
  gateLinks,
  gateRecords,
  gatesForQuality,
  heldGates,
  incidentCases,
  incidentDays,
  incidentFileSource,
  incidentRecords,
  incidentsForQuality,
  keptIncidents,
  looksForQuality,
  openIncidents,
  packsForQuality,
  releaseGates,
  watchedForQuality,
  watchOf,
  watchRecords,
} from './cases/index.ts';
import { chipRatesFrom } from './catalogues/index.ts';
import {
  classificationCases,
  classificationDays,
  classificationMigrations,
  computeInputsOf,
  createAssessor,
  createClassificationHandlers,
  decisionOn,
  type JudgingFor,
  judgingOf,
  overviewOf,
  secondLookCases,
} from './classification/index.ts';
import { type ComputeSources, companyLetters, createComputeHandlers } from './compute/index.ts';
import type { OpenWorkspace } from './db/index.ts';
import { createDemoSeeder } from './demo/seed.ts';
import {
  createEscalationHandlers,
  type EscalationJoins,
  escalationMigrations,
  escalationsWhere,
  forgetInEscalations,
} from './escalations/index.ts';
import { createEvidenceHandlers, evidenceCounts, evidenceMigrations, forgetInEvidence } from './evidence/index.ts';
import { createEvidenceRegisterHandlers } from './evidence-register/index.ts';
import { createExchangeHandlers, exchangeMigrations } from './exchange/index.ts';
import { type DemoSeeder, defineFeature, type Feature, type FeatureDeps } from './feature.ts';
import { createFigureHandlers, figureMigrations, forgetInFigures } from './figures/index.ts';
import { changeLogSource, createHistoryHandlers } from './history/index.ts';
import { holdMigrations } from './holds/index.ts';
import { createImportHandlers, importMigrations } from './importers/index.ts';
import {
  type Assessor,
  assetNames,
  assetRecords,
  createAssetImportTarget,
  createInventoryHandlers,
  findState,
  inventoryExchange,
  inventoryMigrations,
  keptAssets,
  questionRecords,
  siteRecords,
} from './inventory/index.ts';
import { createSlicer } from './jobs/index.ts';
import { createListHandlers, listMigrations, listRecords, listViews, screenedLists } from './lists/index.ts';
import { createMeasureHandlers, type MeasureSources, readMeasures, readMeasuresInSlices } from './measures/index.ts';
import { createNetworkHandlers, networkMigrations, networksOf } from './networks/index.ts';
import { createOperationHandlers, operationMigrations } from './operation/index.ts';
import {
  classificationActions,
  contactActions,
  createOverviewHandlers,
  escalationActions,
  findingActions,
  gateActions,
  incidentActions,
  type OverviewJoins,
  programmeActions,
  recurringActions,
  redFlagActions,
  screeningActions,
  taskActions,
  trainingActions,
  transferActions,
  vettingActions,
  watchActions,
} from './overview/index.ts';
import {
  createPartyHandlers,
  createPartyImportTarget,
  createPartyWords,
  createRedFlagHandlers,
  flaggedParties,
  forgetInRedFlags,
  keptParties,
  type PartyJoins,
  type PartySubject,
  partiesForScreening,
  partiesForTransfers,
  partiesForVetting,
  partiesIn,
  partyExchange,
  partyForVetting,
  partyMigrations,
  partyNames,
  partyRecords,
  partySignsOf,
  partySubject,
  placedParties,
  reachedForQuality,
} from './parties/index.ts';
import {
  accountsOf,
  assetAuthorisationDays,
  createPeopleHandlers,
  createPeopleImportTarget,
  employmentDays,
  expiringAuthorisations,
  keptPeople,
  namesOf,
  peopleForAudit,
  peopleForAuditInSlices,
  peopleForScreening,
  peopleMigrations,
  personAuthorisationDays,
  personRecords,
  type ScreenedPerson,
  settleAccounts,
  staffOn,
  suggestPeople,
} from './people/index.ts';
import {
  createNinetyDayHandlers,
  dueRecurring,
  linkedChecks,
  linkedRooms,
  lostMeasures,
  type PlanJoins,
  planMigrations,
  planRecords,
  planStatusSource,
  taskCases,
  tasksForOverview,
} from './plan/index.ts';
import {
  answerLinks,
  createProgrammeHandlers,
  dueContacts,
  forgetInProgramme,
  type ProgrammeJoins,
  programmeCatalogue,
  programmeDueForQuality,
  programmeMigrations,
  programmeRecords,
  programmeReports,
  programmeStanding,
} from './programme/index.ts';
import { createQualityHandlers, foundNow, lookInSlices, type QualityJoins, qualityMigrations } from './quality/index.ts';
import { createRecords, type RecordSource, type Records } from './records/index.ts';
import {
  accessAuditSource,
  askOver,
  assetRegisterSource,
  classificationRegisterSource,
  type DecisionFor,
  dataAgesSource,
  executiveSummarySource,
  ownFiguresSource,
  peopleAndPlansSource,
  screeningSource,
  trainingRecordSource,
} from './report-sources/index.ts';
import {
  createPrinting,
  createReportHandlers,
  memoCollectionSource,
  type ReportSource,
  reportMigrations,
  reportText,
} from './reports/index.ts';
import { createRetentionHandlers, forgetInRetention, type RetentionSource, retentionMigrations, retentionRule } from './retention/index.ts';
import {
  createRuleLibrary,
  createRuleLibraryHandlers,
  packRecords,
  packSummaries,
  type RuleLibrary,
  ruleLibraryMigrations,
} from './rulelibrary/index.ts';
import {
  comparedListDays,
  createIndexHolder,
  createRescreening,
  createScreeningHandlers,
  forgetSubject,
  hitCases,
  hitRecords,
  type IndexHolder,
  keyedSubjects,
  lastDecisions,
  partyDecisionDays,
  type Rescreening,
  readProfile,
  reopenAnswered,
  runScreening,
  type ScreenedSubject,
  type ScreeningJoins,
  type SubjectSource,
  screeningMigrations,
  screeningStanding,
  standingsOf,
  trueMatchesOf,
} from './screening/index.ts';
import { createSearchHandlers } from './search/index.ts';
import { readWorkspaceSettings } from './settings/index.ts';
import { shippedData } from './shipped/index.ts';
import {
  createTrainingHandlers,
  createTrainingImportTarget,
  forgetInTraining,
  type TrainingJoins,
  trainingForOverview,
  trainingForQuality,
  trainingMigrations,
  trainingPictureInSlices,
  trainingRecords,
} from './training/index.ts';
import {
  createTransferHandlers,
  createTransferImportTarget,
  forgetInTransfers,
  keptTransfers,
  lapsedTransfersForQuality,
  lastTransfersForMeasures,
  type TransferJoins,
  transferDays,
  transferLinks,
  transferMigrations,
  transferRecords,
  transfersForMeasures,
  transfersForOverview,
  transfersForQuality,
} from './transfers/index.ts';
import {
  createVettingHandlers,
  forgetInVetting,
  openVettings,
  partyVettingDays,
  partyVettings,
  readVettingsInSlices,
  standingsOfParties,
  type VettingJoins,
  vettingMigrations,
  vettingRecords,
  vettingsOfParty,
} from './vetting/index.ts';

const shippedFor = (deps: Pick<FeatureDeps, 'ports'>) => shippedData(deps.ports.paths.resources);

const libraries = new Map<string, RuleLibrary>();

/** One library for each resources folder, so that a pack is the same object wherever it is asked for. */
function libraryFor(deps: Pick<FeatureDeps, 'ports'>): RuleLibrary {
  const { resources } = deps.ports.paths;
  const library = libraries.get(resources) ?? createRuleLibrary(() => shippedFor(deps).packs());
  libraries.set(resources, library);
  return library;
}

/** Packs that are switched on, with the company's own guide thresholds, and the day: as the workspace's settings say. */
function judgingFor(deps: FeatureDeps): JudgingFor {
  return (workspace) => {
    const today = deps.ports.clock.today();
    const judgedOn = deps.ports.clock.judgedOn?.() ?? readWorkspaceSettings(workspace.db).judgedOn ?? today;
    return judgingOf(libraryFor(deps).activePacks(workspace), judgedOn, today);
  };
}

const ratesFor = (deps: FeatureDeps) => chipRatesFrom(() => shippedFor(deps).chips());

const assessorFor = (deps: FeatureDeps): Assessor => createAssessor(deps, judgingFor(deps), ratesFor(deps));

const computeSourcesFor = (deps: FeatureDeps): ComputeSources => ({
  judged: () => judgingFor(deps)(deps.session()),
  catalogue: () => shippedFor(deps).catalogue(),
  chips: () => shippedFor(deps).chips(),
  letters: () => companyLetters(deps.ports.paths.resources),
  inputsOf: (facts) => computeInputsOf(facts, ratesFor(deps)),
});

/** What the audit takes from other features. */
export const accessJoinsFor = (deps: FeatureDeps): AccessJoins => ({
  judging: judgingFor(deps),
  people: peopleForAudit,
  peopleInSlices: peopleForAuditInSlices,
  exits: (workspace) => networksOf(workspace, deps.ports.paths.resources),
});

const peopleHandlersFor = (deps: FeatureDeps) =>
  createPeopleHandlers(deps, {
    positionsOf,
    logAccounts: listLogAccounts,
    controlledReach: releasableAssets,
    reachedBy: assetsInFindingsOf,
    loggedAccounts,
    async forget(tx, { personId, name, names, numbers, accounts }) {
      const texts = names.map((from) => ({ from, to: name }));
      await forgetPerson(tx, personId, name, [...texts, ...accounts]);
      await replaceAccounts(tx, accounts, texts);
      await forgetSubject(tx, { kind: 'person', id: personId }, names);
      const words = [...texts, ...numbers.map((from) => ({ from, to: name })), ...accounts];
      await forgetInEvidence(tx, personId, words);
      await forgetInRetention(tx, words);
      await forgetInProgramme(tx, words);
      await forgetInVetting(tx, personId, words);
      await forgetInTraining(tx, personId, words);
      await forgetInFigures(tx, words);
      await forgetInEscalations(tx, words);
      await forgetInRedFlags(tx, words);
      await forgetInTransfers(tx, words);
      await forgetInCases(tx, personId, name, words);
    },
  });

/** For work that nobody waits for at a progress bar. */
const atOnce = () => ({ signal: new AbortController().signal, progress: () => undefined, pause: createSlicer().pause });

/** What the access-log wizard takes from other features. */
function logWizardJoinsFor(deps: FeatureDeps): WizardJoins {
  const joins = accessJoinsFor(deps);
  const { clock, ids, paths } = deps.ports;
  return {
    networks: (workspace) => networksOf(workspace, paths.resources),
    assets: (workspace) =>
      assetNames(workspace).map(({ id, name, version }) => ({ id, name: version === null ? name : `${name} ${version}` })),
    assetsBehind: eventJoinsOf(joins).assets,
    nameAssets: (workspace, names) =>
      workspace.write({ method: 'access.nameAssets', params: { count: names.length } }, () => {
        addResourceNames(workspace, names);
        return ok(null);
      }),
    namesOf,
    accountsOf,
    suggestionsFor: (workspace, accounts) =>
      suggestPeople(workspace, accounts).map((found) => found.map(({ personId, name, because }) => ({ id: personId, name, because }))),
    settleAccounts: (workspace, answers) => settleAccounts(workspace, answers, { newId: () => ids.next(), now: clock.now() }),
    startAudit() {
      deps.jobs.start({ kind: 'access.audit', touches: ['access'] }, (job) => runAudit(deps, joins, job));
    },
  };
}

/** What questions that were passed on take from other features. */
const escalationJoinsFor = (deps: FeatureDeps): EscalationJoins => ({
  records: recordsFor(deps),
  answered: (workspace, hitId, answer, by) =>
    reopenAnswered(workspace, hitId, answer, { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now(), by }),
});

/** Of whom checks are expected. */
const vettingJoinsFor = (deps: FeatureDeps): VettingJoins => ({
  parties: partiesForVetting,
  party: partyForVetting,
  member: (workspace, id) =>
    staffOn(workspace, deps.ports.clock.today(), releasableAssets(workspace), new Map([[id, assetsInFindingsOf(workspace, id)]]), id)[0],
  staff: (workspace) => staffOn(workspace, deps.ports.clock.today(), releasableAssets(workspace), assetsInFindings(workspace)),
  staffInSlices: async (session, pause) => {
    const controlled = releasableAssets(session());
    await pause();
    const reached = assetsInFindings(session());
    await pause();
    return staffOn(session(), deps.ports.clock.today(), controlled, reached);
  },
});

const openVettingsFor = (deps: FeatureDeps, workspace: OpenWorkspace, withSoon = false) =>
  openVettings(workspace, vettingJoinsFor(deps), deps.ports.clock.today(), withSoon);

/** Everybody who is screened: parties, and staff by their names alone, so that citizenship stays where it is kept. The same array until somebody changes. */
const screenedSubjects: SubjectSource = (workspace) => {
  const [parties, people] = [partiesForScreening(workspace), peopleForScreening(workspace)];
  const last = lastSubjects.get(workspace);
  if (last?.parties === parties && last.people === people) return last.all;
  const all = [...parties.map(asSubject), ...people.map(asStaff)];
  lastSubjects.set(workspace, { parties, people, all });
  return all;
};

const lastSubjects = new WeakMap<
  OpenWorkspace,
  { readonly parties: readonly PartySubject[]; readonly people: readonly ScreenedPerson[]; readonly all: readonly ScreenedSubject[] }
>();

const asSubject = ({ id, ...party }: PartySubject): ScreenedSubject => ({ subject: { kind: 'party', id }, ...party });

const asStaff = ({ id, names, role, team }: ScreenedPerson): ScreenedSubject => ({
  subject: { kind: 'person', id },
  name: names[0] ?? '',
  about: [role, team].filter(Boolean).join(', '),
  query: { names, type: 'person', countries: [], births: [], gender: null, identifiers: [], cities: [] },
});

/** One index and one re-screening for each set of deps: lists tell them of a change, screening uses them. */
const screeningParts = new WeakMap<FeatureDeps, { readonly holder: IndexHolder; readonly rescreening: Rescreening }>();
function screeningPartsFor(deps: FeatureDeps) {
  const found = screeningParts.get(deps);
  if (found !== undefined) return found;
  const holder = createIndexHolder(deps);
  const parts = { holder, rescreening: createRescreening(deps, screenedSubjects, holder) };
  screeningParts.set(deps, parts);
  return parts;
}

const partyJoinsFor = (deps: FeatureDeps): PartyJoins => ({
  judging: judgingFor(deps),
  standings: (workspace, rows) => {
    const known = keyedSubjects(screenedSubjects(workspace));
    const standings = standingsOf(
      workspace,
      rows.map((row) => known.get(`party ${row.id}`) ?? asSubject(partySubject(row))),
    );
    return new Map([...standings].map(([key, standing]) => [key.slice('party '.length), standing]));
  },
  matches: trueMatchesOf,
  vettings: (workspace, id) => vettingsOfParty(workspace, vettingJoinsFor(deps), id, deps.ports.clock.today()),
  beside: (workspace) => ({ vettings: partyVettings(workspace, vettingJoinsFor(deps), deps.ports.clock.today()) }),
  changed: () => screeningPartsFor(deps).rescreening.changed(),
});

const signInWords = ({ severity, title, why }: Pick<PlaceSign, 'severity' | 'title' | 'why'>): LookUpSign => ({
  severity,
  text: `${/[.?!]$/u.test(title) ? title : `${title}.`} ${why}`.slice(0, 400),
});

const screeningJoinsFor = (deps: FeatureDeps): ScreeningJoins => ({
  subjects: screenedSubjects,
  holder: screeningPartsFor(deps).holder,
  signs: (workspace, name, country) => {
    const { packs, on } = judgingFor(deps)(workspace);
    return placeSigns({ registration: country, headquarters: null, countries: [], texts: [name] }, packs, on)
      .slice(0, 10)
      .map(signInWords);
  },
  partySigns: (workspace) => {
    const signsOf = partySignsOf(workspace, judgingFor(deps)(workspace), trueMatchesOf(workspace));
    return (id) => signsOf(id).slice(0, 10).map(signInWords);
  },
});

const programmeJoinsFor = (deps: FeatureDeps): ProgrammeJoins => ({
  records: recordsFor(deps),
  packs: (workspace) => libraryFor(deps).activePacks(workspace),
  proven: (workspace, ids) =>
    new Set(
      evidenceCounts(
        workspace,
        ids.map((id) => ({ kind: 'assessmentAnswer', id })),
      ).flatMap(({ record, count }) => (count > 0 ? [record.id] : [])),
    ),
  screening: readProfile,
  retention: (workspace) => retentionRule(libraryFor(deps).activePacks(workspace), deps.ports.clock.today()),
  lists: (workspace) => screenedLists(workspace),
});

/** What the training record takes from other features. */
const trainingJoins: TrainingJoins = { briefings: briefingsOfPerson };

/** What reports ask of the rooms: the very questions their screens ask. */
const askFor = (deps: FeatureDeps) =>
  askOver({
    ...createInventoryHandlers(deps, assessorFor(deps)),
    ...createClassificationHandlers(deps, assessorFor(deps), judgingFor(deps), ratesFor(deps)),
    ...createAccessHandlers(deps, accessJoinsFor(deps)),
    ...createControlPlanHandlers(deps, accessJoinsFor(deps)),
    ...peopleHandlersFor(deps),
    ...createScreeningHandlers(deps, screeningJoinsFor(deps)),
    ...createListHandlers(deps, screeningPartsFor(deps).rescreening),
    ...createMeasureHandlers(deps, measureSourcesFor(deps)),
    ...createNinetyDayHandlers(deps, planJoinsFor(deps)),
    ...createProgrammeHandlers(deps, programmeJoinsFor(deps)),
    ...createCaseHandlers(deps, caseJoinsFor(deps)),
    ...createOverviewHandlers(deps, overviewJoinsFor(deps)),
    ...createTrainingHandlers(deps, trainingJoins),
    ...createFigureHandlers(deps),
  });

const programmeReportsFor = (deps: FeatureDeps) => programmeReports(deps.ports.paths.resources, programmeJoinsFor(deps), reportText());

/** Reports of the gallery, in its order. A room that can report adds its source here. */
const reportSources: readonly ((deps: FeatureDeps) => ReportSource)[] = [
  (deps) => executiveSummarySource(askFor(deps), reportText()),
  (deps) => assetRegisterSource(askFor(deps), reportText()),
  (deps) => classificationRegisterSource(askFor(deps), standingDecision, reportText()),
  (deps) => memoCollectionSource(deps, judgingFor(deps), ratesFor(deps), reportText()),
  (deps) => accessAuditSource(askFor(deps), reportText()),
  (deps) => peopleAndPlansSource(askFor(deps), reportText()),
  (deps) => screeningSource(askFor(deps), { decisions: lastDecisions, comparedDays: comparedListDays }, reportText()),
  (deps) => planStatusSource(deps, planJoinsFor(deps), () => deps.ports.clock.today(), reportText()),
  (deps) => programmeReportsFor(deps).assessment(),
  (deps) => programmeReportsFor(deps).risk(),
  (deps) => incidentFileSource(deps, (workspace) => libraryFor(deps).allPacks(workspace), recordsFor(deps), reportText()),
  (deps) => trainingRecordSource(askFor(deps), reportText()),
  (deps) => programmeReportsFor(deps).manual(),
  (deps) => ownFiguresSource(askFor(deps), reportText()),
  (deps) =>
    dataAgesSource(
      {
        lists: (workspace) => listViews(workspace, deps.ports.clock.today()),
        packs: (workspace) => packSummaries(libraryFor(deps), workspace),
        reviews: (workspace) => {
          const { packs, on, today } = judgingFor(deps)(workspace);
          return watchOf(workspace, packs, { on, today }).packs;
        },
      },
      reportText(),
    ),
  (deps) => changeLogSource(recordsFor(deps), reportText()),
];

/** The decision that stands on an asset's stored finding. */
const standingDecision: DecisionFor = (workspace, assetId, on) => {
  const findingId = findState(workspace, assetId)?.findingId ?? null;
  return findingId === null ? null : decisionOn(workspace, findingId, on);
};

const reportSourcesFor = (deps: FeatureDeps): readonly ReportSource[] => reportSources.map((source) => source(deps));

/** Rooms whose records carry evidence and tasks. A room that keeps records others point at adds its own here. */
export const recordSourcesFor = (deps: Pick<FeatureDeps, 'ports'>): readonly RecordSource[] => [
  assetRecords,
  siteRecords,
  personRecords,
  partyRecords,
  vettingRecords,
  transferRecords,
  findingRecords,
  ...planRecords,
  ...programmeRecords(deps.ports.paths.resources),
  ...trainingRecords,
  incidentRecords,
  gateRecords,
  watchRecords(libraryFor(deps).allPacks),
  listRecords,
  packRecords(libraryFor(deps).allPacks),
  hitRecords,
  questionRecords,
];

const recordsFor = (deps: FeatureDeps): Records => createRecords(recordSourcesFor(deps));

const measureSourcesFor = (deps: FeatureDeps): MeasureSources => ({
  packs: (workspace) => libraryFor(deps).activePacks(workspace),
  today: () => deps.ports.clock.today(),
  transfers: (session, pause) => transfersForMeasures(session, transferJoinsFor(deps), pause),
  lastTransfers: (workspace) => lastTransfersForMeasures(workspace, transferJoinsFor(deps)),
});

const planJoinsFor = (deps: FeatureDeps): PlanJoins => ({
  records: recordsFor(deps),
  readings: (workspace) => readMeasures(workspace, measureSourcesFor(deps)),
  measure: (session, pause) => readMeasuresInSlices(session, measureSourcesFor(deps), pause),
  rooms: [
    ...linkedRooms(
      {
        audit: (job) => runAudit(deps, accessJoinsFor(deps), job),
        screen: (ids, job) => runScreening(deps, screenedSubjects, screeningPartsFor(deps).holder, { cause: 'subjects', ids }, job),
        assessor: assessorFor(deps),
      },
      reportText(),
    ),
    answerLinks(programmeJoinsFor(deps), reportText()),
    gateLinks(caseJoinsFor(deps), reportText()),
    transferLinks(transferJoinsFor(deps), reportText()),
  ],
  checks: linkedChecks(
    {
      found: (workspace, checks) => foundNow(workspace, qualitySourcesFor(deps)(workspace), checks),
      readAhead: (session, _checks, pause) => lookInSlices(session, qualitySourcesFor(deps), deps.ports.clock.today(), pause),
    },
    reportText(),
  ),
});

/** What the picture that quality checks look at is drawn from. */
const qualitySourcesFor =
  (deps: FeatureDeps): QualityJoins['sources'] =>
  (workspace) => {
    const { packs, packsKey, lastRuleChange, on, today } = judgingFor(deps)(workspace);
    const all = (open: OpenWorkspace) => libraryFor(deps).allPacks(open);
    return {
      now: { packsKey, lastRuleChange, today },
      ...{ today, standings: partyStandings },
      incidents: (open) => incidentsForQuality(open, all(open), today),
      looksDue: (open) => looksForQuality(open, packs, { on, today }),
      packsDue: (open) => packsForQuality(open, packs, today),
      watched: (open) => watchedForQuality(open, packs, { on, today }),
      reached: (open) => reachedForQuality(open, { packs, on }, trueMatchesOf(open)),
      readAhead: (session, pause) => readVettingsInSlices(session, vettingJoinsFor(deps), today, pause),
      vettings: (open) => openVettingsFor(deps, open),
      programmeDue: (open) => programmeDueForQuality(open, programmeJoinsFor(deps), today),
      workOutTraining: (session, pause) => trainingPictureInSlices(session, today, pause),
      trainingDue: (open) => trainingForQuality(open, today),
      transfers: (open) => transfersForQuality(open, today),
      lapsedTransfers: (session, pause) => lapsedTransfersForQuality(session, transferJoinsFor(deps), pause),
      waitingGates: (session, pause) => gatesForQuality(session, caseJoinsFor(deps), today, pause),
    };
  };

const qualityJoinsFor = (deps: FeatureDeps): QualityJoins => ({
  sources: qualitySourcesFor(deps),
  cases: {
    accessFinding: findingCases,
    screeningHit: hitCases,
    classification: classificationCases,
    secondLook: secondLookCases,
    task: taskCases,
    incident: incidentCases,
  },
});

/** Where screening stands with each party, by its id. */
function partyStandings(workspace: OpenWorkspace): ReadonlyMap<string, string> {
  const parties = partiesForScreening(workspace).map(asSubject);
  return new Map([...standingsOf(workspace, parties)].map(([key, { standing }]) => [key.slice('party '.length), standing]));
}

/** Records whose time of keeping is watched. A room adds its own here. */
const retentionSources: readonly RetentionSource[] = [
  { kind: 'asset', all: keptAssets, days: [assetAccessDays, classificationDays, assetAuthorisationDays] },
  { kind: 'person', all: keptPeople, days: [personAccessDays, personAuthorisationDays, employmentDays] },
  { kind: 'party', all: keptParties, days: [partyDecisionDays, partyVettingDays] },
  { kind: 'incident', all: keptIncidents, days: [incidentDays] },
  { kind: 'transfer', all: keptTransfers, days: [transferDays] },
];

/** What findings on parties beside the lists rest on. */
const partyGrounds = (deps: FeatureDeps) => (workspace: OpenWorkspace) => {
  const { packs, on } = judgingFor(deps)(workspace);
  return { packs, on, matches: trueMatchesOf(workspace) };
};

/** What gates, incidents, the watch and impact take from other features. */
const caseJoinsFor = (deps: FeatureDeps): CaseJoins => ({
  judging: judgingFor(deps),
  allPacks: (workspace) => libraryFor(deps).allPacks(workspace),
  records: recordsFor(deps),
  partyNames,
  assess: (tx, ids) => assessorFor(deps).assess(tx, ids),
  parties: (workspace, countries) => partiesIn(workspace, countries, partyJoinsFor(deps).standings, partyGrounds(deps)(workspace)),
  allParties: (session, pause) => placedParties(session, partyJoinsFor(deps).standings, partyGrounds(deps), pause),
  audit: (law, classified, job) => auditUnder(deps, accessJoinsFor(deps), law, classified, job),
  partyWords: (workspace, law) => createPartyWords(workspace, law, trueMatchesOf(workspace)),
});

/** What transfers are judged from. */
const transferJoinsFor = (deps: FeatureDeps): TransferJoins => ({
  judging: judgingFor(deps),
  today: () => deps.ports.clock.today(),
  gates: (session, ids, pause) => releaseGates(session, caseJoinsFor(deps), ids, pause),
  parties: (session, ids, pause) => partiesForTransfers(session, ids, partyJoinsFor(deps).standings, partyGrounds(deps), pause),
  vettings: (workspace) => standingsOfParties(workspace, vettingJoinsFor(deps), deps.ports.clock.today()),
});

/** What every room would have somebody do next. A room with work that waits adds its own. */
const overviewJoinsFor = (deps: FeatureDeps): OverviewJoins => {
  const today = () => deps.ports.clock.today();
  const assessor = assessorFor(deps);
  return {
    authorisations: (workspace, limit) => expiringAuthorisations(workspace, today(), limit),
    vettings: (workspace, limit) =>
      openVettingsFor(deps, workspace, true)
        .flatMap(({ subject, name, kind, dueOn }) => (dueOn === null ? [] : [{ subject, name: name.slice(0, 400), kind, dueOn }]))
        .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
        .slice(0, limit),
    findingsByWeek: (workspace, weeks) => [...findingsByWeek(workspace, weeks)],
    actions: [
      (workspace) => incidentActions(openIncidents(workspace, libraryFor(deps).allPacks(workspace), today()), today()),
      (workspace) => findingActions(graveOpenFindings(workspace, 2)),
      async (_workspace, pause) => gateActions(await heldGates(deps.session, caseJoinsFor(deps), 2, pause)),
      (workspace) => escalationActions(escalationsWhere(workspace, true, null), today()),
      (workspace) => redFlagActions(flaggedParties(workspace), today()),
      async (_workspace, pause) => {
        await readVettingsInSlices(deps.session, vettingJoinsFor(deps), today(), pause);
        return vettingActions(openVettingsFor(deps, deps.session()));
      },
      (workspace) => screeningActions(screeningStanding(workspace, screenedSubjects(workspace), today())),
      async (_workspace, pause) => {
        return taskActions(await tasksForOverview(deps.session, planJoinsFor(deps), today(), pause), today());
      },
      async (_workspace, pause) => {
        await trainingPictureInSlices(deps.session, today(), pause);
        return trainingActions(trainingForOverview(deps.session(), today()));
      },
      async (_workspace, pause) => transferActions(await transfersForOverview(deps.session, transferJoinsFor(deps), pause), today()),
      (workspace) => recurringActions(dueRecurring(workspace, today())),
      (workspace) => contactActions(dueContacts(workspace, today())),
      (workspace) => {
        const { packs, on } = judgingFor(deps)(workspace);
        return watchActions(watchOf(workspace, packs, { on, today: today() }).due);
      },
      (workspace) =>
        programmeActions(programmeStanding(workspace, programmeCatalogue(deps.ports.paths.resources), programmeJoinsFor(deps), today())),
      async (workspace, pause) => classificationActions(await overviewOf(deps, assessor.judgedNow(workspace), pause)),
    ],
  };
};

/** Business features. Adding one: import its methods, handlers and migrations, and add a line here. */
export const features: readonly Feature[] = [
  defineFeature({
    methods: inventoryMethods,
    create: (deps) => createInventoryHandlers(deps, assessorFor(deps)),
    migrations: inventoryMigrations,
  }),
  defineFeature({ methods: operationMethods, create: createOperationHandlers, migrations: operationMigrations }),
  defineFeature({
    methods: classificationMethods,
    create: (deps) => createClassificationHandlers(deps, assessorFor(deps), judgingFor(deps), ratesFor(deps)),
    migrations: classificationMigrations,
  }),
  defineFeature({
    methods: importMethods,
    create: (deps) =>
      createImportHandlers(deps, [
        createAssetImportTarget(deps, assessorFor(deps)),
        createPeopleImportTarget(deps),
        createPartyImportTarget(deps, () => screeningPartsFor(deps).rescreening.changed()),
        createTrainingImportTarget(deps),
        createTransferImportTarget(deps),
      ]),
    migrations: importMigrations,
  }),
  defineFeature({
    methods: peopleMethods,
    create: peopleHandlersFor,
    migrations: peopleMigrations,
  }),
  defineFeature({
    methods: computeMethods,
    create: (deps) => createComputeHandlers(computeSourcesFor(deps)),
    migrations: [],
  }),
  defineFeature({
    methods: retentionMethods,
    create: (deps) =>
      createRetentionHandlers(deps, {
        records: recordsFor(deps),
        sources: retentionSources,
        packs: (workspace) => judgingFor(deps)(workspace).packs,
      }),
    migrations: [...holdMigrations, ...retentionMigrations],
  }),
  defineFeature({
    methods: historyMethods,
    create: (deps) => createHistoryHandlers(deps, recordsFor(deps), createPrinting(deps), reportText()),
    migrations: [],
  }),
  defineFeature({
    methods: evidenceMethods,
    create: (deps) => ({
      ...createEvidenceHandlers(deps, recordsFor(deps)),
      ...createEvidenceRegisterHandlers(deps, recordsFor(deps), reportText()),
    }),
    migrations: evidenceMigrations,
  }),
  defineFeature({
    methods: reportMethods,
    create: (deps) =>
      createReportHandlers(
        deps,
        judgingFor(deps),
        ratesFor(deps),
        reportSourcesFor(deps),
        (workspace, record) => recordsFor(deps).title(workspace, record) ?? '',
      ),
    migrations: reportMigrations,
  }),
  defineFeature({
    methods: accessLogMethods,
    create: (deps) => createAccessLogHandlers(deps, logWizardJoinsFor(deps)),
    migrations: [...eventStoreMigrations, ...logWizardMigrations],
  }),
  defineFeature({ methods: partyMethods, create: (deps) => createPartyHandlers(deps, partyJoinsFor(deps)), migrations: partyMigrations }),
  defineFeature({
    methods: screeningMethods,
    create: (deps) => createScreeningHandlers(deps, screeningJoinsFor(deps)),
    migrations: screeningMigrations,
  }),
  defineFeature({
    methods: listMethods,
    create: (deps) => createListHandlers(deps, screeningPartsFor(deps).rescreening),
    migrations: listMigrations,
  }),
  defineFeature({
    methods: ruleLibraryMethods,
    create: (deps) => createRuleLibraryHandlers(deps, libraryFor(deps)),
    migrations: ruleLibraryMigrations,
  }),
  defineFeature({
    methods: accessMethods,
    create: (deps) => ({
      ...createAccessHandlers(deps, accessJoinsFor(deps)),
      ...createAccessEventHandlers(deps, eventJoinsOf(accessJoinsFor(deps))),
    }),
    migrations: accessMigrations,
  }),
  defineFeature({
    methods: controlPlanMethods,
    create: (deps) => createControlPlanHandlers(deps, accessJoinsFor(deps)),
    migrations: controlPlanMigrations,
  }),
  defineFeature({
    methods: planMethods,
    create: (deps) => createNinetyDayHandlers(deps, planJoinsFor(deps)),
    migrations: planMigrations,
    watch: (deps) => lostMeasures(deps, planJoinsFor(deps)),
  }),
  defineFeature({ methods: measureMethods, create: (deps) => createMeasureHandlers(deps, measureSourcesFor(deps)), migrations: [] }),
  defineFeature({ methods: overviewMethods, create: (deps) => createOverviewHandlers(deps, overviewJoinsFor(deps)), migrations: [] }),
  defineFeature({ methods: searchMethods, create: (deps) => createSearchHandlers(deps, recordsFor(deps)), migrations: [] }),
  defineFeature({
    methods: qualityMethods,
    create: (deps) => createQualityHandlers(deps, qualityJoinsFor(deps)),
    migrations: qualityMigrations,
  }),
  defineFeature({
    methods: programmeMethods,
    create: (deps) => createProgrammeHandlers(deps, programmeJoinsFor(deps)),
    migrations: programmeMigrations,
  }),
  defineFeature({
    methods: trainingMethods,
    create: (deps) => createTrainingHandlers(deps, trainingJoins),
    migrations: trainingMigrations,
  }),
  defineFeature({ methods: figureMethods, create: createFigureHandlers, migrations: figureMigrations }),
  defineFeature({ methods: caseMethods, create: (deps) => createCaseHandlers(deps, caseJoinsFor(deps)), migrations: caseMigrations }),
  defineFeature({
    methods: escalationMethods,
    create: (deps) => createEscalationHandlers(deps, escalationJoinsFor(deps)),
    migrations: escalationMigrations,
  }),
  defineFeature({ methods: redFlagMethods, create: (deps) => createRedFlagHandlers(deps, judgingFor(deps)), migrations: [] }),
  defineFeature({
    methods: vettingMethods,
    create: (deps) => createVettingHandlers(deps, vettingJoinsFor(deps), recordsFor(deps)),
    migrations: vettingMigrations,
  }),
  defineFeature({
    methods: exchangeMethods,
    create: (deps) =>
      createExchangeHandlers(
        deps,
        {
          parts: [...inventoryExchange, ...partyExchange],
          assess: (tx, ids, job) => assessorFor(deps).assessMany(tx, ids, job),
          partiesChanged: () => screeningPartsFor(deps).rescreening.changed(),
        },
        reportText(),
      ),
    migrations: exchangeMigrations,
  }),
  defineFeature({
    methods: transferMethods,
    create: (deps) => createTransferHandlers(deps, transferJoinsFor(deps), recordsFor(deps)),
    migrations: transferMigrations,
  }),
  defineFeature({ methods: networkMethods, create: createNetworkHandlers, migrations: networkMigrations }),
];

/** For work after which everything is screened anyway. */
const quiet = { changed: () => undefined };

/** The same, on a day of its own: for a past that is played. */
function onDay(deps: FeatureDeps, today: () => IsoDate): FeatureDeps {
  const { clock } = deps.ports;
  return { ...deps, ports: { ...deps.ports, clock: { now: () => clock.now(), monotonicMs: () => clock.monotonicMs(), today } } };
}

/** Fills the demo workspace; null leaves it empty. */
export const seedDemo: DemoSeeder | null = createDemoSeeder(assessorFor, (deps) => ({
  inventory: createInventoryHandlers(deps, assessorFor(deps)),
  operation: createOperationHandlers(deps),
  classification: createClassificationHandlers(deps, assessorFor(deps), judgingFor(deps), ratesFor(deps)),
  people: peopleHandlersFor(deps),
  access: createAccessHandlers(deps, accessJoinsFor(deps)),
  plans: createControlPlanHandlers(deps, accessJoinsFor(deps)),
  programme: createProgrammeHandlers(deps, programmeJoinsFor(deps)),
  ninetyDays: (today) =>
    createNinetyDayHandlers(onDay(deps, today), { ...planJoinsFor(deps), readings: () => [], measure: async () => [], rooms: [] }),
  audit: () => runAudit(deps, accessJoinsFor(deps), atOnce()),
  lists: createListHandlers(deps, quiet),
  parties: createPartyHandlers(deps, { ...partyJoinsFor(deps), ...quiet }),
  flags: createRedFlagHandlers(deps, judgingFor(deps)),
  escalations: createEscalationHandlers(deps, escalationJoinsFor(deps)),
  vetting: createVettingHandlers(deps, vettingJoinsFor(deps), recordsFor(deps)),
  cases: createCaseHandlers(deps, caseJoinsFor(deps)),
  training: createTrainingHandlers(deps, trainingJoins),
  figures: createFigureHandlers(deps),
  transfers: createTransferHandlers(deps, transferJoinsFor(deps), recordsFor(deps)),
  screen: () => runScreening(deps, screenedSubjects, screeningPartsFor(deps).holder, { cause: 'all', ids: null }, atOnce()),
}));
