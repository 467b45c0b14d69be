import type { ExportCell, ExportSheet } from './cells.ts';
import { safeText } from './cells.ts';

/**
 * A table as CSV that spreadsheet programs open as it is meant: UTF-8 with a byte-order mark, commas, CRLF, a field quoted
 * where it must be. Text cells are neutralised; numbers are written with a point and without separators.
 */
export function writeCsv(sheet: Pick<ExportSheet, 'columns' | 'rows'>): string {
  const lines = [sheet.columns.map(({ title }) => field(title)), ...sheet.rows.map((row) => row.map(field))];
  return `\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function field(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = safeText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
