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
import { screeningMethods } from '../../src-shared/contract/screening.ts';
import { searchMethods } from '../../src-shared/contract/search.ts';
import { trainingMethods } from '../../src-shared/contract/training.ts';
import { transferMethods } from '../../src-shared/contract/transfers.ts';
import { vettingMethods } from '../../src-shared/contract/vetting.ts';
import { accessMigrations, controlPlanMigrations, createAccessHandlers, createControlPlanHandlers, eventJoinsOf } from './access/index.ts';
import { createAccessEventHandlers, createAccessLogHandlers, eventStoreMigrations, logWizardMigrations } from './accesslogs/index.ts';
import { caseMigrations, createCaseHandlers } from './cases/index.ts';
import { classificationMigrations, createClassificationHandlers } from './classification/index.ts';
import { createComputeHandlers } from './compute/index.ts';
import { createEscalationHandlers, escalationMigrations } from './escalations/index.ts';
import { createEvidenceHandlers, evidenceMigrations } from './evidence/index.ts';
import { createEvidenceRegisterHandlers } from './evidence-register/index.ts';
import { createExchangeHandlers, exchangeMigrations } from './exchange/index.ts';
import { defineFeature, type Feature } from './feature.ts';
import { createFigureHandlers, figureMigrations } from './figures/index.ts';
import { createHistoryHandlers } from './history/index.ts';
import { holdMigrations } from './holds/index.ts';
import { createImportHandlers, importMigrations } from './importers/index.ts';
import { createAssetImportTarget, createInventoryHandlers, inventoryExchange, inventoryMigrations } from './inventory/index.ts';
import { accessJoinsFor, logWizardJoinsFor } from './joins/access.ts';
import { caseJoinsFor } from './joins/cases.ts';
import { assessorFor, computeSourcesFor, judgingFor, libraryFor, ratesFor } from './joins/judging.ts';
import { measureSourcesFor } from './joins/measures.ts';
import { overviewJoinsFor } from './joins/overview.ts';
import { partyJoinsFor } from './joins/parties.ts';
import { peopleHandlersFor } from './joins/people.ts';
import { planJoinsFor } from './joins/plan.ts';
import { programmeJoinsFor, trainingJoins } from './joins/programme.ts';
import { qualityJoinsFor } from './joins/quality.ts';
import { recordsFor, retentionSources } from './joins/records.ts';
import { reportSourcesFor } from './joins/reports.ts';
import { escalationJoinsFor, screeningJoinsFor, screeningPartsFor } from './joins/screening.ts';
import { transferJoinsFor } from './joins/transfers.ts';
import { vettingJoinsFor } from './joins/vetting.ts';
import { createListHandlers, listMigrations } from './lists/index.ts';
import { createMeasureHandlers } from './measures/index.ts';
import { createNetworkHandlers, networkMigrations } from './networks/index.ts';
import { createOperationHandlers, operationMigrations } from './operation/index.ts';
import { createOverviewHandlers } from './overview/index.ts';
import { createPartyHandlers, createPartyImportTarget, createRedFlagHandlers, partyExchange, partyMigrations } from './parties/index.ts';
import { createPeopleImportTarget, peopleMigrations } from './people/index.ts';
import { createNinetyDayHandlers, lostMeasures, planMigrations } from './plan/index.ts';
import { createProgrammeHandlers, programmeMigrations } from './programme/index.ts';
import { createQualityHandlers, qualityMigrations } from './quality/index.ts';
import { createPrinting, createReportHandlers, reportMigrations, reportText } from './reports/index.ts';
import { createRetentionHandlers, retentionMigrations } from './retention/index.ts';
import { createRuleLibraryHandlers, ruleLibraryMigrations } from './rulelibrary/index.ts';
import { createScreeningHandlers, screeningMigrations } from './screening/index.ts';
import { createSearchHandlers } from './search/index.ts';
import { createTrainingHandlers, createTrainingImportTarget, trainingMigrations } from './training/index.ts';
import { createTransferHandlers, createTransferImportTarget, transferMigrations } from './transfers/index.ts';
import { createVettingHandlers, vettingMigrations } from './vetting/index.ts';

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
