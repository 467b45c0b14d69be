import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ScheduledTask } from '../../../src-shared/model/plan.ts';
import type { Case } from '../../engine/quality/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { planInForce, tasksOf } from './store.ts';
import { type PlanSources, standingPlan } from './view.ts';

/** Tasks of the plan in force as they stand on a day; none while there is no plan. */
export function tasksForOverview(workspace: OpenWorkspace, sources: PlanSources, today: IsoDate): readonly ScheduledTask[] {
  const plan = planInForce(workspace);
  return plan === undefined ? [] : standingPlan(workspace, plan, sources, today).tasks;
}

/** Tasks of the plan in force as cases: from the day they were added to the day they were closed. Dropped ones are none. */
export function taskCases(workspace: OpenWorkspace): readonly Case[] {
  const plan = planInForce(workspace);
  if (plan === undefined) return [];
  return tasksOf(workspace, plan.id)
    .filter(({ state }) => state !== 'dropped')
    .map(({ addedOn, closed }) => ({ opened: addedOn, closed: closed?.on ?? null }));
}
