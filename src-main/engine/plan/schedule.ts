import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { DaySpan, ScheduledTask, Task } from '../../../src-shared/model/plan.ts';
import { inOrderOfDependence } from './dependencies.ts';
import type { WorkingDays } from './working-days.ts';

/** What the schedule reads of a task. */
export type TaskToSchedule = Pick<Task, 'id' | 'phase' | 'state' | 'milestone' | 'span' | 'planned' | 'dependsOn'> & {
  readonly closed: { readonly on: IsoDate } | null;
};
export type Placement = Pick<ScheduledTask, 'expected' | 'slipDays' | 'slackDays' | 'critical'>;

export interface Schedule {
  readonly byId: ReadonlyMap<string, Placement>;
  /** The task that ends last among those of the plan itself; null for a plan without tasks. */
  readonly last: { readonly id: string; readonly planned: IsoDate | null; readonly expected: IsoDate; readonly lateTasks: number } | null;
}

const isOpen = ({ state }: TaskToSchedule): boolean => state !== 'done' && state !== 'dropped';
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/**
 * Says where each task really falls on a day, how late that is, how much room it has, and which chain decides the end.
 *
 * An unstarted task begins no earlier than it is set, than today, and than the working day after the last open task it waits for;
 * it keeps its length. A started one keeps its start and ends no earlier than it is set, than today, and than what it waits for.
 * A closed one ends on the day it was closed. A dropped task holds nothing up. Slip, slack and lengths are working days.
 * Tasks that recur after the plan (`after`) are placed, but do not decide its end.
 *
 * Errors: the ids of a ring of tasks that wait for each other.
 */
export function scheduleTasks(
  tasks: readonly TaskToSchedule[],
  days: WorkingDays,
  today: IsoDate,
): { readonly ok: true; readonly value: Schedule } | { readonly ok: false; readonly error: readonly string[] } {
  const ordered = inOrderOfDependence(tasks);
  if (!ordered.ok) return ordered;
  const now = days.onOrAfter(today);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const expected = new Map<string, DaySpan>();
  for (const task of ordered.value) expected.set(task.id, expectedOf(task, byId, expected, days, now));

  const counted = ordered.value.filter(({ phase, state }) => phase !== 'after' && state !== 'dropped');
  const end = counted.reduce<IsoDate | null>((last, { id }) => {
    const own = expected.get(id)?.end;
    return own === undefined || (last !== null && own <= last) ? last : own;
  }, null);
  const latest = latestEnds(ordered.value, expected, days, end);

  const result = new Map<string, Placement>();
  for (const task of ordered.value) {
    const own = expected.get(task.id) ?? task.span;
    const slackDays = isOpen(task) ? Math.max(0, days.between(own.end, latest.get(task.id) ?? own.end)) : 0;
    result.set(task.id, {
      expected: own,
      slipDays: task.planned === null || task.state === 'dropped' ? 0 : Math.max(0, days.between(task.planned.end, own.end)),
      slackDays,
      critical: isOpen(task) && task.phase !== 'after' && end !== null && slackDays === 0,
    });
  }
  return { ok: true, value: { byId: result, last: lastOf(counted, byId, result, end) } };
}

function expectedOf(
  task: TaskToSchedule,
  byId: ReadonlyMap<string, TaskToSchedule>,
  expected: ReadonlyMap<string, DaySpan>,
  days: WorkingDays,
  now: IsoDate,
): DaySpan {
  if (task.closed !== null) return { start: earlier(task.span.start, task.closed.on), end: task.closed.on };
  if (!isOpen(task)) return task.span;
  const waitsUntil = task.dependsOn.reduce<IsoDate | null>((last, id) => {
    const other = byId.get(id);
    const end = expected.get(id)?.end;
    return other === undefined || end === undefined || !isOpen(other) ? last : last === null ? end : later(last, end);
  }, null);
  if (task.state !== 'todo') {
    const end = later(later(task.span.end, now), waitsUntil ?? now);
    return { start: earlier(task.span.start, end), end };
  }
  const start = days.onOrAfter(later(later(task.span.start, now), waitsUntil === null ? now : days.plus(waitsUntil, 1)));
  return { start, end: days.plus(start, task.milestone ? 0 : Math.max(1, days.count(task.span)) - 1) };
}

/** The latest day each open task may end without moving the plan's end. */
function latestEnds(
  ordered: readonly TaskToSchedule[],
  expected: ReadonlyMap<string, DaySpan>,
  days: WorkingDays,
  end: IsoDate | null,
): ReadonlyMap<string, IsoDate> {
  const latest = new Map<string, IsoDate>();
  const limit = (id: string, day: IsoDate) => latest.set(id, earlier(latest.get(id) ?? day, day));
  for (const task of [...ordered].reverse()) {
    const own = expected.get(task.id);
    if (own === undefined || !isOpen(task)) continue;
    // An end that was closed on a free day leaves room up to the working day before it.
    if (end !== null && task.phase !== 'after') limit(task.id, later(days.onOrBefore(end), own.end));
    const until = latest.get(task.id);
    if (until === undefined) continue;
    const mustStartBy = task.state === 'todo' ? days.plus(until, 1 - days.count(own)) : null;
    // A started task only has to end no earlier than what it waits for.
    for (const id of task.dependsOn) limit(id, mustStartBy === null ? until : days.plus(mustStartBy, -1));
  }
  return latest;
}

function lastOf(
  counted: readonly TaskToSchedule[],
  byId: ReadonlyMap<string, TaskToSchedule>,
  placed: ReadonlyMap<string, Placement>,
  end: IsoDate | null,
): Schedule['last'] {
  const ending = counted.filter(({ id }) => placed.get(id)?.expected.end === end);
  // What is planned last is what people call the end; a milestone says so outright.
  const last = ending.find(({ milestone }) => milestone) ?? ending.at(-1);
  if (last === undefined || end === null) return null;
  const slip = (id: string) => placed.get(id)?.slipDays ?? 0;
  const lateTasks = counted.filter((task) => {
    if (placed.get(task.id)?.critical !== true) return false;
    const inherited = task.dependsOn.map((id) => byId.get(id)).filter((other) => other !== undefined && isOpen(other));
    return slip(task.id) > Math.max(0, ...inherited.map((other) => slip(other?.id ?? '')));
  }).length;
  return { id: last.id, planned: last.planned?.end ?? null, expected: end, lateTasks };
}
