import type { DaySpan } from '../../../../src-shared/model/plan.ts';
import { PlanPhase, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { extentOf } from './scale.ts';

export type TimelineRow =
  | { readonly kind: 'phase'; readonly phase: PlanPhase; readonly number: number; readonly span: DaySpan | null; readonly count: number }
  | { readonly kind: 'task'; readonly task: ScheduledTask };

/** Rows of the timeline and of the list: phases in order, each followed by its tasks in rank. Phases without a task have no row. */
export function timelineRows(tasks: readonly ScheduledTask[]): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const [place, phase] of PlanPhase.options.entries()) {
    const members = tasks.filter((task) => task.phase === phase).sort(inOrder);
    if (members.length === 0) continue;
    rows.push({ kind: 'phase', phase, number: place + 1, span: extentOf(members.map((task) => task.expected)), count: members.length });
    for (const task of members) rows.push({ kind: 'task', task });
  }
  return rows;
}

/** Rank, then start, then id, as the model says. */
export function inOrder(a: ScheduledTask, b: ScheduledTask): number {
  return a.rank - b.rank || a.span.start.localeCompare(b.span.start) || a.id.localeCompare(b.id);
}

/** The next task row from a place in a direction, or the place itself where there is none. */
export function nextTaskRow(rows: readonly TimelineRow[], from: number, direction: 1 | -1): number {
  for (let at = from + direction; at >= 0 && at < rows.length; at += direction) if (rows[at]?.kind === 'task') return at;
  return from;
}
