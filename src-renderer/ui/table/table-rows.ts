import type { TableLayout } from './columns.ts';
import { isSelected, type Selection, selectedCount } from './selection.ts';

/** The active row's place: where the cursor was, unless the list was sorted or filtered under it. */
export function indexOfActive<Row>(
  key: string | null,
  cursor: number,
  shown: readonly number[],
  getRow: (index: number) => Row | undefined,
  rowKey: (row: Row) => string,
): number {
  const is = (index: number) => {
    const row = getRow(index);
    return row !== undefined && rowKey(row) === key;
  };
  if (key === null) return cursor;
  return is(cursor) ? cursor : (shown.find(is) ?? -1);
}

/** Keys of the loaded rows from one place to another, both included. */
export function keysBetween<Row>(
  from: number,
  to: number,
  getRow: (index: number) => Row | undefined,
  rowKey: (row: Row) => string,
): readonly string[] {
  const keys: string[] = [];
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = getRow(index);
    if (row !== undefined) keys.push(rowKey(row));
  }
  return keys;
}

/** The rows a copy takes: the selected ones that are loaded, else the active one. */
export function copied<Row>(
  selection: Selection | undefined,
  active: number,
  count: number,
  getRow: (index: number) => Row | undefined,
  rowKey: (row: Row) => string,
): readonly Row[] {
  const rows: Row[] = [];
  if (selection !== undefined && selectedCount(selection, count) > 0) {
    for (let index = 0; index < count; index += 1) {
      const row = getRow(index);
      if (row !== undefined && isSelected(selection, rowKey(row))) rows.push(row);
    }
    return rows;
  }
  const row = getRow(active);
  return row === undefined ? [] : [row];
}

/** Rows as tab-separated text with their headings, for a spreadsheet; null when there are none. */
export function asTabs<Row>(layout: TableLayout<Row>, rows: readonly Row[]): string | null {
  if (rows.length === 0) return null;
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [
    line(layout.shown.map(({ column }) => column.header)),
    ...rows.map((row) => line(layout.shown.map(({ column }) => column.text(row)))),
  ].join('\n');
}

/** Whether the text of a cell is cut off. */
export function isCut(scroller: HTMLElement | null, rowId: string, place: number): boolean {
  const cell = scroller?.querySelector(`#${CSS.escape(rowId)}`)?.children[place]?.firstElementChild;
  return cell instanceof HTMLElement && cell.scrollWidth > cell.clientWidth;
}
