import type { ExportCell, ExportColumn, ExportSheet } from './cells.ts';
import { safeText } from './cells.ts';
import { xml } from './xml.ts';
import { packZip } from './zip.ts';

/** Rows a worksheet can hold, header included. */
export const SHEET_ROWS = 1_048_576;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a workbook: header row bold and frozen, a filter on it, column widths as given, text wrapped. Text is stored as
 * text and neutralised, numbers as numbers; there are no formulas, links or macros in it. The same sheets give the same bytes.
 *
 * Errors: throws without a sheet, since no program opens such a workbook.
 */
export async function writeXlsx(sheets: readonly ExportSheet[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('A workbook needs a sheet');
  const names = sheetNames(sheets.map(({ name }) => name));
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  return packZip([
    {
      name: '[Content_Types].xml',
      content: [
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
        override('/xl/workbook.xml', 'sheet.main'),
        override('/xl/styles.xml', 'styles'),
        ...sheets.map((_sheet, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet')),
        '</Types>',
      ],
    },
    {
      name: '_rels/.rels',
      content: [
        `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    { name: 'xl/workbook.xml', content: [workbookXml(names, sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        `${XML}<Relationships xmlns="${PACKAGE}/relationships">`,
        ...names.map(
          (_name, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        ),
        `<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      ],
    },
    { name: 'xl/styles.xml', content: [STYLES] },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
  ]);
}

/** Style 0: wrapped text at the top of the cell. Style 1: the header. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEBEEF2"/></patternFill></fill></fills>' +
  '<borders count="2"><border/><border><bottom style="thin"><color rgb="FF808A98"/></bottom></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">' +
  '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '</cellXfs></styleSheet>';

function workbookXml(names: readonly string[], sheets: readonly ExportSheet[]): string {
  const list = names.map((name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('');
  const filters = sheets
    .map((sheet, index) => {
      const range = `'${(names[index] ?? '').replaceAll("'", "''")}'!$A$1:$${columnName(sheet.columns.length - 1)}$${sheet.rows.length + 1}`;
      return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xml(range)}</definedName>`;
    })
    .join('');
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${list}</sheets><definedNames>${filters}</definedNames></workbook>`;
}

function* sheetXml({ columns, rows }: ExportSheet): Generator<string> {
  const last = columnName(columns.length - 1);
  yield `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}${rows.length + 1}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.map(columnXml).join('')}</cols><sheetData>`;
  yield rowXml(
    1,
    columns.map(({ title }) => title),
    1,
  );
  for (const [index, row] of rows.entries()) yield rowXml(index + 2, row, 0);
  yield `</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/>${validationsXml(columns)}</worksheet>`;
}

/** Rows of a template that offer lists and notes. */
const FILLED_ROWS = 2000;
/** Longest list the format takes inside a rule; a longer one is left out, and the note says what fits. */
const LIST_LIMIT = 255;

function validationsXml(columns: readonly ExportColumn[]): string {
  const rules = columns.flatMap(({ title, choices, note }, index) => {
    const list = (choices ?? []).filter((choice) => !choice.includes(',')).join(',');
    const hasList = list !== '' && list.length <= LIST_LIMIT;
    if (!hasList && note === undefined) return [];
    const place = `${columnName(index)}2:${columnName(index)}${FILLED_ROWS}`;
    const prompt =
      note === undefined
        ? ''
        : ` showInputMessage="1" promptTitle="${xml(title.slice(0, 32))}" prompt="${xml(safeText(note).slice(0, 255))}"`;
    const kind = hasList ? ' type="list" allowBlank="1"' : '';
    return [`<dataValidation sqref="${place}"${kind}${prompt}>${hasList ? `<formula1>"${xml(list)}"</formula1>` : ''}</dataValidation>`];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function columnXml({ width }: ExportColumn, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function rowXml(number: number, cells: readonly ExportCell[], style: 0 | 1): string {
  return `<row r="${number}">${cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell, style)).join('')}</row>`;
}

function cellXml(place: string, cell: ExportCell, style: 0 | 1): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}" s="${style}"><v>${cell}</v></c>` : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(safeText(cell))}</t></is></c>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

/** Names as the format allows: no `[ ] : * ? / \`, 31 signs at most, no two alike in any case. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, ' ')
        .trim()
        .slice(0, 31) || `Sheet ${index + 1}`;
    let free = plain;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${plain.slice(0, 27)} ${copy}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
