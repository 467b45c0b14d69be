import { PlanPhase, percentOf, type ScheduledTask, TaskState } from '../../../../src-shared/model/plan.ts';
import type { Sort } from '../../../ui/index.ts';
import { inOrder } from '../timeline/rows.ts';

export type GroupBy = 'phase' | 'owner' | 'state' | 'none';
export type ListRow =
  | { readonly kind: 'group'; readonly id: string; readonly count: number; readonly closed: number }
  | { readonly kind: 'task'; readonly task: ScheduledTask };

/** Rows of the list: groups with their tasks in the order asked for, or one run of tasks. */
export function listRows(tasks: readonly ScheduledTask[], by: GroupBy, sort: Sort | null): readonly ListRow[] {
  const ordered = [...tasks].sort(orderOf(sort));
  const rowOf = (task: ScheduledTask): ListRow => ({ kind: 'task', task });
  if (by === 'none') return ordered.map(rowOf);
  const keyOf = (task: ScheduledTask): string => (by === 'phase' ? task.phase : by === 'state' ? task.state : task.owner);
  const fixed: readonly string[] | null = by === 'phase' ? PlanPhase.options : by === 'state' ? TaskState.options : null;
  const keys = fixed ?? [...new Set(ordered.map(keyOf))].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b));
  return keys.flatMap((id) => {
    const members = ordered.filter((task) => keyOf(task) === id);
    const closed = members.filter((task) => task.closed !== null).length;
    return members.length === 0 ? [] : [{ kind: 'group' as const, id, count: members.length, closed }, ...members.map(rowOf)];
  });
}

const compared: Readonly<Record<string, (a: ScheduledTask, b: ScheduledTask) => number>> = {
  title: (a, b) => a.title.localeCompare(b.title),
  owner: (a, b) => a.owner.localeCompare(b.owner),
  state: (a, b) => TaskState.options.indexOf(a.state) - TaskState.options.indexOf(b.state),
  start: (a, b) => a.expected.start.localeCompare(b.expected.start),
  end: (a, b) => a.expected.end.localeCompare(b.expected.end),
  planned: (a, b) => (a.planned?.end ?? '').localeCompare(b.planned?.end ?? ''),
  slip: (a, b) => a.slipDays - b.slipDays,
  slack: (a, b) => a.slackDays - b.slackDays,
  progress: (a, b) => percentOf(a) - percentOf(b),
};

/** Columns that can be sorted by. */
export const sortable: readonly string[] = Object.keys(compared);

function orderOf(sort: Sort | null): (a: ScheduledTask, b: ScheduledTask) => number {
  const by = sort === null ? undefined : compared[sort.column];
  if (by === undefined) return byPhase;
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return (a, b) => sign * by(a, b) || byPhase(a, b);
}

function byPhase(a: ScheduledTask, b: ScheduledTask): number {
  return PlanPhase.options.indexOf(a.phase) - PlanPhase.options.indexOf(b.phase) || inOrder(a, b);
}
