import type { PlanView } from '../../../src-shared/contract/plan.ts';
import { dayAfter, daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { MeasureId, MeasureReading } from '../../../src-shared/model/measure.ts';
import type { ScheduledTask, Task } from '../../../src-shared/model/plan.ts';
import { proposalFor, type Schedule, scheduleTasks, type WorkingDays, workingDays } from '../../engine/plan/index.ts';
import { type OpenWorkspace, untilChanged } from '../db/index.ts';
import { type LinkSources, readStandingFindings, tasksWithStandingFindings } from './links.ts';
import { type Plan, tasksOf } from './store.ts';

/** What every look at the plan needs from outside. */
export interface PlanSources extends LinkSources {
  readings(workspace: OpenWorkspace): readonly MeasureReading[];
  /** Reads them a part at a time, so that `readings` has them at hand. */
  measure(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<unknown>;
}

/** A plan with its tasks scheduled for a day. */
export interface StandingPlan {
  readonly plan: Plan;
  readonly days: WorkingDays;
  readonly tasks: readonly ScheduledTask[];
  readonly last: Schedule['last'];
  readonly readings: ReadonlyMap<MeasureId, MeasureReading>;
  readonly today: IsoDate;
}

/** Reads a part at a time what `standingPlan` then has at hand: measures, and how what closed tasks were about stands. */
export async function readAhead(
  session: () => OpenWorkspace,
  plan: Pick<Plan, 'id'>,
  sources: PlanSources,
  pause: () => Promise<void>,
): Promise<void> {
  await sources.measure(session, pause);
  await pause();
  await readStandingFindings(session, sources, tasksOf(session(), plan.id), pause);
  await pause();
}

/** Schedules a plan for a day, with what its measures and its findings say now. */
export const standingPlan = (workspace: OpenWorkspace, plan: Plan, sources: PlanSources, today: IsoDate): StandingPlan =>
  untilChanged(workspace, 'plan', `${plan.id} ${plan.revision} ${today}`, () => schedulePlan(workspace, plan, sources, today));

function schedulePlan(workspace: OpenWorkspace, plan: Plan, sources: PlanSources, today: IsoDate): StandingPlan {
  const tasks = tasksOf(workspace, plan.id);
  const days = workingDays(plan.calendar);
  const schedule = scheduleTasks(tasks, days, today);
  // A ring is refused when it is made, so this is a defect.
  if (!schedule.ok) throw new Error(`Tasks wait for each other: ${schedule.error.join(', ')}`);
  const measured = tasks.some(({ measure }) => measure !== null);
  const readings = new Map(measured ? sources.readings(workspace).map((reading) => [reading.id, reading]) : []);
  const stand = tasksWithStandingFindings(workspace, sources, tasks);
  return {
    plan,
    days,
    today,
    readings,
    last: schedule.value.last,
    tasks: tasks.map((task) => scheduled(task, schedule.value, readings, stand)),
  };
}

function scheduled(
  task: Task,
  schedule: Schedule,
  readings: ReadonlyMap<MeasureId, MeasureReading>,
  stand: ReadonlySet<string>,
): ScheduledTask {
  const found = task.measure === null ? undefined : readings.get(task.measure.id);
  const reading = found === undefined ? null : { done: found.done, of: found.of };
  const placed = schedule.byId.get(task.id) ?? { expected: task.span, slipDays: 0, slackDays: 0, critical: false };
  return { ...task, ...placed, reading, proposal: proposalFor(task, reading, stand.has(task.id)) };
}

/** The week of a plan a day lies in, from 1; 0 or less before it starts. */
export const weekOf = (plan: Pick<Plan, 'startsOn'>, day: IsoDate): number => Math.floor(daysBetween(plan.startsOn, day) / 7) + 1;

/** Weeks a plan lasts, the last of which may be a short one. */
export const weeksOf = (plan: Pick<Plan, 'startsOn' | 'endsOn'>): number => Math.max(1, weekOf(plan, plan.endsOn));

/** First day of a week of a plan. */
export const mondayOf = (plan: Pick<Plan, 'startsOn'>, week: number): IsoDate => dayAfter(plan.startsOn, (week - 1) * 7);

/** The plan as its screens show it. */
export function planView({ plan, tasks, last, today }: StandingPlan): PlanView {
  const { id, title, startsOn, endsOn, calendar, phases, owners, limits, revision } = plan;
  const ending = tasks.find(({ id }) => id === last?.id);
  return {
    ...{ id, title, startsOn, endsOn, calendar, phases, owners, limits, revision },
    today,
    week: weekOf(plan, today),
    weeks: weeksOf(plan),
    end:
      last === null || ending === undefined
        ? null
        : { title: ending.title, planned: last.planned, expected: last.expected, lateTasks: last.lateTasks },
    tasks: [...tasks],
  };
}
