import { findingsByWeek, graveOpenFindings } from '../access/index.ts';
import { heldGates, openIncidents, watchOf } from '../cases/index.ts';
import { overviewOf } from '../classification/index.ts';
import { escalationsWhere } from '../escalations/index.ts';
import type { FeatureDeps } from '../feature.ts';
import {
  classificationActions,
  contactActions,
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
} from '../overview/index.ts';
import { flaggedParties } from '../parties/index.ts';
import { expiringAuthorisations } from '../people/index.ts';
import { dueRecurring, tasksForOverview } from '../plan/index.ts';
import { dueContacts, programmeCatalogue, programmeStanding } from '../programme/index.ts';
import { screeningStanding } from '../screening/index.ts';
import { trainingForOverview, trainingPictureInSlices } from '../training/index.ts';
import { transfersForOverview } from '../transfers/index.ts';
import { readVettingsInSlices } from '../vetting/index.ts';
import { caseJoinsFor } from './cases.ts';
import { assessorFor, judgingFor, libraryFor } from './judging.ts';
import { planJoinsFor } from './plan.ts';
import { programmeJoinsFor } from './programme.ts';
import { screenedSubjects } from './screening.ts';
import { transferJoinsFor } from './transfers.ts';
import { openVettingsFor, vettingJoinsFor } from './vetting.ts';

/** What every room would have somebody do next. A room with work that waits adds its own. */
export const overviewJoinsFor = (deps: FeatureDeps): OverviewJoins => {
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
