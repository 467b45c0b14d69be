import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { isTyping } from '../shortcut.ts';

interface TableKeys {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly activeIndex: number;
  readonly columnCount: number;
  readonly cursorColumn: number;
  readonly pageRows: () => number;
  readonly activate: (index: number, reveal: boolean) => number;
  readonly tick: (index: number, event: { readonly shiftKey: boolean }) => void;
  /** Selects from one row to another, both included. */
  readonly extend: (from: number, to: number) => void;
  readonly open: (index: number) => void;
  readonly moveColumn: (column: number) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  readonly hasSelection: boolean;
}

/** The keys of a list: J K ↑ ↓ PageUp PageDown Home End move, Shift takes rows along, ← → read cells, Space ticks, Enter opens. */
export function useTableKeys(keys: TableKeys): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useRef(keys);
  latest.current = keys;

  // J and K also work from the page, so that a list is at hand as soon as its screen opens.
  useLayoutEffect(() => {
    const fromPage = (event: globalThis.KeyboardEvent) => {
      const { scroller, rowCount } = latest.current;
      const inside = scroller.current?.contains(document.activeElement) ?? true;
      const busy = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target);
      if (inside || busy || rowCount === 0 || !/^[jk]$/i.test(event.key) || document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      scroller.current?.focus({ preventScroll: true });
      latest.current.activate(Math.max(0, latest.current.activeIndex), true);
    };
    window.addEventListener('keydown', fromPage);
    return () => window.removeEventListener('keydown', fromPage);
  }, []);

  return (event) => {
    if (isTyping(event.target)) return;
    const now = latest.current;
    const to = target(event, now);
    if (to !== null) {
      event.preventDefault();
      const before = now.activeIndex;
      const at = now.activate(to, true);
      if (event.shiftKey && at !== before) now.extend(Math.max(0, before), at);
      return;
    }
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const step = event.key === 'ArrowRight' ? 1 : -1;
      return now.moveColumn(Math.max(-1, Math.min(now.columnCount - 1, now.cursorColumn + step)));
    }
    if (event.key === ' ' && now.activeIndex >= 0) {
      event.preventDefault();
      return now.tick(now.activeIndex, event);
    }
    if (event.key === 'Enter' && event.target === event.currentTarget && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return now.open(now.activeIndex);
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      return now.selectAll();
    }
    if (event.key === 'Escape' && now.hasSelection) {
      event.preventDefault();
      now.clear();
    }
  };
}

function target(event: KeyboardEvent, { activeIndex, rowCount, pageRows }: TableKeys): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return activeIndex + 1;
    case 'ArrowUp':
    case 'k':
    case 'K':
      return Math.max(0, activeIndex - 1);
    case 'PageDown':
      return activeIndex + pageRows();
    case 'PageUp':
      return activeIndex - pageRows();
    case 'Home':
      return 0;
    case 'End':
      return rowCount - 1;
    default:
      return null;
  }
}
