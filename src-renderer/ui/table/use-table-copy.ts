import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts rows on the clipboard when a copy happens while the table has the focus and no text is selected. The event goes to
 * the document's body then, not to the focused element, so it is caught there.
 */
export function useTableCopy(table: RefObject<HTMLElement | null>, rowsAsText: () => string | null): void {
  const latest = useRef(rowsAsText);
  latest.current = rowsAsText;
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const hasFocus = table.current?.contains(document.activeElement) === true;
      const text = hasFocus && (window.getSelection()?.isCollapsed ?? true) ? latest.current() : null;
      if (text === null || event.clipboardData === null) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [table]);
}
