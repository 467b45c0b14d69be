import type { BurndownView } from '../../../src-shared/contract/plan.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import { burndownOf, forecastOf, type PlanEvent } from '../../engine/plan/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { eventsOf } from './store.ts';
import { mondayOf, type StandingPlan, weekOf, weeksOf } from './view.ts';

/** How many tasks were closed in each week of a plan up to a day; a task that was opened again does not count where it was closed. */
export function closedPerWeek(events: readonly PlanEvent[], plan: StandingPlan['plan'], today: IsoDate): readonly number[] {
  const weeks = Math.min(Math.max(1, weekOf(plan, today)), weeksOf(plan) + 52);
  const counts = Array.from({ length: weeks }, () => 0);
  const closedOn = new Map<string, IsoDate>();
  for (const { taskId, kind, day } of events) {
    if (kind === 'closed') closedOn.set(taskId, day);
    else if (kind === 'reopened') closedOn.delete(taskId);
  }
  for (const day of closedOn.values()) {
    const place = Math.max(1, weekOf(plan, day)) - 1;
    if (place < weeks) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** The burndown of a plan as its screen draws it. */
export function burndownView(workspace: OpenWorkspace, { plan, days, tasks, today }: StandingPlan, unit: 'tasks' | 'days'): BurndownView {
  const events = eventsOf(workspace, plan.id);
  const line = burndownOf(events, { first: plan.startsOn, last: plan.endsOn, today, unit, days });
  const forecast = today < plan.startsOn ? null : forecastOf(line.left, line.closedPerDay, today, days);
  const ends = [plan.endsOn, dayAfter(today, 7), ...(forecast === null ? [] : [forecast.latest])];
  return {
    actual: [...line.actual],
    ideal: [...line.ideal],
    steps: [...line.steps],
    first: plan.startsOn,
    last: ends.reduce((latest, day) => (day > latest ? day : latest)),
    today,
    left: line.left,
    lineSays: line.lineSays,
    added: tasks.filter(({ planned, state, phase }) => planned === null && state !== 'dropped' && phase !== 'after').length,
    forecast,
    closedPerWeek: [...closedPerWeek(events, plan, today)],
  };
}

/** Day a week of the plan is to be checked in: its last working day, or its last day where it has none. */
export function checkInDay({ plan, days }: Pick<StandingPlan, 'plan' | 'days'>, week: number): IsoDate {
  const [monday, sunday] = [mondayOf(plan, week), dayAfter(mondayOf(plan, week), 6)];
  const last = days.onOrBefore(sunday);
  return last < monday ? sunday : last;
}
