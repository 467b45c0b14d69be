import type { LogFile, LogTable } from '../../../../src-shared/formats/access-log.ts';
import type { Cell, SheetInfo } from '../../../../src-shared/formats/import-file.ts';
import { guessHeader, headerTitles } from '../../importers/map/header.ts';
import type { ReadRow } from '../../importers/read/batch.ts';
import { recordCells } from '../../importers/read/json-cells.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { createNotices } from '../../importers/read/notices.ts';
import { lineReaders } from './lines/line-formats.ts';
import type { LogPreview } from './messages.ts';
import { logSchema } from './propose/log-schema.ts';
import { readLogRows } from './rows/log-rows.ts';
import { sniffLog } from './sniff-log.ts';

/** Columns of records shown and proposed from at most; records of some products have thousands of paths. */
const mostColumns = 2000;

/**
 * Tells what a file is and takes its first rows. Without `table` the sheet with the most rows and the likeliest header row are chosen. Throws a `Refusal`.
 */
export async function previewLog(path: string, limits: ReadLimits, table: LogTable | null, maxRows: number): Promise<LogPreview> {
  const file = await sniffLog(path, limits);
  if (table !== null) return take(path, limits, file, table, maxRows);
  const [first, ...others] = candidates(file.sheets);
  let best = await take(path, limits, file, plainTable(first ?? null), maxRows);
  // A cover sheet may come first: the sheet that looks most like a log is taken.
  for (const sheet of others.slice(0, 4)) {
    const other = await take(path, limits, file, plainTable(sheet), maxRows);
    if (score(other) > score(best)) best = other;
  }
  return best;
}

const plainTable = (sheet: string | null): LogTable => ({ sheet, encoding: null, delimiter: null, headerRow: null, headerRows: 1 });

function candidates(sheets: readonly SheetInfo[]): readonly string[] {
  const tables = sheets.filter((sheet) => sheet.kind === 'table');
  const visible = tables.filter((sheet) => sheet.visibility === 'visible');
  return (visible.length > 0 ? visible : tables).map((sheet) => sheet.name).filter((name) => name !== '');
}

const score = (preview: LogPreview) =>
  (preview.table.headerRow === null ? 0 : 1000) + Math.min(preview.rows.length, 500) + Math.min(preview.titles.length, 50);

async function take(path: string, limits: ReadLimits, file: LogFile, wanted: LogTable, maxRows: number): Promise<LogPreview> {
  const notices = createNotices();
  const rows: { row: number; cells: readonly string[] }[] = [];
  const columns = new Map<string, number>();
  const add = (row: number, cells: readonly string[]) => {
    if (rows.length < maxRows) rows.push({ row, cells });
  };
  const source = { path, limits, file, table: wanted, notices, maxRows, onBytes: () => undefined };
  const complete = await readLogRows(source, {
    cells: add,
    record: (row, record) => add(row, recordCells(record, columns, mostColumns)),
    line: add,
    broken: (row, text) => add(row, [text.slice(0, 2000)]),
    other: () => undefined,
    full: false,
    send: async () => undefined,
  });
  const seen = { ...file, notices: [...file.notices, ...notices.list()] };
  if (file.format === 'json' || file.format === 'ndjson') return { file: seen, table: wanted, titles: [...columns.keys()], rows, complete };
  if (file.lines !== null) return { file: seen, table: wanted, titles: lineReaders[file.lines].titles, rows, complete };
  const chosen = wanted.headerRow === null ? withHeader(wanted, rows) : wanted;
  return { file: seen, table: chosen, titles: titlesOf(chosen, rows), rows, complete };
}

const asRows = (rows: LogPreview['rows']): ReadRow[] =>
  rows.map(({ row, cells }) => ({ row, cells: cells.map((text): Cell => ({ text, type: text === '' ? 'empty' : 'text' })) }));

function withHeader(table: LogTable, rows: LogPreview['rows']): LogTable {
  const guess = guessHeader(asRows(rows.slice(0, 80)), logSchema);
  return { ...table, headerRow: guess.row, headerRows: guess.rows };
}

/** Titles of a table; one that comes twice carries `(2)` the second time. */
function titlesOf(table: LogTable, rows: LogPreview['rows']): readonly string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const { headerRow, headerRows } = table;
  const header = headerRow === null ? [] : rows.filter((row) => row.row >= headerRow && row.row < headerRow + headerRows);
  const seen = new Map<string, number>();
  return headerTitles(asRows(header), width).map((title, column) => {
    const named = title === '' ? `#${column + 1}` : title;
    const times = (seen.get(named) ?? 0) + 1;
    seen.set(named, times);
    return times === 1 ? named : `${named} (${times})`;
  });
}
