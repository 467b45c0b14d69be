import type { ScheduledTask, TaskState } from '../../../../src-shared/model/plan.ts';
import { PlanPhase } from '../../../../src-shared/model/plan.ts';
import { inOrder } from '../timeline/rows.ts';

/** Columns of the board, in the order work goes through them. */
export const columns = ['todo', 'doing', 'waiting', 'review', 'done'] as const satisfies readonly TaskState[];
export type Column = (typeof columns)[number];
export type LaneBy = 'none' | 'phase' | 'owner';

export interface Lane {
  /** The phase or the owner's name; empty for work nobody owns, and for the only lane. */
  readonly id: string;
  readonly cells: Readonly<Record<Column, readonly ScheduledTask[]>>;
  readonly count: number;
}

/** Cards by lane and column. Dropped tasks are not on the board; what closed last stands first among the closed. */
export function lanesOf(tasks: readonly ScheduledTask[], by: LaneBy): readonly Lane[] {
  const onBoard = tasks.filter((task) => task.state !== 'dropped');
  const keyOf = (task: ScheduledTask) => (by === 'none' ? '' : by === 'phase' ? task.phase : task.owner);
  const keys =
    by === 'phase'
      ? PlanPhase.options.filter((phase) => onBoard.some((task) => task.phase === phase))
      : [...new Set(onBoard.map(keyOf))].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b));
  return keys.map((id) => {
    const members = onBoard.filter((task) => keyOf(task) === id);
    const cell = (column: Column) => members.filter((task) => task.state === column).sort(column === 'done' ? lastClosedFirst : dueFirst);
    return {
      id,
      cells: { todo: cell('todo'), doing: cell('doing'), waiting: cell('waiting'), review: cell('review'), done: cell('done') },
      count: members.length,
    };
  });
}

function dueFirst(a: ScheduledTask, b: ScheduledTask): number {
  return a.expected.end.localeCompare(b.expected.end) || inOrder(a, b);
}

function lastClosedFirst(a: ScheduledTask, b: ScheduledTask): number {
  return (b.closed?.on ?? '').localeCompare(a.closed?.on ?? '') || inOrder(a, b);
}

/** How many stand in a column against how many may. */
export function loadOf(
  tasks: readonly ScheduledTask[],
  column: Column,
  limit: number | null,
): { readonly count: number; readonly over: boolean } {
  const count = tasks.filter((task) => task.state === column).length;
  return { count, over: limit !== null && count > limit };
}

/** Where the focus goes from a card by an arrow key: along the column through all lanes, or to the column beside at the same height. */
export function cardBeside(lanes: readonly Lane[], from: string, key: string): string | null {
  for (const [laneAt, lane] of lanes.entries())
    for (const [columnAt, column] of columns.entries()) {
      const at = lane.cells[column].findIndex((task) => task.id === from);
      if (at < 0) continue;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        const down = lanes.flatMap((one) => one.cells[column]);
        const here = down.findIndex((task) => task.id === from);
        return down[here + (key === 'ArrowDown' ? 1 : -1)]?.id ?? null;
      }
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return null;
      for (let to = columnAt + step; to >= 0 && to < columns.length; to += step) {
        const next = columns[to];
        const beside = next === undefined ? [] : (lanes[laneAt]?.cells[next] ?? []);
        const found = beside[Math.min(at, beside.length - 1)];
        if (found !== undefined) return found.id;
      }
      return null;
    }
  return null;
}
