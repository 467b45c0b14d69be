import type { MeasureReading } from '../../../src-shared/model/measure.ts';
import type { ScheduledTask, Task } from '../../../src-shared/model/plan.ts';

/** Whether a measure's share has been reached. Nothing to count is neither met nor missed: null. */
export function isMet(reading: Pick<MeasureReading, 'done' | 'of'>, percent: number): boolean | null {
  return reading.of === 0 ? null : reading.done * 100 >= percent * reading.of;
}

/**
 * What the workspace suggests for a task. `close`: open, and its measure is met. `reopen`: closed as done, and its measure is
 * missed, or a finding it was closed for still stands. A suggestion only: a person closes and opens tasks.
 */
export function proposalFor(
  task: Pick<Task, 'state' | 'measure'>,
  reading: Pick<MeasureReading, 'done' | 'of'> | null,
  findingsStand: boolean,
): ScheduledTask['proposal'] {
  const met = task.measure === null || reading === null ? null : isMet(reading, task.measure.percent);
  if (task.state === 'done') return met === false || findingsStand ? 'reopen' : null;
  return task.state !== 'dropped' && met === true ? 'close' : null;
}
