import { type MouseEvent, useCallback, useRef } from 'react';
import type { DataTableProps } from './DataTable.tsx';
import { isSelected, withSelected } from './selection.ts';
import { keysBetween } from './table-rows.ts';

/** What keys and the pointer do to a table. The functions never change, so that rows are not drawn again for them. */
export function useTableActions<Row>(props: DataTableProps<Row>, reveal: (index: number) => void, onMoved: (index: number) => void) {
  const latest = useRef({ props, reveal, onMoved });
  latest.current = { props, reveal, onMoved };
  const anchor = useRef<number | null>(null);

  const activate = useCallback((index: number, show: boolean) => {
    const { rowCount, getRow, onActiveChange } = latest.current.props;
    const to = Math.max(0, Math.min(rowCount - 1, index));
    latest.current.onMoved(to);
    if (show) latest.current.reveal(to);
    const row = getRow(to);
    if (row !== undefined) onActiveChange?.(row, to);
    return to;
  }, []);

  const tick = useCallback((index: number, event: { readonly shiftKey: boolean }) => {
    const { selection, onSelectionChange, getRow, rowKey } = latest.current.props;
    const row = getRow(index);
    if (selection === undefined || onSelectionChange === undefined || row === undefined) return;
    const from = event.shiftKey && anchor.current !== null ? anchor.current : index;
    onSelectionChange(withSelected(selection, keysBetween(from, index, getRow, rowKey), !isSelected(selection, rowKey(row))));
    anchor.current = index;
  }, []);

  const extend = useCallback((before: number, to: number) => {
    const { selection, onSelectionChange, getRow, rowKey } = latest.current.props;
    if (selection === undefined || onSelectionChange === undefined) return;
    anchor.current ??= before;
    onSelectionChange(withSelected(selection, keysBetween(anchor.current, to, getRow, rowKey), true));
  }, []);

  const press = useCallback(
    (index: number, event: MouseEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('a, button, input, select') !== null) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) tick(index, event);
      activate(index, false);
    },
    [activate, tick],
  );

  const open = useCallback((index: number) => {
    const row = latest.current.props.getRow(index);
    if (row !== undefined) latest.current.props.onOpen?.(row);
  }, []);

  return { activate, tick, extend, press, open };
}
