import type { ReadLimits } from '../../../importers/read/limits.ts';
import { Refusal } from '../../../importers/read/refuse.ts';
import { type DelimitedShape, delimitedRecords } from '../frame/delimited-records.ts';
import { type FileHead, type ListFile, textOf } from '../frame/list-file.ts';
import type { ListOutput } from '../frame/list-format.ts';

/** A record below the header. */
export interface TableRow {
  readonly line: number;
  readonly text: string;
  /** Cell by its column's title, however that is written (`Name 6`, `name_6`); empty where the table has no such column. */
  cell(title: string): string;
}

/** Titles of columns compared by letters and digits alone. */
const columnKey = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a head begins with a table that has all these columns, on one of its first lines. Answers how the table is cut. */
export function tableWith(head: FileHead, titles: readonly string[]): DelimitedShape | null {
  if (head.kind !== 'text' || head.root !== null) return null;
  for (const line of head.text.split('\n', 4)) {
    for (const delimiter of [',', ';', '\t', '|']) {
      if (!line.includes(delimiter)) continue;
      const keys = new Set(line.split(delimiter).map((cell) => columnKey(cell)));
      if (titles.every((title) => keys.has(columnKey(title)))) return { delimiter, quote: '"' };
    }
  }
  return null;
}

/**
 * Reads a delimited table with a header. Lines above the header go to `before`. A row with more cells than the header is a reject: its values have
 * shifted. Where a title repeats, the first column of that title counts.
 */
export async function readTable(
  file: ListFile,
  shape: DelimitedShape,
  titles: readonly string[],
  out: ListOutput,
  limits: ReadLimits,
  take: (row: TableRow) => void,
  before: (cells: readonly string[]) => void = () => undefined,
): Promise<void> {
  const needed = titles.map(columnKey);
  let columns: ((title: string) => number) | null = null;
  let width = 0;
  for await (const records of delimitedRecords(textOf(file, limits, out.onBytes(file)), shape, limits)) {
    for (const { line, cells, text, brokenQuotes } of records) {
      if (columns === null) {
        columns = columnsOf(cells, needed);
        width = cells.length;
        if (columns === null) before(cells);
        continue;
      }
      if (brokenQuotes) out.notice('brokenQuotes', `${file.name}:${line}`);
      if (text.includes('\uFFFD')) out.notice('undecodable', `${file.name}:${line}`);
      if (cells.slice(width).some((cell) => cell.trim() !== '')) {
        out.reject(file, line, 'columns', text);
        continue;
      }
      const places = columns;
      take({ line, text, cell: (title) => (cells[places(title)] ?? '').trim() });
    }
    await out.room();
  }
  if (columns === null) throw new Refusal('notATable');
}

/** Finds a column by its title, -1 for none; `null` when the record is not the header. Titles asked for are few, so what they mean is kept. */
function columnsOf(cells: readonly string[], needed: readonly string[]): ((title: string) => number) | null {
  const columns = new Map<string, number>();
  cells.forEach((cell, index) => {
    const key = columnKey(cell);
    if (key !== '' && !columns.has(key)) columns.set(key, index);
  });
  if (!needed.every((key) => columns.has(key))) return null;
  const asked = new Map<string, number>();
  return (title) => {
    let index = asked.get(title);
    if (index === undefined) {
      index = columns.get(columnKey(title)) ?? -1;
      asked.set(title, index);
    }
    return index;
  };
}
