import type { CellType } from '../../../../src-shared/formats/import-file.ts';
import { cellPlace, columnOf, rowPlace } from './place.ts';
import { heavyBatch, type ReadContext } from './reading.ts';
import { Refusal } from './refuse.ts';
import { type NumberLook, serialToIso } from './serial-date.ts';
import { readSheetXml, type SheetListener } from './sheet-xml.ts';
import { readSharedStrings, readStyles, readWorkbook, unescapeControl } from './xlsx-parts.ts';
import type { XmlAttributes } from './xml.ts';
import { openSafeZip } from './zip.ts';

/** Streams one sheet of an XLSX or XLSM workbook. Memory stays at the shared strings plus one batch, whatever the number of rows. */
export async function readXlsx<Batch>(context: ReadContext<Batch>): Promise<{ rows: number; complete: boolean }> {
  const { limits, notices, request, builder } = context;
  const zip = await openSafeZip(context.path, limits);
  try {
    const workbook = await readWorkbook(zip, limits, notices);
    const tables = workbook.sheets.filter((sheet) => sheet.kind === 'table');
    const sheet =
      request.sheet === null
        ? (tables.find((one) => one.visibility === 'visible') ?? tables[0])
        : tables.find((one) => one.name === request.sheet);
    if (sheet === undefined) throw new Refusal(request.sheet === null ? 'noSheets' : 'noSuchSheet', request.sheet);
    const strings = await readSharedStrings(zip, workbook.sharedStringsPart, limits, notices);
    const looks = await readStyles(zip, workbook.stylesPart, limits);
    const progress = { rows: 0 };
    const listener = sheetListener(context, sheet.name, { strings, looks, epoch1904: workbook.epoch1904 }, progress);
    const stopped = () => request.maxRows !== null && progress.rows >= request.maxRows;
    const complete = await readSheetXml(zip.stream(sheet.part), sheet.name, limits, listener, async () => {
      if (builder.rowCount >= request.batchRows || builder.weight > heavyBatch) await context.emit(builder.take());
      return !stopped();
    });
    if (builder.rowCount > 0) await context.emit(builder.take());
    if (progress.rows === 0) notices.add('emptySheet', sheet.name);
    return { rows: progress.rows, complete };
  } finally {
    zip.close();
  }
}

interface CellReading {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly epoch1904: boolean;
}

