import { rowsOf } from '../../../importers/read/batch.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import { read } from '../../../importers/read/reader.ts';
import { Refusal } from '../../../importers/read/refuse.ts';
import { type DelimitedRecord, type DelimitedShape, delimitedRecords, isCutOff, withLinesApart } from '../frame/delimited-records.ts';
import { bytesOf, type FileHead, type ListFile, textOf } from '../frame/list-file.ts';
import type { ListOutput } from '../frame/list-format.ts';

/** A record below the header. */
export interface TableRow {
  readonly line: number;
  readonly text: string;
  /** Cell by its column's title, however that is written (`Name 6`, `name_6`); empty where the table has no such column. */
  cell(title: string): string;
  /** Titles of all columns, as printed. */
  readonly titles: readonly string[];
  /** Has fewer cells than the header, though text files print every cell. */
  readonly short: boolean;
  /** All cells that are not empty, with key and title of their columns. */
  cells(): readonly (readonly [key: string, text: string, title: string])[];
}

/** Titles of columns compared by letters and digits alone. */
export const columnKey = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Tells a header by the keys of its columns. */
export type IsHeader = (keys: ReadonlySet<string>) => boolean;

/** A header that has all these columns. */
export function withTitles(...titles: readonly string[]): IsHeader {
  const needed = titles.map(columnKey);
  return (keys) => needed.every((key) => keys.has(key));
}

const delimiters = [',', ';', '\t', '|'] as const;
/** Titles stand on one of the first lines: above them may be a date, a name of the list, a notice. */
const headerLines = 12;

/** Whether a head has such a table, and how it is cut. */
function tableDelimiter(head: Pick<FileHead, 'text' | 'kind'>, isHeader: IsHeader): string | null {
  for (const line of head.text.split('\n', headerLines)) {
    for (const delimiter of head.kind === 'workbook' ? (['\t'] as const) : delimiters) {
      if (line.includes(delimiter) && isHeader(new Set(line.split(delimiter).map(columnKey)))) return delimiter;
    }
  }
  return null;
}

/** Whether a head is a table with such a header. */
export const hasTable = (head: FileHead, isHeader: IsHeader): boolean => head.root === null && tableDelimiter(head, isHeader) !== null;

/**
 * Reads a table with a header from delimited text or a sheet. Lines above the header go to `before`. A row with more cells than the header is a reject:
 * its values have shifted. Where a title repeats, the first column of that title counts. Throws a `Refusal` for a file without such a header.
 */
export async function readTable(
  file: ListFile,
  isHeader: IsHeader,
  out: ListOutput,
  limits: ReadLimits,
  take: (row: TableRow) => void,
  before: (cells: readonly string[]) => void = () => undefined,
): Promise<void> {
  let columns: Columns | null = null;
  await eachRecords(file, isHeader, out, limits, (records, shape) => {
    const begin = columns === null ? records.findIndex(({ cells }) => isHeader(new Set(cells.map(columnKey)))) : -1;
    if (columns === null) {
      for (const { cells } of records.slice(0, begin === -1 ? records.length : begin)) before(cells);
      if (begin === -1) return;
      columns = columnsOf(records[begin]?.cells ?? [], isHeader);
      if (columns === null) return;
    }
    const width = columns.keys.length;
    const rows = records.slice(begin + 1);
    for (const record of shape === null ? rows : withLinesApart(rows, shape, width)) {
      const { line, cells, text } = record;
      if (isCutOff(record, width)) out.notice('cutShort', `${file.name}: ${line}`);
      else if (record.brokenQuotes) out.notice('brokenQuotes', `${file.name}: ${line}`);
      if (text.includes('\uFFFD')) out.notice('undecodable', `${file.name}: ${line}`);
      if (cells.slice(columns.keys.length).some((cell) => cell.trim() !== '')) {
        out.reject(file, line, 'columns', text);
        continue;
      }
      if (cells.every((cell) => cell.trim() === '')) continue;
      const { keys, titles, find } = columns;
      take({
        line,
        text,
        titles,
        short: shape !== null && cells.length < width,
        cell: (title) => (cells[find(title)] ?? '').trim(),
        cells: () =>
          keys.map((key, index) => [key, (cells[index] ?? '').trim(), titles[index] ?? ''] as const).filter(([, cell]) => cell !== ''),
      });
    }
  });
  if (columns === null) throw new Refusal('notATable');
}

async function eachRecords(
  file: ListFile,
  isHeader: IsHeader,
  out: ListOutput,
  limits: ReadLimits,
  take: (records: readonly DelimitedRecord[], shape: DelimitedShape | null) => void,
): Promise<void> {
  if (file.sheet === null) {
    const { delimiter, text } = await cutAs(textOf(file, limits, out.onBytes(file)), isHeader);
    const shape = { delimiter, quote: '"' };
    for await (const records of delimitedRecords(text, shape, limits)) {
      take(records, shape);
      await out.room();
    }
    return;
  }
  // The common reader hears no bytes; they are read once more for the hash of the version.
  for await (const piece of bytesOf(file, limits, out.onBytes(file))) void piece;
  const { name, sniffed } = file.sheet;
  const request = { sheet: name, encoding: null, delimiter: null, maxRows: null, batchRows: 500 };
  const outcome = await read(file.path, sniffed, request, limits, async (batch) => {
    const records: DelimitedRecord[] = [];
    for (const { row, cells } of rowsOf(batch)) {
      const texts = cells.map(({ text }) => text);
      records.push({ line: row, cells: texts, text: texts.join('\t'), brokenQuotes: false });
    }
    take(records, null);
    await out.room();
  });
  if (!outcome.ok) throw new Refusal(outcome.error.reason, outcome.error.place, outcome.error.limit);
}

/** Looks at the beginning of a text to see how it is cut, and gives the text from its beginning. */
async function cutAs(pieces: AsyncGenerator<string>, isHeader: IsHeader): Promise<{ delimiter: string; text: AsyncIterable<string> }> {
  let start = '';
  let delimiter: string | null = null;
  while (delimiter === null && start.length < 128 * 1024) {
    const next = await pieces.next();
    if (next.done === true) break;
    start += next.value;
    delimiter = tableDelimiter({ text: start, kind: 'text' }, isHeader);
  }
  if (delimiter === null) throw new Refusal('notATable');
  async function* whole() {
    yield start;
    yield* pieces;
  }
  return { delimiter, text: whole() };
}

interface Columns {
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  /** Index of a column by its title, -1 for none. */
  find(title: string): number;
}

/** The columns of a header; `null` when the record is none. Titles asked for are few, so what they mean is kept. */
function columnsOf(cells: readonly string[], isHeader: IsHeader): Columns | null {
  const keys = cells.map(columnKey);
  if (!isHeader(new Set(keys))) return null;
  const asked = new Map<string, number>();
  return {
    keys,
    titles: cells.map((cell) => cell.trim()),
    find(title) {
      let index = asked.get(title);
      if (index === undefined) {
        const key = columnKey(title);
        index = key === '' ? -1 : keys.indexOf(key);
        asked.set(title, index);
      }
      return index;
    },
  };
}
