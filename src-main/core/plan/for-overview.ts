import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ScheduledTask, Task } from '../../../src-shared/model/plan.ts';
import type { Case } from '../../engine/quality/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { closedPlans, planInForce, tasksOf } from './store.ts';
import { type PlanSources, readAhead, standingPlan } from './view.ts';

/** Tasks of the plan in force as they stand on a day; none while there is no plan. What they rest on is read a part at a time. */
export async function tasksForOverview(
  session: () => OpenWorkspace,
  sources: PlanSources,
  today: IsoDate,
  pause: () => Promise<void>,
): Promise<readonly ScheduledTask[]> {
  const before = planInForce(session());
  if (before !== undefined) await readAhead(session, before, sources, pause);
  const plan = planInForce(session());
  return plan === undefined ? [] : standingPlan(session(), plan, sources, today).tasks;
}

/**
 * Tasks as cases: from the day they were added to the day they were closed. Dropped ones are none, and those a closed plan left open wait
 * for nobody any more.
 */
export function taskCases(workspace: OpenWorkspace): readonly Case[] {
  const plan = planInForce(workspace);
  const caseOf = ({ addedOn, closed }: Task): Case => ({ opened: addedOn, closed: closed?.on ?? null });
  const done = closedPlans(workspace).flatMap(({ id }) => tasksOf(workspace, id).filter(({ state }) => state === 'done'));
  const here = plan === undefined ? [] : tasksOf(workspace, plan.id).filter(({ state }) => state !== 'dropped');
  return [...done, ...here].map(caseOf);
}