function sheetListener<Batch>(context: ReadContext<Batch>, sheet: string, reading: CellReading, progress: { rows: number }): SheetListener {
  const { limits, notices, request, builder } = context;
  const texts: string[] = [];
  const types: CellType[] = [];
  const raws: (string | undefined)[] = [];
  let width = 0;
  let row = 0;
  let column = -1;
  let seenRows = 0;
  let style = 0;
  let kind = 'n';
  let value = '';
  let formula = '';
  let hasFormula = false;
  let into: 'value' | 'formula' | 'none' = 'none';
  let inPhonetic = false;

  const openRow = (attributes: XmlAttributes) => {
    seenRows += 1;
    const stated = Number(attributes['r'] ?? Number.NaN);
    row = Number.isInteger(stated) && stated > row ? stated : row + 1;
    if (seenRows > limits.rows || row > 0xffff_fffe) throw new Refusal('limitRows', rowPlace(sheet, row), limits.rows);
    if (attributes['hidden'] === '1') notices.add('hiddenRows', rowPlace(sheet, row));
    width = 0;
    column = -1;
  };

  const closeRow = () => {
    if (width === 0 || (request.maxRows !== null && progress.rows >= request.maxRows)) return;
    for (let at = 0; at < width; at += 1) {
      const type = types[at] ?? 'empty';
      if (type === 'empty') builder.cell('', 'empty');
      else builder.cell(texts[at] ?? '', type, raws[at]);
      types[at] = 'empty';
      raws[at] = undefined;
    }
    builder.endRow(row);
    progress.rows += 1;
  };

  const openCell = (stated: string | undefined, styleText: string | undefined, kindText: string | undefined) => {
    const at = stated === undefined ? -1 : columnOf(stated);
    column = at === -1 ? column + 1 : at;
    style = styleText === undefined ? 0 : Number(styleText);
    kind = kindText ?? 'n';
    value = '';
    formula = '';
    hasFormula = false;
  };

  const put = (text: string, type: CellType, raw: string | undefined) => {
    if (column >= limits.columns) throw new Refusal('limitColumns', cellPlace(sheet, row, column), limits.columns);
    for (; width <= column; width += 1) types[width] = 'empty';
    let kept = text;
    if (kept.length > limits.cellChars) {
      notices.add('cutCells', cellPlace(sheet, row, column));
      kept = kept.slice(0, limits.cellChars);
    }
    texts[column] = kept;
    types[column] = type;
    raws[column] = raw;
  };

  const closeCell = () => {
    if (value === '' && !hasFormula) return;
    const shown = showCell(kind, value, reading.looks[style] ?? 'plain', reading);
    if (hasFormula) {
      notices.add('formulas', cellPlace(sheet, row, column));
      put(shown.text, 'formula', `=${formula.slice(0, 1000)}`);
    } else if (shown.text !== '') {
      if (shown.type === 'error') notices.add('errorCells', cellPlace(sheet, row, column));
      put(shown.text, shown.type, shown.raw);
    }
  };

  return {
    cell(reference, styleText, kindText, text) {
      openCell(reference, styleText, kindText);
      value = text;
      if (value.length > limits.hostileCellChars) throw new Refusal('limitCell', cellPlace(sheet, row, column), limits.cellChars);
      closeCell();
    },
    open(name, attributes) {
      if (name === 'c') openCell(attributes['r'], attributes['s'], attributes['t']);
      else if (name === 'v') into = 'value';
      else if (name === 'row') openRow(attributes);
      else if (name === 't') into = inPhonetic ? 'none' : 'value';
      else if (name === 'f') {
        into = 'formula';
        hasFormula = true;
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'mergeCell') notices.add('mergedCells', `${sheet}!${(attributes['ref'] ?? '').slice(0, 40)}`);
    },
    text(piece) {
      if (into === 'none') return;
      if (into === 'value') value += piece;
      else formula += piece;
      if (value.length > limits.hostileCellChars || formula.length > limits.hostileCellChars)
        throw new Refusal('limitCell', cellPlace(sheet, row, column), limits.cellChars);
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') into = 'none';
      else if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
      else if (name === 'rPh') inPhonetic = false;
    },
  };
}

interface Shown {
  readonly text: string;
  readonly type: CellType;
  readonly raw?: string;
}

function showCell(kind: string, value: string, look: NumberLook, reading: CellReading): Shown {
  switch (kind) {
    case 's': {
      const index = Number(value);
      const text = reading.strings[index];
      return text === undefined ? { text: '#REF!', type: 'error', raw: value.slice(0, 40) } : { text, type: 'text' };
    }
    case 'b':
      return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', type: 'bool' };
    case 'e':
      return { text: value, type: 'error' };
    case 'str':
    case 'inlineStr':
      return { text: unescapeControl(value), type: 'text' };
    case 'd':
      return { text: value, type: 'date' };
    default:
      return showNumber(value, look, reading.epoch1904);
  }
}

/** A stored number the way the sheet means it: a date as ISO with its serial kept, a percentage with its sign, anything else in full. */
export function showNumber(value: string, look: NumberLook, epoch1904: boolean): Shown {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return { text: value, type: 'text' };
  if (look === 'date') {
    const iso = serialToIso(number, epoch1904);
    if (iso !== null) return { text: iso, type: 'date', raw: value };
  }
  if (look === 'percent') return { text: `${Number((number * 100).toPrecision(12))}%`, type: 'number', raw: value };
  return { text: String(number), type: 'number' };
}
