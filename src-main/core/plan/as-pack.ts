import type { PlanPack } from '../../../src-shared/formats/plan-pack.ts';
import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { Task } from '../../../src-shared/model/plan.ts';
import { inOrderOfDependence, workingDays } from '../../engine/plan/index.ts';
import type { Plan } from './store.ts';

/** Templates count in days of a five-day week, whatever the calendar of the plan. */
const fiveDays = workingDays({ weekdays: [1, 2, 3, 4, 5], holidays: [] });

/**
 * A plan as a template of its own: what, when and which role. Names, dates, progress, evidence and links to records stay behind;
 * dropped tasks and what recurs after the plan are left out.
 */
export function packOf(
  plan: Plan,
  tasks: readonly Task[],
  about: { readonly id: string; readonly title: string; readonly about: string },
  recurring: PlanPack['recurring'],
): PlanPack {
  const kept = tasks.filter(({ state, phase }) => state !== 'dropped' && phase !== 'after');
  const keys = new Map(kept.map(({ id }, place) => [id, `task-${place + 1}`]));
  const starts = startDays(plan, kept);
  const packed = kept.map((task): PlanPack['tasks'][number] => ({
    key: keys.get(task.id) ?? task.id,
    phase: task.phase,
    title: task.title,
    purpose: task.purpose,
    steps: task.steps.map(({ text }) => text).filter((text) => text !== ''),
    evidenceWanted: task.evidenceWanted,
    ownerRole: task.ownerRole,
    startDay: starts.get(task.id) ?? 1,
    days: lengthOf(task),
    milestone: task.milestone,
    dependsOn: task.dependsOn.flatMap((id) => keys.get(id) ?? []),
    measure: task.measure,
  }));
  const week = (day: IsoDate) => Math.max(1, Math.floor(daysBetween(plan.startsOn, day) / 7) + 1);
  const phases = plan.phases.map(({ phase, start, end }) => ({ phase, from: week(start), to: Math.max(week(start), week(end)) }));
  return { format: 'gatehouse.plan/1', ...about, phases, tasks: packed, recurring };
}

const placeOf = (task: Task): Task['span'] => task.planned ?? task.span;
const lengthOf = (task: Task): number => (task.milestone ? 1 : Math.min(260, Math.max(1, fiveDays.count(placeOf(task)))));

/** The day each task starts on, 1 on the first day of the plan, and never before what it waits for has ended. */
function startDays(plan: Plan, tasks: readonly Task[]): ReadonlyMap<string, number> {
  const ordered = inOrderOfDependence(tasks);
  if (!ordered.ok) throw new Error(`Tasks wait for each other: ${ordered.error.join(', ')}`);
  const starts = new Map<string, number>();
  for (const task of ordered.value) {
    const own = fiveDays.between(plan.startsOn, fiveDays.onOrAfter(placeOf(task).start)) + 1;
    const after = task.dependsOn.map((id) => {
      const before = ordered.value.find((one) => one.id === id);
      return before === undefined ? 1 : (starts.get(id) ?? 1) + lengthOf(before);
    });
    starts.set(task.id, Math.max(1, own, ...after));
  }
  return starts;
}
