import type { LogFile, LogTable } from '../../../../../src-shared/formats/access-log.ts';
import type { CellType } from '../../../../../src-shared/formats/import-file.ts';
import type { BatchBuilder } from '../../../importers/read/batch.ts';
import { readDelimited } from '../../../importers/read/delimited.ts';
import { parseExactJson } from '../../../importers/read/exact-json.ts';
import { createRecordSplitter, isTooDeep, jsonLayout } from '../../../importers/read/json-records.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import type { Notices } from '../../../importers/read/notices.ts';
import { rowPlace } from '../../../importers/read/place.ts';
import { Refusal } from '../../../importers/read/refuse.ts';
import { textChunks } from '../../../importers/read/text-source.ts';
import { readWholeFile, wholeFileFormats } from '../../../importers/read/whole-file.ts';
import { readXlsx } from '../../../importers/read/xlsx.ts';
import { lineReaders } from '../lines/line-formats.ts';
import type { RowTaker } from './row-taker.ts';

export interface LogSourceFile {
  readonly path: string;
  readonly limits: ReadLimits;
  readonly file: LogFile;
  readonly table: LogTable;
  readonly notices: Notices;
  /** Stops after so many rows, for previews; `null` reads all. */
  readonly maxRows: number | null;
  readonly onBytes: (piece: Buffer) => void;
}

/** Lines and records longer than this are not taken apart: patterns over them would take long, and no log has them. */
const longestLine = 256 * 1024;
const sumFormula = /^=\s*(?:SUM|SUBTOTAL|SUMME|TEILERGEBNIS|SOMME|SUMA)\s*\(/i;

/** Reads a file of any kind and hands its rows over. True when it was read to the end. Throws a `Refusal`. */
export async function readLogRows(source: LogSourceFile, taker: RowTaker): Promise<boolean> {
  const { format } = source.file;
  if (format === 'json' || format === 'ndjson') return readRecords(source, taker);
  if (format === 'log') return readLines(source, taker);
  return readTable(source, taker);
}

async function readTable(source: LogSourceFile, taker: RowTaker): Promise<boolean> {
  const { path, limits, file, table, notices, onBytes } = source;
  const request = {
    sheet: table.sheet === '' ? null : table.sheet,
    encoding: table.encoding,
    delimiter: table.delimiter,
    maxRows: source.maxRows,
    batchRows: 1,
    gzip: file.gzip,
  };
  const builder = createRowBuilder(taker);
  const context = { path, request, limits, notices, builder, onBytes, emit: () => taker.send() };
  if (file.format === 'xlsx' || file.format === 'xlsm') return (await readXlsx(context)).complete;
  if (wholeFileFormats.has(file.format)) return (await readWholeFile(context, file.format)).complete;
  const encoding = table.encoding ?? file.encoding ?? 'utf-8';
  return (await readDelimited(context, encoding, table.delimiter ?? file.delimiter ?? ',', file.skipDirective)).complete;
}

/** Gathers the cells of a row and hands the row over; what is sent is up to the taker. */
function createRowBuilder(taker: RowTaker): BatchBuilder<null> {
  let cells: string[] = [];
  let sums = false;
  return {
    cell(text: string, type: CellType, raw?: string) {
      cells.push(text);
      if (type === 'formula' && raw !== undefined && sumFormula.test(raw)) sums = true;
    },
    endRow(row) {
      taker.cells(row, cells, sums);
      cells = [];
      sums = false;
    },
    get rowCount() {
      return taker.full ? 1 : 0;
    },
    weight: 0,
    take: () => null,
  };
}

async function readRecords(source: LogSourceFile, taker: RowTaker): Promise<boolean> {
  const { limits, notices, maxRows } = source;
  let splitter: ReturnType<typeof createRecordSplitter> | null = null;
  let lines: ReturnType<typeof createLineSplitter> | null = null;
  let taken = 0;
  const take = (row: number, text: string) => {
    if (row > limits.rows) throw new Refusal('limitRows', rowPlace(null, row), limits.rows);
    if (maxRows !== null && taken >= maxRows) return;
    taken += 1;
    if (text.includes('\uFFFD')) notices.add('undecodable', rowPlace(null, row));
    const record = parseRecord(text);
    if (record === undefined) taker.broken(row, text);
    else taker.record(row, record, text);
  };
  for await (const chunk of textChunks({ ...source, encoding: encodingOf(source), gzip: source.file.gzip })) {
    if (splitter === null && lines === null) {
      const layout = jsonLayout(chunk);
      if (layout.is === 'sequence' && source.file.format === 'ndjson') lines = createLineSplitter(limits.recordChars);
      else splitter = createRecordSplitter(layout, limits.recordChars);
    }
    splitter?.feed(chunk, (record) => take(record.index, record.text));
    lines?.feed(chunk, (row, line) => {
      if (line.trim() !== '') take(row, line);
    });
    if (taker.full) await taker.send();
    if (maxRows !== null && taken >= maxRows) return false;
  }
  lines?.end((row, line) => {
    if (line.trim() !== '') take(row, line);
  });
  if (splitter?.end() === true) notices.add('cutShort');
  return true;
}

/** `undefined` for text that is no JSON object. */
function parseRecord(text: string): object | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    const value = parseExactJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

async function readLines(source: LogSourceFile, taker: RowTaker): Promise<boolean> {
  const { limits, notices, maxRows, file } = source;
  if (file.lines === null) throw new Refusal('notATable');
  const reader = lineReaders[file.lines];
  const lines = createLineSplitter(limits.recordChars);
  let taken = 0;
  const take = (row: number, line: string) => {
    if (row > limits.rows) throw new Refusal('limitRows', rowPlace(null, row), limits.rows);
    if (line.trim() === '' || (maxRows !== null && taken >= maxRows)) return;
    taken += 1;
    if (line.includes('\uFFFD')) notices.add('undecodable', rowPlace(null, row));
    const cells = line.length > longestLine ? 'broken' : reader.read(line);
    if (cells === 'broken') taker.broken(row, line);
    else if (cells === 'other') taker.other(row);
    else taker.line(row, cells, line);
  };
  for await (const chunk of textChunks({ ...source, encoding: encodingOf(source), gzip: file.gzip })) {
    lines.feed(chunk, take);
    if (taker.full) await taker.send();
    if (maxRows !== null && taken >= maxRows) return false;
  }
  lines.end(take);
  return true;
}

const encodingOf = (source: LogSourceFile) => source.table.encoding ?? source.file.encoding ?? 'utf-8';

/** Cuts text into lines and numbers them. A line beyond the limit is refused: it is no line. */
function createLineSplitter(recordChars: number) {
  let held = '';
  let row = 0;
  return {
    feed(chunk: string, take: (row: number, line: string) => void) {
      let from = 0;
      for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
        row += 1;
        take(row, held === '' ? chunk.slice(from, end) : held + chunk.slice(from, end));
        held = '';
        from = end + 1;
      }
      held += chunk.slice(from);
      if (held.length > recordChars) throw new Refusal('limitRecord', rowPlace(null, row + 1), recordChars);
    },
    end(take: (row: number, line: string) => void) {
      if (held === '') return;
      row += 1;
      take(row, held);
      held = '';
    },
  };
}
