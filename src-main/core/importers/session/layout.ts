import type { Said } from '../../../../src-shared/contract/imports.ts';
import type { SheetInfo } from '../../../../src-shared/formats/import-file.ts';
import type { TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { type ColumnSample, guessColumns } from '../map/guess.ts';
import { guessHeader, headerTitles, rowRole, usualWidth } from '../map/header.ts';
import type { ReadRow } from '../read/batch.ts';
import { headerFingerprint, type SessionState } from './state.ts';

/** Rows looked at for guesses; the screen says so. */
export const sampledRows = 2000;

/** Sheets to choose the first one from: visible tables, else hidden ones; the longest first where sheets say how long they are. */
export function candidateSheets(sheets: readonly SheetInfo[]): readonly SheetInfo[] {
  const tables = sheets.filter((sheet) => sheet.kind === 'table');
  const visible = tables.filter((sheet) => sheet.visibility === 'visible');
  return [...(visible.length > 0 ? visible : tables)].sort((a, b) => (b.rowEstimate ?? 0) - (a.rowEstimate ?? 0));
}

/** How much the first rows of a sheet look like the table we want: titles we know count most, then rows and width. A cover sheet scores low. */
export function sheetScore(rows: readonly ReadRow[], schema: TargetSchema): number {
  const guess = guessHeader(rows, schema);
  const known = Number(guess.because.params['count'] ?? 0);
  return known * 100 + (guess.row === null ? 0 : 20) + Math.min(rows.length, 50) + usualWidth(rows);
}

/** Proposes the header row and says why. */
export function proposeHeader(state: SessionState, rows: readonly ReadRow[], schema: TargetSchema): SessionState {
  const guess = guessHeader(rows, schema);
  return withHeader(
    { ...state, table: { ...state.table, headerRow: guess.row, headerRows: guess.rows }, tableReason: guess.because },
    rows,
    schema,
  );
}

/** Takes the titles from the chosen header row and guesses the columns anew. Columns mapped before keep their field by title. */
export function withHeader(state: SessionState, rows: readonly ReadRow[], schema: TargetSchema): SessionState {
  const { headerRow, headerRows } = state.table;
  const header = headerRow === null ? [] : rows.filter((row) => row.row >= headerRow && row.row < headerRow + headerRows);
  const body = bodyRows(state, rows);
  const width = Math.max(0, ...header.map((row) => row.cells.length), ...body.map((row) => row.cells.length));
  const titles = headerTitles(header, width);
  const guesses = guessColumns(columnSamples(titles, body), schema);
  const mapping = guesses.map((guess) => guess.fieldId);
  const sameLayout = headerFingerprint(titles) === headerFingerprint(state.titles) && state.mapping.length === mapping.length;
  return {
    ...state,
    titles: [...titles],
    guesses: guesses.map((guess) => ({ ...guess, because: [...guess.because] as Said[] })),
    mapping: sameLayout ? state.mapping : mapping,
    checked: null,
  };
}

/** Rows below the header. */
export function bodyRows(state: SessionState, rows: readonly ReadRow[]): readonly ReadRow[] {
  const { headerRow, headerRows } = state.table;
  return headerRow === null ? rows : rows.filter((row) => row.row >= headerRow + headerRows);
}

/** Cells of each column over the sampled rows; repeated headers and totals say nothing about a column. */
export function columnSamples(titles: readonly string[], body: readonly ReadRow[]): readonly ColumnSample[] {
  const data = body.filter((row) => rowRole(row.cells, titles) === 'data');
  return titles.map((header, column) => ({
    column,
    header,
    cells: data.map((row) => row.cells[column] ?? { text: '', type: 'empty' as const }),
  }));
}
