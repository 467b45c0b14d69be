import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { BulkChange, TaskChange } from '../../../src-shared/contract/plan.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { DaySpan, Task } from '../../../src-shared/model/plan.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { inOrderOfDependence, movedTo, settled, type WorkingDays } from '../../engine/plan/index.ts';

type Changed = Result<Task, AppError>;

const isClosed = ({ state }: Task): boolean => state === 'done' || state === 'dropped';
const invalid = (issue: string): Changed => err({ code: 'request.invalid', issues: [issue.slice(0, 400)] });

/** A task with what was said of it. Refused: a closed task, an end before its start, waiting for a task that waits for it. */
export function withChange(task: Task, change: TaskChange, all: readonly Task[], days: WorkingDays): Changed {
  if (isClosed(task)) return err({ code: 'policy.refused', detail: 'A closed task stays as it was closed. Open it again to change it.' });
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    -readonly [K in keyof TaskChange]: Exclude<TaskChange[K], undefined>;
  };
  if (said.span !== undefined && said.span.end < said.span.start) return invalid('span: the task ends before it starts');
  const next: Task = { ...task, ...said };
  const placed =
    said.span === undefined && said.milestone === undefined ? next : { ...next, span: settled(days, next.span, next.milestone) };
  const waiting = placed.state === 'waiting' ? placed : { ...placed, waitingFor: '' };
  return said.dependsOn === undefined ? ok(waiting) : withoutRing(waiting, all);
}

/** Dependencies that can be met: on tasks of the plan, each once, and none on a task that waits for this one. */
function withoutRing(task: Task, all: readonly Task[]): Changed {
  const known = new Map(all.map((one) => [one.id, one]));
  const dependsOn = [...new Set(task.dependsOn)];
  const unknown = dependsOn.find((id) => !known.has(id));
  if (unknown !== undefined) return err({ code: 'record.notFound', entity: 'task', id: unknown });
  const next = { ...task, dependsOn };
  const ordered = inOrderOfDependence(all.map((one) => (one.id === task.id ? next : one)));
  if (ordered.ok) return ok(next);
  const names = ordered.error.map((id) => known.get(id)?.title ?? id);
  return err({ code: 'record.conflict', entity: 'task', detail: `They would wait for each other: ${names.join(', ')}`.slice(0, 300) });
}

/** A task changed as one of many. Closed tasks stay as they are: null. */
export function withBulkChange(task: Task, change: BulkChange, days: WorkingDays): Task | null {
  if (isClosed(task)) return null;
  const { shiftDays, owner, phase, state } = change;
  const span: DaySpan = shiftDays === undefined ? task.span : movedTo(days, task.span, days.plus(task.span.start, shiftDays));
  return {
    ...task,
    span,
    ...(owner === undefined ? {} : { owner }),
    ...(phase === undefined ? {} : { phase }),
    ...(state === undefined ? {} : { state, waitingFor: '' }),
  };
}

/** Where a task lies that was added without days: five working days from today. */
export function spanFromToday(days: WorkingDays, today: IsoDate): DaySpan {
  const start = days.onOrAfter(today);
  return { start, end: days.plus(start, 4) };
}
