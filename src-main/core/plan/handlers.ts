import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { planMethods } from '../../../src-shared/contract/plan.ts';
import type { FeatureDeps } from '../feature.ts';
import { createPlanFileHandlers } from './file-handlers.ts';
import { createHolidayFileHandlers } from './holiday-handlers.ts';
import type { PlanJoins } from './joins.ts';
import { createPlanHandlers } from './plan-handlers.ts';
import { createRecurringHandlers } from './recurring-handlers.ts';
import { createTaskHandlers } from './task-handlers.ts';
import { createTemplateHandlers } from './template-handlers.ts';

/** Answers the methods of the 90-day plan. */
export const createNinetyDayHandlers = (deps: FeatureDeps, joins: PlanJoins): HandlersFor<typeof planMethods> => ({
  ...createPlanHandlers(deps, joins),
  ...createTaskHandlers(deps, joins),
  ...createTemplateHandlers(deps),
  ...createRecurringHandlers(deps),
  ...createPlanFileHandlers(deps, joins),
  ...createHolidayFileHandlers(deps),
});
