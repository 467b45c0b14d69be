import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { Task } from '../../../src-shared/model/plan.ts';
import type { WorkingDays } from './working-days.ts';

/** Something that changed what is left of a plan. `days` is the task's length in working days from then on. */
export interface PlanEvent {
  readonly day: IsoDate;
  readonly taskId: string;
  readonly kind: 'added' | 'sized' | 'closed' | 'reopened' | 'dropped';
  readonly days: number;
  readonly cause: Task['cause'];
}

export interface Point {
  readonly day: IsoDate;
  readonly left: number;
}

export interface Burndown {
  readonly actual: readonly Point[];
  readonly ideal: readonly Point[];
  readonly steps: readonly { readonly day: IsoDate; readonly change: number; readonly cause: Task['cause'] }[];
  readonly left: number;
  /** Where the straight line stands at the end of today. */
  readonly lineSays: number;
  /** What was closed on each working day from the first to the day before today. */
  readonly closedPerDay: readonly number[];
}

interface DayChange {
  closed: number;
  /** Scope that came or went, by where it came from. */
  readonly scope: Map<Task['cause'], number>;
}

/**
 * Replays what happened to a plan.
 *
 * `unit` says whether tasks or their working days are counted. What was there on the first day or before is the start of the
 * line. The straight line falls by the same amount each working day and reaches 0 at the end of `last`; where the scope changes
 * it steps with it and falls to the same end. A reopened task counts as not closed; a dropped one that comes back is added again.
 */
export function burndownOf(
  events: readonly PlanEvent[],
  { first, last, today, unit, days }: { first: IsoDate; last: IsoDate; today: IsoDate; unit: 'tasks' | 'days'; days: WorkingDays },
): Burndown {
  const byDay = changesByDay(events, first, unit);
  const opening = byDay.get(first) ?? { closed: 0, scope: new Map() };
  const scope0 = total(opening.scope);
  const until = today < first ? first : today;

  let left = scope0 - opening.closed;
  const actual: Point[] = [{ day: first, left: scope0 }];
  if (opening.closed !== 0) actual.push({ day: first, left });
  const steps: Burndown['steps'][number][] = [];
  const closedPerDay: number[] = [];
  if (days.isWorking(first) && first < today) closedPerDay.push(Math.max(0, opening.closed));
  for (let day = dayAfter(first, 1); day <= until; day = dayAfter(day, 1)) {
    const change = byDay.get(day);
    if (day < today && days.isWorking(day)) closedPerDay.push(Math.max(0, change?.closed ?? 0));
    else if (day < today && change !== undefined && closedPerDay.length > 0)
      closedPerDay[closedPerDay.length - 1] = (closedPerDay.at(-1) ?? 0) + Math.max(0, change.closed);
    if (change === undefined && !days.isWorking(day) && day !== until) continue;
    const closed = change?.closed ?? 0;
    const moved = [...(change?.scope ?? [])].filter(([, amount]) => amount !== 0);
    for (const [cause, amount] of moved) steps.push({ day, change: amount, cause });
    const gained = moved.reduce((sum, [, amount]) => sum + amount, 0);
    // What was closed comes first, as the straight line falls before it steps; but nobody closes what was not there yet.
    for (const by of moved.length === 0 ? [-closed] : left < closed ? [gained, -closed] : [-closed, gained]) {
      left += by;
      actual.push({ day, left });
    }
  }
  const ideal = idealLine(scope0, steps, { first, last, days });
  const lineSays = ideal.findLast(({ day }) => day <= until)?.left ?? scope0;
  return { actual, ideal, steps, left, lineSays, closedPerDay };
}

const total = (scope: ReadonlyMap<unknown, number>): number => [...scope.values()].reduce((sum, one) => sum + one, 0);

function changesByDay(events: readonly PlanEvent[], first: IsoDate, unit: 'tasks' | 'days'): ReadonlyMap<IsoDate, DayChange> {
  const byDay = new Map<IsoDate, DayChange>();
  const known = new Map<string, { size: number; open: boolean }>();
  for (const event of [...events].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const day = event.day < first ? first : event.day;
    const change = byDay.get(day) ?? { closed: 0, scope: new Map() };
    byDay.set(day, change);
    const scope = (amount: number) => change.scope.set(event.cause, (change.scope.get(event.cause) ?? 0) + amount);
    const task = known.get(event.taskId);
    const size = unit === 'tasks' ? 1 : event.days;
    if (event.kind === 'added' && task?.open !== true) {
      known.set(event.taskId, { size, open: true });
      scope(size);
    } else if (task !== undefined && event.kind === 'sized' && task.open) {
      scope(size - task.size);
      task.size = size;
    } else if (task !== undefined && event.kind === 'closed' && task.open) {
      change.closed += task.size;
      task.open = false;
    } else if (task !== undefined && event.kind === 'reopened' && !task.open) {
      change.closed -= task.size;
      task.open = true;
    } else if (task !== undefined && event.kind === 'dropped' && task.open) {
      scope(-task.size);
      task.open = false;
    }
  }
  return byDay;
}

function idealLine(
  scope0: number,
  steps: Burndown['steps'],
  { first, last, days }: { first: IsoDate; last: IsoDate; days: WorkingDays },
): readonly Point[] {
  const stepOn = new Map<IsoDate, number>();
  for (const { day, change } of steps) stepOn.set(day, (stepOn.get(day) ?? 0) + change);
  let left = scope0;
  const line: Point[] = [{ day: first, left }];
  for (let day = dayAfter(first, 1); day <= last; day = dayAfter(day, 1)) {
    const step = stepOn.get(day);
    const working = days.isWorking(day);
    if (working) {
      const remaining = days.count({ start: day, end: last });
      left -= left / remaining;
    }
    if (working || step !== undefined || day === last) line.push({ day, left: day === last && step === undefined ? 0 : left });
    if (step !== undefined && day < last) {
      left = Math.max(0, left + step);
      line.push({ day, left });
    }
  }
  return line;
}
