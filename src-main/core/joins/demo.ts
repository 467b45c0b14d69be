import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { createAccessHandlers, createControlPlanHandlers, runAudit } from '../access/index.ts';
import { createCaseHandlers } from '../cases/index.ts';
import { createClassificationHandlers } from '../classification/index.ts';
import { createDemoSeeder } from '../demo/index.ts';
import { createEscalationHandlers } from '../escalations/index.ts';
import type { DemoSeeder, FeatureDeps } from '../feature.ts';
import { createFigureHandlers } from '../figures/index.ts';
import { createInventoryHandlers } from '../inventory/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { createListHandlers } from '../lists/index.ts';
import { createOperationHandlers } from '../operation/index.ts';
import { createPartyHandlers, createRedFlagHandlers } from '../parties/index.ts';
import { createNinetyDayHandlers } from '../plan/index.ts';
import { createProgrammeHandlers } from '../programme/index.ts';
import { runScreening } from '../screening/index.ts';
import { createTrainingHandlers } from '../training/index.ts';
import { createTransferHandlers } from '../transfers/index.ts';
import { createVettingHandlers } from '../vetting/index.ts';
import { accessJoinsFor } from './access.ts';
import { caseJoinsFor } from './cases.ts';
import { assessorFor, judgingFor, ratesFor } from './judging.ts';
import { partyJoinsFor } from './parties.ts';
import { peopleHandlersFor } from './people.ts';
import { planJoinsFor } from './plan.ts';
import { programmeJoinsFor, trainingJoins } from './programme.ts';
import { recordsFor } from './records.ts';
import { escalationJoinsFor, screenedSubjects, screeningPartsFor } from './screening.ts';
import { transferJoinsFor } from './transfers.ts';
import { vettingJoinsFor } from './vetting.ts';

/** For work that nobody waits for at a progress bar. */
const atOnce = () => ({ signal: new AbortController().signal, progress: () => undefined, pause: createSlicer().pause });

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
