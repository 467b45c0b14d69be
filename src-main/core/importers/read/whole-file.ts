import { readFile, stat } from 'node:fs/promises';
import type { CellObject, WorkBook, WorkSheet } from 'xlsx';
import type { CellType, FileFormat, SheetInfo } from '../../../../src-shared/formats/import-file.ts';
import type { ReadLimits } from './limits.ts';
import type { Notices } from './notices.ts';
import { cellPlace, rowPlace } from './place.ts';
import { heavyBatch, type ReadContext } from './reading.ts';
import { Refusal } from './refuse.ts';
import { numberLook } from './serial-date.ts';
import { showNumber } from './xlsx.ts';
import { readXml } from './xml.ts';
import { openSafeZip } from './zip.ts';

/** Formats that can only be read whole, so they get tighter limits: XLS, XLSB, ODS, XML 2003 and HTML tables. */
export const wholeFileFormats: ReadonlySet<FileFormat> = new Set(['xls', 'xlsb', 'ods', 'xml2003', 'html']);

/** Lists the sheets of a whole-file format. */
export async function listWholeFileSheets(
  path: string,
  format: FileFormat,
  limits: ReadLimits,
  notices: Notices,
): Promise<readonly SheetInfo[]> {
  const { book, hiddenNames } = await load(path, format, limits, { sheetRows: 1 });
  checkSheetCount(book, limits);
  const sheets = book.SheetNames.map((name, index): SheetInfo => {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const visibility = hidden === 2 ? 'veryHidden' : hidden === 1 || hiddenNames.has(name) ? 'hidden' : 'visible';
    return { name: name.slice(0, 255), visibility, kind: 'table', rowEstimate: null };
  });
  const hiddenOnes = sheets.filter((sheet) => sheet.visibility !== 'visible');
  if (hiddenOnes.length > 0) notices.add('hiddenSheets', hiddenOnes.map((sheet) => sheet.name).join(', '), hiddenOnes.length);
  return sheets;
}

/** Reads one sheet of a whole-file format and hands it on in batches. */
export async function readWholeFile<Batch>(context: ReadContext<Batch>, format: FileFormat): Promise<{ rows: number; complete: boolean }> {
  const { limits, notices, request, builder } = context;
  const { book } = await load(context.path, format, limits, {
    // One more than wanted tells whether there is more; formulas come as text, never evaluated.
    sheetRows: Math.min(limits.rows, request.maxRows === null ? limits.rows : Math.max(request.maxRows * 3, 1000)) + 1,
    ...(request.sheet === null || format === 'html' ? {} : { sheets: request.sheet }),
  });
  checkSheetCount(book, limits);
  const name = request.sheet ?? book.SheetNames[0];
  const sheet = name === undefined || !Object.hasOwn(book.Sheets, name) ? undefined : book.Sheets[name];
  if (name === undefined) throw new Refusal('noSheets');
  if (sheet === undefined) throw new Refusal('noSuchSheet', name);

  const epoch1904 = book.Workbook?.WBProps?.date1904 === true;
  let rows = 0;
  for (const [row, cells] of rowsOfSheet(sheet)) {
    if (row > limits.rows) throw new Refusal('limitRows', rowPlace(name, row), limits.rows);
    const width = usedWidth(cells);
    if (width === 0) continue;
    if (width > limits.columns) throw new Refusal('limitColumns', cellPlace(name, row, width - 1), limits.columns);
    if (request.maxRows !== null && rows >= request.maxRows) return finish(false);
    for (let column = 0; column < width; column += 1) addCell(cells[column], name, row, column);
    builder.endRow(row);
    rows += 1;
    if (builder.rowCount >= request.batchRows || builder.weight > heavyBatch) await context.emit(builder.take());
  }
  const merges = sheet['!merges']?.length ?? 0;
  if (merges > 0) notices.add('mergedCells', name, merges);
  if (rows === 0) notices.add('emptySheet', name);
  return finish(true);

  async function finish(complete: boolean) {
    if (builder.rowCount > 0) await context.emit(builder.take());
    return { rows, complete };
  }

  function addCell(cell: CellObject | undefined, sheetName: string, row: number, column: number) {
    const shown = showCell(cell, epoch1904);
    let text = shown.text;
    if (text.length > limits.cellChars) {
      notices.add('cutCells', cellPlace(sheetName, row, column));
      text = text.slice(0, limits.cellChars);
    }
    if (shown.type === 'formula') notices.add('formulas', cellPlace(sheetName, row, column));
    if (shown.type === 'error') notices.add('errorCells', cellPlace(sheetName, row, column));
    builder.cell(text, shown.type, shown.raw);
  }
}

interface Loaded {
  readonly book: WorkBook;
  /** Sheets that an OpenDocument file hides by their style, which the library does not look at. */
  readonly hiddenNames: ReadonlySet<string>;
}

async function load(path: string, format: FileFormat, limits: ReadLimits, options: object): Promise<Loaded> {
  const { size } = await stat(path);
  if (size > limits.wholeFileBytes) throw new Refusal('limitOldFormat', null, limits.wholeFileBytes);
  const hiddenNames = format === 'ods' || format === 'xlsb' ? await checkArchive(path, format, limits) : new Set<string>();
  const bytes = await readFile(path);
  if (format === 'xml2003' && /<!DOCTYPE|<!ENTITY/i.test(bytes.toString('latin1'))) throw new Refusal('doctype');
  const library = await import('xlsx');
  // Old workbooks name their code page; without the tables only western ones can be read.
  if (format === 'xls') library.set_cptable(await import('xlsx/dist/cpexcel.full.mjs'));
  try {
    const book = library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellHTML: false,
      cellText: true,
      raw: true,
      bookVBA: false,
      ...options,
    });
    return { book, hiddenNames };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const message = cause instanceof Error ? cause.message : '';
    throw new Refusal(/password|encrypt/i.test(message) ? 'encrypted' : 'damaged');
  }
}

