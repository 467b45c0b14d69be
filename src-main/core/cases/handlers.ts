import type { caseMethods } from '../../../src-shared/contract/cases.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { FeatureDeps } from '../feature.ts';
import { createGateHandlers } from './gate-handlers.ts';
import { createImpactHandlers } from './impact.ts';
import { createIncidentHandlers } from './incident-handlers.ts';
import type { CaseJoins } from './joins.ts';
import { createStageHandlers } from './stage-handlers.ts';
import { createWatchHandlers } from './watch-handlers.ts';

/** Answers the methods of gates, incidents, the watch and impact. */
export const createCaseHandlers = (deps: FeatureDeps, joins: CaseJoins): HandlersFor<typeof caseMethods> => ({
  ...createGateHandlers(deps, joins),
  ...createStageHandlers(deps, joins),
  ...createIncidentHandlers(deps, joins),
  ...createWatchHandlers(deps, joins),
  ...createImpactHandlers(deps, joins),
});
