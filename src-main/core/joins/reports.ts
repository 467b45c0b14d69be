import { createAccessHandlers, createControlPlanHandlers } from '../access/index.ts';
import { createCaseHandlers, incidentFileSource, watchOf } from '../cases/index.ts';
import { createClassificationHandlers, decisionOn } from '../classification/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createFigureHandlers } from '../figures/index.ts';
import { changeLogSource } from '../history/index.ts';
import { createInventoryHandlers, findState } from '../inventory/index.ts';
import { createListHandlers, listViews } from '../lists/index.ts';
import { createMeasureHandlers } from '../measures/index.ts';
import { createOverviewHandlers } from '../overview/index.ts';
import { createNinetyDayHandlers, planStatusSource } from '../plan/index.ts';
import { createProgrammeHandlers, programmeReports } from '../programme/index.ts';
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
  transferRegisterSource,
} from '../report-sources/index.ts';
import { memoCollectionSource, type ReportSource, reportText } from '../reports/index.ts';
import { packSummaries } from '../rulelibrary/index.ts';
import { comparedListDays, createScreeningHandlers, lastDecisions } from '../screening/index.ts';
import { createTrainingHandlers } from '../training/index.ts';
import { transfersForReport } from '../transfers/index.ts';
import { accessJoinsFor } from './access.ts';
import { caseJoinsFor } from './cases.ts';
import { assessorFor, judgingFor, libraryFor, ratesFor } from './judging.ts';
import { measureSourcesFor } from './measures.ts';
import { overviewJoinsFor } from './overview.ts';
import { peopleHandlersFor } from './people.ts';
import { planJoinsFor } from './plan.ts';
import { programmeJoinsFor, trainingJoins } from './programme.ts';
import { recordsFor } from './records.ts';
import { screeningJoinsFor, screeningPartsFor } from './screening.ts';
import { transferJoinsFor } from './transfers.ts';

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
  (deps) =>
    transferRegisterSource(deps.session, (session, pause) => transfersForReport(session, transferJoinsFor(deps), pause), reportText()),
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

export const reportSourcesFor = (deps: FeatureDeps): readonly ReportSource[] => reportSources.map((source) => source(deps));