/** Unpacks a zip-based format once, counting, before the library unpacks it again without counting; looks at repeats that would blow up a table. */
async function checkArchive(path: string, format: FileFormat, limits: ReadLimits): Promise<ReadonlySet<string>> {
  const tight: ReadLimits = { ...limits, unpackedBytes: limits.wholeUnpackedBytes };
  const zip = await openSafeZip(path, tight);
  let hiddenNames: ReadonlySet<string> = new Set();
  try {
    for (const name of zip.names) {
      if (format === 'ods' && name === 'content.xml') hiddenNames = await checkOdsTable(zip.stream(name), tight);
      else if (/\.xml$|\.rels$/i.test(name)) await readXml(zip.stream(name), name, tight, {});
      else for await (const chunk of zip.stream(name)) void chunk.length;
    }
    return hiddenNames;
  } finally {
    zip.close();
  }
}

/** OpenDocument writes runs of equal cells and rows as one with a count; a small file can so claim billions of filled cells. Answers the names of hidden sheets. */
async function checkOdsTable(bytes: AsyncIterable<Buffer>, limits: ReadLimits): Promise<ReadonlySet<string>> {
  const hiddenNames = new Set<string>();
  const hidingStyles = new Set<string>();
  let styleName = '';
  let sheets = 0;
  let rows = 0;
  let rowRepeat = 1;
  let column = 0;
  let filledTo = 0;
  let cellRepeat = 1;
  let cells = 0;
  const repeat = (text: string | undefined) => Math.max(1, Math.trunc(Number(text ?? 1)) || 1);
  await readXml(bytes, 'content.xml', limits, {
    open(name, attributes) {
      if (name === 'table' && ++sheets > limits.sheets) throw new Refusal('limitSheets', null, limits.sheets);
      if (name === 'style') styleName = attributes['style:name'] ?? '';
      if (name === 'table-properties' && attributes['table:display'] === 'false') hidingStyles.add(styleName);
      if (name === 'table') {
        rows = 0;
        if (hidingStyles.has(attributes['table:style-name'] ?? '')) hiddenNames.add(attributes['table:name'] ?? '');
      }
      if (name === 'table-row') {
        rowRepeat = repeat(attributes['table:number-rows-repeated']);
        column = 0;
        filledTo = 0;
      }
      if (name === 'table-cell' || name === 'covered-table-cell') {
        cellRepeat = repeat(attributes['table:number-columns-repeated']);
        column += cellRepeat;
        if (attributes['office:value-type'] !== undefined) filledTo = column;
      }
      if (name === 'p') filledTo = column;
      if (filledTo > limits.columns) throw new Refusal('limitColumns', rowPlace(null, rows + 1), limits.columns);
    },
    close(name) {
      if (name !== 'table-row' || filledTo === 0) return;
      rows += rowRepeat;
      cells += rowRepeat * filledTo;
      if (rows > limits.rows) throw new Refusal('limitRows', null, limits.rows);
      if (cells > 4_000_000) throw new Refusal('limitOldFormat', rowPlace(null, rows), 4_000_000);
    },
  });
  return hiddenNames;
}

function checkSheetCount(book: WorkBook, limits: ReadLimits): void {
  if (book.SheetNames.length > limits.sheets) throw new Refusal('limitSheets', null, limits.sheets);
  if (book.SheetNames.length === 0) throw new Refusal('noSheets');
}

function* rowsOfSheet(sheet: WorkSheet): Generator<[number, ReadonlyArray<CellObject | undefined>]> {
  const rows = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  for (let index = 0; index < rows.length; index += 1) {
    const cells = rows[index];
    if (cells !== undefined) yield [index + 1, cells];
  }
}

function usedWidth(cells: ReadonlyArray<CellObject | undefined>): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1])) width -= 1;
  return width;
}

function isBlank(cell: CellObject | undefined): boolean {
  return cell === undefined || (cell.f === undefined && (cell.t === 'z' || cell.v === undefined || cell.v === ''));
}

function showCell(cell: CellObject | undefined, epoch1904: boolean): { text: string; type: CellType; raw?: string } {
  if (cell === undefined || isBlank(cell)) return { text: '', type: 'empty' };
  const shown = showValue(cell, epoch1904);
  return cell.f === undefined ? shown : { text: shown.text, type: 'formula', raw: `=${cell.f.slice(0, 1000)}` };
}

function showValue(cell: CellObject, epoch1904: boolean): { text: string; type: CellType; raw?: string } {
  switch (cell.t) {
    case 'n':
      return showNumber(String(cell.v), typeof cell.z === 'string' ? numberLook(0, cell.z) : 'plain', epoch1904);
    case 'b':
      return { text: cell.v === true ? 'TRUE' : 'FALSE', type: 'bool' };
    case 'e':
      return { text: cell.w ?? '#ERROR!', type: 'error' };
    case 'd':
      return { text: cell.v instanceof Date ? cell.v.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, '') : String(cell.v), type: 'date' };
    default:
      return { text: String(cell.v ?? ''), type: 'text' };
  }
}
