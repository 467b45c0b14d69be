import type { Block, Line, TableRow } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ExportCell, ExportSheet } from '../exports/index.ts';
import { mapInSlices } from '../jobs/index.ts';
import { type Hider, line, paragraph } from '../reports/index.ts';

/** A column of a table that stands on the page, in the workbook and in the data. */
export interface Column {
  /** Its key in the data; its title is the text `report.col.<key>`. */
  readonly key: string;
  /** Share of the page's width; 0 keeps it off the page. */
  readonly share: number;
  /** Width in the workbook, in characters. */
  readonly width: number;
  /** `person`: a name or an account, hidden where people are. `day`: a calendar day, in words on the page. */
  readonly holds?: 'person' | 'day' | 'strong';
}

/** A table with one row for each record. */
export interface Table {
  /** Its key in the data; its title is the text `report.table.<key>`. */
  readonly key: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Said in place of an empty table. */
  readonly empty: string;
  /** Key of a column whose values stand as group lines on the page. The rows come in that order. */
  readonly groupBy?: string;
}

/** Rows of one table that paper holds; the workbook and the data hold all. */
export const paperRows = 1500;

/** Names of people hidden in the columns that hold them. */
export async function redactedTable(table: Table, { person }: Hider, pause: () => Promise<void>): Promise<Table> {
  const hidden = table.columns.map(({ holds }) => holds === 'person');
  const rows = await mapInSlices(table.rows, pause, (row) =>
    row.map((cell, place) => (hidden[place] === true && typeof cell === 'string' ? person(cell) : cell)),
  );
  return { ...table, rows };
}

const titleOf = (column: Column, text: Text): string => text.dynamic(`report.col.${column.key}`);

export const tableTitle = (table: Table, text: Text): string => text.dynamic(`report.table.${table.key}`, { count: table.rows.length });

/** A table in parts for paper, one for each value of `groupBy` in the order of the rows, so that the contents lead to each. Paper holds what it holds in one. */
export function tableByGroup(table: Table, text: Text): readonly { readonly title: string; readonly blocks: readonly Block[] }[] {
  const at = table.columns.findIndex(({ key }) => key === table.groupBy);
  const groups = new Map<string, (readonly ExportCell[])[]>();
  for (const row of table.rows.slice(0, paperRows)) {
    const name = String(row[at] ?? '');
    const rows = groups.get(name);
    if (rows === undefined) groups.set(name, [row]);
    else rows.push(row);
  }
  const rest = table.rows.length - paperRows;
  const { groupBy: _groupBy, ...plain } = table;
  const columns = table.columns.map((column, place) => (place === at ? { ...column, share: 0 } : column));
  const parts = [...groups].map(([title, rows]) => ({ title, blocks: tableBlocks({ ...plain, columns, rows }, text) }));
  return rest > 0
    ? [...parts.slice(0, -1), ...parts.slice(-1).map(({ title, blocks }) => ({ title, blocks: [...blocks, rowsMore(rest, text)] }))]
    : parts;
}

const rowsMore = (count: number, text: Text): Block => paragraph(text.dynamic('report.rowsMore', { count }), true);

/** The table for paper and screen; a sentence says how many rows only the workbook holds. */
export function tableBlocks(table: Table, text: Text): Block[] {
  if (table.rows.length === 0) return [paragraph(table.empty, true)];
  const places = table.columns.map((_column, place) => place).filter((place) => onPage(table, place));
  const groupAt = table.columns.findIndex(({ key }) => key === table.groupBy);
  let group: ExportCell | undefined;
  const rows = table.rows.slice(0, paperRows).flatMap((row): TableRow[] => {
    const cells: TableRow = { kind: 'cells', cells: places.map((place) => shown(table.columns[place], row[place] ?? null, text)) };
    const own = row[groupAt];
    if (groupAt < 0 || own === group) return [cells];
    group = own;
    return [{ kind: 'group', cells: [line(String(own ?? ''), 'strong')] }, cells];
  });
  const rest = table.rows.length - paperRows;
  return [
    {
      kind: 'table',
      columns: places.flatMap((place) => {
        const column = table.columns[place];
        return column === undefined ? [] : [{ title: titleOf(column, text), share: column.share }];
      }),
      rows,
    },
    ...(rest > 0 ? [rowsMore(rest, text)] : []),
  ];
}

const onPage = ({ columns, groupBy }: Table, place: number): boolean => {
  const column = columns[place];
  return column !== undefined && column.share > 0 && column.key !== groupBy;
};

function shown(column: Column | undefined, cell: ExportCell, text: Text): Line {
  if (cell === null || cell === '') return line('–', 'quiet');
  if (column?.holds === 'day') return line(formatDay(String(cell).slice(0, 10), text.locale));
  return line(typeof cell === 'number' ? cell.toLocaleString(text.locale) : String(cell), column?.holds === 'strong' ? 'strong' : 'text');
}

export function tableSheet(table: Table, text: Text): ExportSheet {
  return {
    name: tableTitle(table, text),
    columns: table.columns.map((column) => ({ title: titleOf(column, text), width: column.width })),
    rows: table.rows,
  };
}

/** The table as data: an object for each row. */
export const tableData = ({ columns, rows }: Table, pause: () => Promise<void>): Promise<Record<string, ExportCell>[]> =>
  mapInSlices(rows, pause, (row) => Object.fromEntries(columns.map(({ key }, place) => [key, row[place] ?? null])));
