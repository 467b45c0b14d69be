import type { z } from 'zod';
import type { AccessMatrix, MatrixCell, MatrixRow } from '../../../../src-shared/contract/access.ts';

export type Cell = z.infer<typeof MatrixCell>;
export type Row = z.infer<typeof MatrixRow>;
export type Column = AccessMatrix['columns'][number];

/** A line of the drawing: the name of a group, or a person. `at` counts people only. */
export type Line =
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'row'; readonly row: Row; readonly at: number; readonly cells: ReadonlyMap<number, Cell> };

/** People in the order given, each group under its name. */
export function linesOf(rows: readonly Row[]): readonly Line[] {
  const lines: Line[] = [];
  let group: string | null = null;
  rows.forEach((row, at) => {
    if (row.group !== group) {
      group = row.group;
      if (group !== '') lines.push({ kind: 'group', name: group });
    }
    lines.push({ kind: 'row', row, at, cells: new Map(row.cells.map((cell) => [cell.column, cell])) });
  });
  return lines;
}

/** A count that fits a cell: `999`, `9k`, `1.2M`. The full number is in the cell's words. */
export function shortCount(events: number, locale: string): string {
  return events < 1000
    ? String(events)
    : events.toLocaleString(locale, { notation: 'compact', maximumFractionDigits: events < 1e6 ? 0 : 1 }).toLowerCase();
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key moves the cursor, or null when the key does not move it. Stays inside. */
export function moved(
  key: string,
  from: Place,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
  ctrl: boolean,
): Place | null {
  const within = (place: Place): Place => ({
    row: Math.max(0, Math.min(size.rows - 1, place.row)),
    column: Math.max(0, Math.min(size.columns - 1, place.column)),
  });
  switch (key) {
    case 'ArrowDown':
      return within({ ...from, row: from.row + 1 });
    case 'ArrowUp':
      return within({ ...from, row: from.row - 1 });
    case 'ArrowRight':
      return within({ ...from, column: from.column + 1 });
    case 'ArrowLeft':
      return within({ ...from, column: from.column - 1 });
    case 'PageDown':
      return within({ ...from, row: from.row + size.page });
    case 'PageUp':
      return within({ ...from, row: from.row - size.page });
    case 'Home':
      return within({ row: ctrl ? 0 : from.row, column: 0 });
    case 'End':
      return within({ row: ctrl ? size.rows - 1 : from.row, column: size.columns - 1 });
    default:
      return null;
  }
}

/** Events of one person or account with one asset, as an address. */
export function eventsOf(row: Row, column: Column): string {
  const who =
    row.personId === null ? `account=${encodeURIComponent(row.account ?? row.name)}` : `person=${encodeURIComponent(row.personId)}`;
  return `/access/events?${who}&asset=${encodeURIComponent(column.assetId)}`;
}
