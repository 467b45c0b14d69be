import { isMet, type MeasureShare } from '../../../src-shared/model/measure.ts';
import type { ScheduledTask, Task } from '../../../src-shared/model/plan.ts';

type Measured = Pick<Task, 'state' | 'measure' | 'closed'>;

/** Whether a task's measure is met by a reading; null without one, and with nothing to count. */
const metBy = ({ measure }: Pick<Task, 'measure'>, reading: MeasureShare | null): boolean | null =>
  measure === null || reading === null ? null : isMet(reading, measure.percent);

/**
 * What the workspace suggests for a task. `close`: open, and its measure is met. `reopen`: closed as done, and its measure is
 * missed, or a finding it was closed for still stands. A measure that was missed already when a person closed the task says nothing
 * more: they knew. A suggestion only: a person closes tasks.
 */
export function proposalFor(task: Measured, reading: MeasureShare | null, findingsStand: boolean): ScheduledTask['proposal'] {
  const met = metBy(task, reading);
  if (task.state !== 'done') return task.state !== 'dropped' && met === true ? 'close' : null;
  const isLost = met === false && metBy(task, task.closed?.reading ?? null) !== false;
  return isLost || findingsStand ? 'reopen' : null;
}

/** What a closed task's measure does to it by itself. `answered`: it was opened for this fall before, and a person took that back. */
export type Fall = 'fallen' | 'risen' | null;

/**
 * `fallen`: its measure was met when a person closed it as done, is missed now, and nothing was done about that yet: it opens by itself.
 * `risen`: what was done about an earlier fall is over, since the measure is met again. Null: nothing to do.
 */
export function fallOf(task: Measured, reading: MeasureShare | null, answered: boolean): Fall {
  if (task.state !== 'done' || metBy(task, task.closed?.reading ?? null) !== true) return null;
  const met = metBy(task, reading);
  if (met === true) return answered ? 'risen' : null;
  return met === false && !answered ? 'fallen' : null;
}
