import type { Said } from '../../../../src-shared/contract/imports.ts';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import type { TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import type { ReadRow } from '../read/batch.ts';
import { aliasIndex } from './alias.ts';
import { plainText, withoutUnit } from './normal.ts';
import { readNumber } from './number.ts';

export interface HeaderGuess {
  /** Row number of the first header row; `null` when no row looks like one. */
  readonly row: number | null;
  readonly rows: 1 | 2;
  readonly because: Said;
}

const searchRows = 40;

/**
 * Finds the row with the column titles: short, distinct words over most of the table's width, known field names among them, and rows of another kind
 * below. Banners (a title, a date of export, a merged line) have too few cells; a group row above the names is joined to them.
 */
export function guessHeader(rows: readonly ReadRow[], schema: TargetSchema): HeaderGuess {
  const width = usualWidth(rows);
  const names = aliasIndex(schema);
  let best: { index: number; score: number; known: number } | null = null;
  for (const [index, row] of rows.slice(0, searchRows).entries()) {
    const { score, known } = headerScore(row.cells, rows.slice(index + 1, index + 30), width, names);
    if (score > (best?.score ?? 0.45) + 0.02) best = { index, score, known };
  }
  const found = best === null ? undefined : rows[best.index];
  if (best === null || found === undefined) return { row: null, rows: 1, because: { key: 'imports.header.none', params: {} } };
  const above = best.index > 0 ? rows[best.index - 1] : undefined;
  const grouped = above !== undefined && above.row === found.row - 1 && isGroupRow(above.cells, found.cells);
  return {
    row: grouped ? above.row : found.row,
    rows: grouped ? 2 : 1,
    because:
      best.known > 0
        ? { key: 'imports.header.known', params: { count: best.known, row: found.row } }
        : { key: 'imports.header.looks', params: { row: found.row } },
  };
}

/** Titles of the columns; two header rows become `Network / source IP`, the group's title running on over the columns it spans. */
export function headerTitles(header: readonly ReadRow[], width: number): readonly string[] {
  const [first, second] = header;
  if (first === undefined) return Array.from({ length: width }, () => '');
  const tidy = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\p{Cf}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'/, '')
      .slice(0, 400);
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const top = tidy(first.cells[column]?.text ?? '');
    if (second === undefined) return top;
    if (top !== '') group = top;
    const name = tidy(second.cells[column]?.text ?? '');
    if (name === '') return top;
    return group === '' || plainText(group) === plainText(name) ? name : `${group} / ${name}`.slice(0, 400);
  });
}

/** Number of columns that most rows reach. */
export function usualWidth(rows: readonly ReadRow[]): number {
  const widths = rows.map((row) => filled(row.cells)).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.75)] ?? 0;
}

const filled = (cells: readonly Cell[]) => cells.reduce((count, cell) => count + (cell.text.trim() === '' ? 0 : 1), 0);

function headerScore(
  cells: readonly Cell[],
  below: readonly ReadRow[],
  width: number,
  names: ReturnType<typeof aliasIndex>,
): { score: number; known: number } {
  const texts = cells.filter((cell) => cell.text.trim() !== '');
  if (texts.length === 0 || width === 0) return { score: 0, known: 0 };
  const share = Math.min(1, texts.length / width);
  if (texts.length === 1 && width > 2) return { score: 0, known: 0 };
  const words =
    texts.filter((cell) => cell.type === 'text' && cell.text.length <= 60 && readNumber(cell.text, undefined, '.').is !== 'number').length /
    texts.length;
  const distinct = new Set(texts.map((cell) => plainText(cell.text))).size / texts.length;
  const known = texts.filter((cell) => names.find(cell.text) !== null || names.find(withoutUnit(cell.text)) !== null).length;
  const contrast = differsBelow(cells, below);
  const score =
    words * (0.25 * share + 0.15 * distinct + 0.15 * contrast + 0.15) + 0.45 * Math.min(1, known / Math.max(2, texts.length * 0.5));
  return { score: share < 0.4 && known < 2 ? score * 0.4 : score, known };
}

/** Share of columns whose values below repeat no title and are more often numbers or dates than the title is. */
function differsBelow(cells: readonly Cell[], below: readonly ReadRow[]): number {
  let differing = 0;
  let columns = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell.text.trim() === '') continue;
    const values = below.map((row) => row.cells[column]).filter((one): one is Cell => one !== undefined && one.text.trim() !== '');
    if (values.length === 0) continue;
    columns += 1;
    const data = values.filter(
      (one) => one.type === 'number' || one.type === 'date' || one.type === 'bool' || /^[\d.,~<>]/.test(one.text),
    ).length;
    if (data / values.length > 0.5 || new Set(values.map((one) => one.text)).size < values.length / 2) differing += 1;
  }
  return columns === 0 ? 0 : differing / columns;
}

/** A row of group titles: each spans two columns or more, or stands over a column without a name of its own. A banner's stray words do not. */
function isGroupRow(above: readonly Cell[], header: readonly Cell[]): boolean {
  const groups = filled(above);
  if (groups < 2 || groups >= filled(header)) return false;
  return above.every((cell, column) => {
    if (cell.text.trim() === '') return true;
    const spans = column + 1 < header.length && (above[column + 1]?.text ?? '').trim() === '';
    return cell.type === 'text' && cell.text.length <= 40 && (spans || (header[column]?.text ?? '').trim() === '');
  });
}

export type RowRole = 'data' | 'repeatedHeader' | 'totals' | 'blank';

const totalsWord =
  /^(?:grand\s+|sub-?\s*)?(?:totals?|sum|summe|gesamt|gesamtsumme|zwischensumme|somme|total général|totale|totaal|итого|合计|合計|总计)\b/iu;
const footerWord = /^(?:generated|exported|created|printed|erstellt|exportiert|stand|as of|page|seite)\b.{0,80}$/i;

/** What a row below the header is: data, the header over again, a totals line, or blank. */
export function rowRole(cells: readonly Cell[], titles: readonly string[]): RowRole {
  const texts = cells.map((cell) => cell.text.trim());
  const present = texts.filter((text) => text !== '');
  if (present.length === 0) return 'blank';
  const repeated = texts.filter((text, column) => text !== '' && plainText(text) === plainText(titles[column] ?? '')).length;
  if (present.length > 1 && repeated / present.length >= 0.8) return 'repeatedHeader';
  const first = present[0] ?? '';
  const sums = cells.some((cell) => cell.raw !== undefined && /^=\s*(?:SUM|SUBTOTAL|SUMME|TEILERGEBNIS)\s*\(/i.test(cell.raw));
  if (totalsWord.test(first) && (sums || present.length <= Math.max(2, titles.filter((title) => title !== '').length * 0.5)))
    return 'totals';
  if (sums && present.length <= 3) return 'totals';
  return present.length === 1 && titles.length > 2 && footerWord.test(first) ? 'totals' : 'data';
}
