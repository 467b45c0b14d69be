import type { DaySpan, ScheduledTask, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { movedBy, resizedBy } from './working-days.ts';

export type TimelineKey =
  | { readonly kind: 'shift'; readonly steps: number; readonly resize: boolean }
  | { readonly kind: 'row'; readonly to: 'next' | 'previous' | 'first' | 'last' }
  | { readonly kind: 'open' }
  | { readonly kind: 'revert' };

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks of the timeline; null where it is none of its keys. `[` and `]` jump a week. */
export function timelineKey(press: Press, perWeek: number): TimelineKey | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  switch (press.key) {
    case 'ArrowLeft':
      return { kind: 'shift', steps: -1, resize: press.shiftKey };
    case 'ArrowRight':
      return { kind: 'shift', steps: 1, resize: press.shiftKey };
    case '[':
    case '{':
      return { kind: 'shift', steps: -perWeek, resize: press.key === '{' };
    case ']':
    case '}':
      return { kind: 'shift', steps: perWeek, resize: press.key === '}' };
    case 'ArrowDown':
    case 'j':
    case 'J':
      return { kind: 'row', to: 'next' };
    case 'ArrowUp':
    case 'k':
    case 'K':
      return { kind: 'row', to: 'previous' };
    case 'Home':
      return { kind: 'row', to: 'first' };
    case 'End':
      return { kind: 'row', to: 'last' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'revert' };
    default:
      return null;
  }
}

/** Where a task would lie after a shift; null where it cannot be moved so: it is closed, or a milestone was to be made longer. */
export function shifted(
  task: Pick<ScheduledTask, 'state' | 'milestone'>,
  span: DaySpan,
  { steps, resize }: { readonly steps: number; readonly resize: boolean },
  calendar: WorkCalendar,
): DaySpan | null {
  if (!isMovable(task) || (resize && task.milestone)) return null;
  const next = resize ? resizedBy(span, steps, calendar) : movedBy(span, steps, calendar);
  return next.start === span.start && next.end === span.end ? null : next;
}

/** A closed task lies where the work was done; it stays there. */
export const isMovable = (task: Pick<ScheduledTask, 'state'>): boolean => task.state !== 'done' && task.state !== 'dropped';
