import type { ScheduledTask } from '../../../../src-shared/model/plan.ts';
import type { TimeScale } from './scale.ts';

/** Height of a bar and where it stands in its row; the thin bar of the plan lies below it. */
export const BAR = { top: 6, height: 13, planTop: 21.5, planHeight: 4 } as const;
const DIAMOND = 7;
/** How far into the bar an arrow comes down, and how far a detour keeps from bars. */
const INSET = 7;
const CLEARANCE = 8;

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
}

/** The bar of a task, or the box around its diamond, where a row begins at `rowTop`. */
export function boxOf(task: Pick<ScheduledTask, 'milestone' | 'expected'>, rowTop: number, scale: TimeScale): Box {
  const top = rowTop + BAR.top;
  const middle = top + BAR.height / 2;
  if (task.milestone) {
    const centre = scale.centre(task.expected.end);
    return { left: centre - DIAMOND, right: centre + DIAMOND, top: middle - DIAMOND, bottom: middle + DIAMOND, middle };
  }
  const left = scale.left(task.expected.start);
  return { left, right: Math.max(left + 4, scale.right(task.expected.end)), top, bottom: top + BAR.height, middle };
}

export interface Route {
  /** The line as an SVG path. */
  readonly line: string;
  /** The head as an SVG path, to be filled. */
  readonly head: string;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The arrow from the end of one task to the start of the next. Where there is room it goes right and then straight down
 * (or up) onto the bar; where the two overlap it goes straight from bar to bar, near the start of the later one; where the next
 * one is over before, it goes around, between the rows, and comes in from the left.
 */
export function routeOf(from: Box, to: Box): Route {
  const wide = to.right - to.left;
  const target = to.left + Math.min(INSET, wide / 2);
  const down = to.middle > from.middle;
  const top = Math.min(from.top, to.top);
  const bottom = Math.max(from.bottom, to.bottom);
  if (target >= from.right + 3) {
    const end = down ? to.top - 1 : to.bottom + 1;
    return { line: `M${from.right} ${from.middle}H${target}V${end}`, head: arrowHead(target, end, down ? 'down' : 'up'), top, bottom };
  }
  const shared = { left: Math.max(from.left, to.left), right: Math.min(from.right, to.right) };
  if (shared.right - shared.left > 4) {
    const x = shared.left + Math.min(INSET, (shared.right - shared.left) / 2);
    const end = down ? to.top - 1 : to.bottom + 1;
    return { line: `M${x} ${down ? from.bottom : from.top}V${end}`, head: arrowHead(x, end, down ? 'down' : 'up'), top, bottom };
  }
  const out = from.right + CLEARANCE;
  const back = to.left - CLEARANCE;
  const between = down ? to.top - 3 : to.bottom + 3;
  return {
    line: `M${from.right} ${from.middle}H${out}V${between}H${back}V${to.middle}H${to.left - 1}`,
    head: arrowHead(to.left - 1, to.middle, 'right'),
    top,
    bottom,
  };
}

function arrowHead(x: number, y: number, way: 'down' | 'up' | 'right'): string {
  if (way === 'right') return `M${x} ${y}l-6-3v6z`;
  return way === 'down' ? `M${x} ${y}l-3-6h6z` : `M${x} ${y}l-3 6h6z`;
}

export type Grip = 'move' | 'end' | null;

/** Which part of a bar a pointer is on: its right edge resizes, the rest moves. Short bars keep half of themselves for moving. */
export function gripAt(box: Box, milestone: boolean, x: number, y: number): Grip {
  if (y < box.top - 4 || y > box.bottom + 4 || x < box.left - 3 || x > box.right + 5) return null;
  if (milestone) return 'move';
  const edge = Math.min(8, (box.right - box.left) / 2);
  return x >= box.right - edge ? 'end' : 'move';
}
