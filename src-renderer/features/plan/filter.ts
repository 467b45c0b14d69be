import { PlanFilter } from '../../../src-shared/contract/plan-files.ts';
import type { ScheduledTask } from '../../../src-shared/model/plan.ts';

export const shows = PlanFilter.shape.show.options;
export type Show = PlanFilter['show'];

export const wholePlan: PlanFilter = { show: 'all', owner: null, text: '' };

/** The tasks a filter leaves. */
export function filtered(tasks: readonly ScheduledTask[], { show, owner, text }: PlanFilter): readonly ScheduledTask[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (show === 'all' && owner === null && wanted === '') return tasks;
  return tasks.filter(
    (task) =>
      (show === 'all' || (task.closed === null && (show === 'open' || (show === 'late' ? task.slipDays > 0 : task.critical)))) &&
      (owner === null || task.owner === owner) &&
      (wanted === '' || `${task.title} ${task.owner}`.toLocaleLowerCase().includes(wanted)),
  );
}

/** Names that own a task, in order. */
export function ownersOf(tasks: readonly ScheduledTask[]): readonly string[] {
  return [...new Set(tasks.map((task) => task.owner).filter((owner) => owner !== ''))].sort((a, b) => a.localeCompare(b));
}
