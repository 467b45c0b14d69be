import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { type Column, columns } from './lanes.ts';

/** A press that moves less than this many pixels is a click. */
const SLACK = 5;

interface Drag {
  readonly id: string;
  readonly from: Column;
  readonly card: HTMLElement;
  readonly x: number;
  readonly y: number;
  moving: boolean;
  over: Column | null;
}

/**
 * Dragging cards between columns. The card follows the pointer by its transform and the column below it is marked; nothing
 * is rendered until the drop. `M` on a card does the same by keyboard.
 */
export function useCardDrag(board: RefObject<HTMLElement | null>, onDrop: (id: string, to: Column) => void) {
  const drag = useRef<Drag | null>(null);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  const end = useRef<(commit: boolean) => void>(() => undefined);

  end.current = (commit: boolean) => {
    const now = drag.current;
    drag.current = null;
    if (now === null) return;
    now.card.style.transform = '';
    now.card.removeAttribute('data-dragging');
    mark(board.current, null);
    if (commit && now.moving && now.over !== null && now.over !== now.from) latest.current(now.id, now.over);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || drag.current === null) return;
      event.preventDefault();
      end.current(false);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  // The same functions for good, so that cards are not drawn again for them.
  return useMemo(
    () => ({
      onPointerDown: (event: PointerEvent<HTMLElement>, id: string, from: Column) => {
        if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button, a') !== null)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { id, from, card: event.currentTarget, x: event.clientX, y: event.clientY, moving: false, over: null };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const now = drag.current;
        if (now === null) return;
        const dx = event.clientX - now.x;
        const dy = event.clientY - now.y;
        if (!now.moving && Math.hypot(dx, dy) < SLACK) return;
        if (!now.moving) {
          now.moving = true;
          now.card.setAttribute('data-dragging', '');
        }
        now.card.style.transform = `translate(${dx}px, ${dy}px)`;
        const over = columnAt(board.current, event.clientX);
        if (over === now.over) return;
        now.over = over;
        mark(board.current, over);
      },
      onPointerUp: () => end.current(true),
      onPointerCancel: () => end.current(false),
    }),
    [board],
  );
}

/** The column at a place across the board, whatever lane the pointer is over. */
function columnAt(board: HTMLElement | null, x: number): Column | null {
  for (const head of board?.querySelectorAll<HTMLElement>('[data-head]') ?? []) {
    const edge = head.getBoundingClientRect();
    if (x >= edge.left && x <= edge.right) return columns.find((column) => column === head.dataset['head']) ?? null;
  }
  return null;
}

function mark(board: HTMLElement | null, column: Column | null): void {
  for (const cell of board?.querySelectorAll<HTMLElement>('[data-column]') ?? [])
    cell.toggleAttribute('data-over', column !== null && cell.dataset['column'] === column);
}
