import type { AccessMatrix } from '../../../src-shared/contract/access.ts';
import type { Block, Line, ReportPage, TableRow } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ExportSheet } from '../exports/index.ts';
import { line } from '../reports/index.ts';

export interface MatrixHead {
  readonly number: string;
  /** Day it was judged as of. */
  readonly on: string;
  readonly team: string | null;
  readonly workspace: string;
  readonly exercise: boolean;
}

/** Assets side by side on a sheet of paper; more go to further tables, each with the people again. */
const assetsAcross = 8;
const marks = ['finding', 'missing', 'permitted', 'none'] as const;
const signs = { finding: '\u25b2 ', missing: '? ', permitted: '\u2713 ', none: '' } as const;

type Cell = AccessMatrix['rows'][number]['cells'][number];

/**
 * Lays the matrix out for paper. A wide one is cut into parts of eight assets; headers repeat on every page. A mark is a sign before the count, since
 * colour does not print. Positions stay on the screen: they would say who is a US person.
 */
export function matrixPage(matrix: AccessMatrix, head: MatrixHead, text: Text): ReportPage {
  const say = text.dynamic;
  const number = say('report.matrix.numbered', { number: head.number });
  const parts = Array.from({ length: Math.ceil(matrix.columns.length / assetsAcross) }, (_, part) => part * assetsAcross);
  return {
    title: number,
    language: text.locale,
    header: {
      left: [head.workspace, ...(head.exercise ? [say('report.exerciseMark')] : [])],
      right: [number, say('report.judgedAsOf', { day: formatDay(head.on, text.locale) })],
    },
    footer: {
      left: say('report.prepared'),
      middle: say('report.kind.accessMatrix'),
      pageOf: say('report.pageOf', { page: '{page}', pages: '{pages}' }),
    },
    blocks: [
      ...(head.exercise ? [{ kind: 'banner', text: say('report.exerciseBanner') } as const] : []),
      { kind: 'title', text: say('report.kind.accessMatrix'), under: underTitle(matrix, head, text) },
      { kind: 'subheading', line: line(say('report.matrix.legend')) },
      ...marks.map((mark): Block => ({ kind: 'paragraph', line: line(say(`report.matrix.legend.${mark}`)), quiet: false })),
      { kind: 'paragraph', line: line(say('report.matrix.legend.private')), quiet: true },
      ...(parts.length === 0 ? [{ kind: 'paragraph', line: line(say('report.matrix.empty')), quiet: false } as const] : []),
      ...parts.flatMap((first, place) => partOf(matrix, first, place + 1, text)),
    ],
  };
}

function underTitle({ from, until }: AccessMatrix, { team }: MatrixHead, text: Text): string {
  const days = from === null || until === null ? 'none' : `${formatDay(from, text.locale)} \u2013 ${formatDay(until, text.locale)}`;
  return [text.dynamic('report.matrix.days', { days }), team === null ? '' : text.dynamic('report.matrix.team', { team })].join(' ').trim();
}

function partOf(matrix: AccessMatrix, first: number, place: number, text: Text): Block[] {
  const say = text.dynamic;
  const columns = matrix.columns.slice(first, first + assetsAcross);
  const last = first + columns.length;
  const people = matrix.rows.filter(({ cells }) => cells.some(({ column }) => column >= first && column < last));
  const heading: Block = {
    kind: 'heading',
    number: place,
    text: say('report.matrix.part', { first: first + 1, last, count: matrix.columns.length }),
  };
  if (people.length === 0) return [heading, { kind: 'paragraph', line: line(say('report.matrix.nobody')), quiet: false }];
  const rows = people.flatMap((person, at): TableRow[] => {
    const isNew = at === 0 || people[at - 1]?.group !== person.group;
    const by = new Map(person.cells.map((cell) => [cell.column, cell]));
    return [
      ...(isNew && person.group !== '' ? [{ kind: 'group' as const, cells: [line(person.group, 'strong')] }] : []),
      { kind: 'cells', cells: [line(person.name), ...columns.map((_, column) => counted(by.get(first + column), text))] },
    ];
  });
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: say('report.matrix.person'), share: 3 },
        ...columns.map((column) => ({ title: titleOf(column), share: 9 / columns.length })),
      ],
      rows,
    },
  ];
}

const titleOf = ({ name, version, entry }: AccessMatrix['columns'][number]): string =>
  [name, version, entry === null ? null : `(${entry})`].filter((part) => part !== null && part !== '').join(' ');

const counted = (cell: Cell | undefined, text: Text): Line =>
  cell === undefined
    ? []
    : line(`${signs[cell.mark]}${cell.events.toLocaleString(text.locale)}`, cell.mark === 'finding' ? 'strong' : undefined);

/** The same as a workbook: one row a person, one column an asset, counts as numbers; marks stand on a sheet of their own, row by row. */
export function matrixSheets(matrix: AccessMatrix, head: MatrixHead, text: Text): readonly ExportSheet[] {
  const say = text.dynamic;
  const noted = matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const column = matrix.columns[cell.column];
      return column === undefined || cell.mark === 'none' ? [] : [[row.name, row.group, titleOf(column), cell.events, cell.says]];
    }),
  );
  return [
    {
      name: say('report.matrix.sheet.table'),
      columns: [
        { title: say('report.matrix.person'), width: 30 },
        { title: say('report.matrix.column.team'), width: 22 },
        ...matrix.columns.map((column) => ({ title: titleOf(column), width: 16 })),
      ],
      rows: matrix.rows.map((row) => {
        const by = new Map(row.cells.map(({ column, events }) => [column, events]));
        return [row.name, row.group, ...matrix.columns.map((_, column) => by.get(column) ?? null)];
      }),
    },
    {
      name: say('report.matrix.column.mark'),
      columns: [
        { title: say('report.matrix.person'), width: 30 },
        { title: say('report.matrix.column.team'), width: 22 },
        { title: say('access.column.asset'), width: 30 },
        { title: say('access.column.events'), width: 12 },
        { title: say('report.matrix.column.mark'), width: 60 },
      ],
      rows: noted,
    },
    {
      name: say('report.matrix.sheet.about'),
      columns: [{ title: say('report.matrix.numbered', { number: head.number }), width: 90 }],
      rows: [
        [head.workspace],
        [say('report.judgedAsOf', { day: formatDay(head.on, text.locale) })],
        [underTitle(matrix, head, text)],
        [say('report.matrix.legend.private')],
        [say('report.prepared')],
      ],
    },
  ];
}
