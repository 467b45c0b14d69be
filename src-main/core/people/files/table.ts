import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Cell, ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { readProblemWords } from '../../../../src-shared/text/read-problem.ts';
import { read, readLimits, rowsOf, sniff } from '../../importers/index.ts';
import { type ColumnNames, missingTitle } from './mapping.ts';
import type { FileFault } from './problems.ts';

export interface TableRow {
  /** As the sheet or file counts, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** The first table of a file: its title row found among the first rows, and everything below that is data. */
export interface FileTable {
  readonly file: string;
  readonly titles: readonly string[];
  readonly rows: readonly TableRow[];
}

const maxJsonBytes = 64 * 1024 * 1024;
const maxRows = 500_000;
const searchRows = 40;

/**
 * Reads a small table some of whose columns somebody named. Errors: those of `readFileTable`, or a title that is named is not there: a slip of the
 * pen would otherwise leave a column unread in silence.
 */
export async function readNamedTable(
  path: string,
  isTitle: (title: string) => boolean,
  columns: ColumnNames = {},
): Promise<Result<FileTable, FileFault>> {
  const table = await readFileTable(path, isTitle);
  const missing = table.ok ? missingTitle(columns, table.value.titles) : null;
  return missing === null ? table : err({ file: basename(path), reason: `no column is called ${missing}, as the mapping has it` });
}

/**
 * Reads a small table whole: CSV, TSV, XLSX, XLS, ODS, JSON (a list, or an object that holds one) or one JSON object a line. Lists and objects
 * inside JSON become text such as `CN since 1992-04-02; US`, so that one reading serves all shapes. `isTitle` says which headings are known.
 */
export async function readFileTable(path: string, isTitle: (title: string) => boolean): Promise<Result<FileTable, FileFault>> {
  const file = basename(path);
  const sniffed = await sniff(path, readLimits);
  if (!sniffed.ok) return err({ file, reason: unreadable(sniffed.error) });
  const { format } = sniffed.value.sniff;
  if (format === 'json' || format === 'ndjson') return readJson(path, file);
  const rows: TableRow[] = [];
  const request = { sheet: null, encoding: null, delimiter: null, maxRows, batchRows: 2000 };
  const outcome = await read(path, sniffed.value, request, readLimits, async (batch) => {
    for (const row of rowsOf(batch)) if (row.cells.some((cell) => cell.text.trim() !== '')) rows.push(row);
  });
  if (!outcome.ok) return err({ file, reason: unreadable(outcome.error) });
  return withTitles(file, rows, isTitle);
}

/** Why it cannot be read, without the full stop, as other faults of a file are said. */
const unreadable = (problem: ReadProblem): string => readProblemWords(problem).replace(/\.$/, '');

/** Title rows, dates of export and merged banners stand above the header: the row with most known headings wins. */
function withTitles(file: string, rows: readonly TableRow[], isTitle: (title: string) => boolean): Result<FileTable, FileFault> {
  let best = { at: -1, known: 0 };
  for (const [at, row] of rows.slice(0, searchRows).entries()) {
    const known = row.cells.filter((cell) => cell.text.trim() !== '' && isTitle(cell.text)).length;
    if (known > best.known) best = { at, known };
  }
  const header = rows[best.at];
  if (header === undefined) return err({ file, reason: 'no row of column titles was found' });
  const titles = header.cells.map((cell) => tidyTitle(cell.text));
  const below = rows.slice(best.at + 1).filter((row) => !isRepeated(row, titles));
  return ok({ file, titles, rows: below });
}

/** A heading without byte order mark, leading apostrophe and doubled blanks. */
function tidyTitle(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '');
}

function isRepeated(row: TableRow, titles: readonly string[]): boolean {
  const filled = row.cells.filter((cell) => cell.text.trim() !== '').length;
  const same = row.cells.filter((cell, at) => cell.text.trim() !== '' && tidyTitle(cell.text) === titles[at]).length;
  return filled > 1 && same / filled >= 0.8;
}

async function readJson(path: string, file: string): Promise<Result<FileTable, FileFault>> {
  const { size } = await stat(path);
  if (size > maxJsonBytes) return err({ file, reason: 'a JSON file of people may have 64 MB at most' });
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  let records: readonly unknown[];
  try {
    records = recordsOf(text);
  } catch (cause) {
    return err({ file, reason: `it is not JSON: ${cause instanceof Error ? cause.message : String(cause)}` });
  }
  const titles: string[] = [];
  const places = new Map<string, number>();
  const rows: TableRow[] = [];
  for (const [at, record] of records.entries()) {
    if (!isObject(record)) return err({ file, reason: `entry ${at + 1} is not an object` });
    const cells: Cell[] = [];
    for (const [title, value] of flatten(record, '')) {
      let place = places.get(title);
      if (place === undefined) {
        place = titles.length;
        places.set(title, place);
        titles.push(title);
      }
      cells[place] = { text: value, type: value === '' ? 'empty' : 'text' };
    }
    rows.push({ row: at + 1, cells: Array.from(titles, (_, place) => cells[place] ?? { text: '', type: 'empty' }) });
  }
  return ok({ file, titles, rows });
}

/** A list, an object that holds one (`people`, `value`, `data` …), a single object, or one object a line. */
function recordsOf(text: string): readonly unknown[] {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (cause) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2) throw cause;
    return lines.map((line): unknown => JSON.parse(line));
  }
  if (Array.isArray(whole)) return whole;
  if (!isObject(whole)) throw new Error('it holds no list of objects');
  const lists = Object.values(whole).filter(
    (value): value is unknown[] => Array.isArray(value) && value.length > 0 && value.every(isObject),
  );
  return Object.values(whole).some((value) => typeof value === 'string') || lists[0] === undefined ? [whole] : lists[0];
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

function flatten(record: JsonObject, above: string): [string, string][] {
  return Object.entries(record).flatMap(([key, value]): [string, string][] => {
    const title = above === '' ? key : `${above} ${key}`;
    if (isObject(value) && countryOf(value) === null) return flatten(value, title);
    return [[title, textOf(value)]];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((part) => part !== '')
      .join('; ');
  if (!isObject(value)) return String(value);
  const country = countryOf(value);
  if (country === null)
    return Object.values(value)
      .map(textOf)
      .filter((part) => part !== '')
      .join(' ');
  const since = value['since'] ?? value['from'] ?? value['date'] ?? value['acquired'];
  const kind = value['type'] ?? value['kind'] ?? value['status'];
  return [textOf(kind), country, since === undefined || since === null ? '' : `since ${textOf(since)}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** `{ "country": "CN", "since": … }` is one tie, not an object to take apart. */
function countryOf(value: JsonObject): string | null {
  const only = Object.keys(value).every((key) =>
    ['country', 'code', 'iso2', 'since', 'from', 'date', 'acquired', 'type', 'kind', 'status', 'source'].includes(key),
  );
  const country = value['country'] ?? value['code'] ?? value['iso2'];
  return only && typeof country === 'string' ? country : null;
}
