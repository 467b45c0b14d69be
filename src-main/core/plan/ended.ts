import type { EndedPlan } from '../../../src-shared/contract/plan.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { type ClosedPlan, tasksOf } from './store.ts';
import { type PlanSources, type StandingPlan, standingPlan } from './view.ts';

/** Measures and findings say how things are now, not how they were when a plan was closed: they say nothing of its tasks. */
const nothingSaid: PlanSources = {
  rooms: [],
  checks: { found: () => new Map(), readAhead: () => Promise.resolve(null), words: () => '' },
  readings: () => [],
  measure: () => Promise.resolve(null),
};

/** A closed plan as it stood on the day it was closed. */
export const endedStanding = (workspace: OpenWorkspace, plan: ClosedPlan): StandingPlan =>
  standingPlan(workspace, plan, nothingSaid, plan.endedOn);

/** A closed plan in a line: when, why, and how much of it was closed. */
export function endedLine(workspace: OpenWorkspace, { id, title, startsOn, endsOn, endedOn, because }: ClosedPlan): EndedPlan {
  const tasks = tasksOf(workspace, id).filter(({ state }) => state !== 'dropped');
  return {
    id,
    title,
    startsOn,
    endsOn,
    endedOn,
    because,
    tasks: tasks.length,
    closed: tasks.filter(({ closed }) => closed !== null).length,
  };
}
