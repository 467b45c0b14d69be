import type { TaskColumn, TaskListShown } from '../../../src-shared/contract/plan-files.ts';
import { percentOf, type ScheduledTask } from '../../../src-shared/model/plan.ts';
import type { Block, Line, TableRow } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ExportCell, ExportSheet } from '../exports/index.ts';
import { cells, type Hider, line, tableOr } from '../reports/index.ts';
import type { StandingPlan } from './view.ts';

/** The tasks of a list with the heading they stand under; tasks that went since the list was drawn are left out. */
interface ListedGroup {
  readonly heading: string | null;
  readonly tasks: readonly ScheduledTask[];
}

/** A list of tasks as it is saved and printed. */
export interface TaskList {
  /** What its reader may not see. */
  readonly hide: Hider;
  readonly shown: TaskListShown;
  readonly groups: readonly ListedGroup[];
  /** Tasks in the list, and in the plan. */
  readonly count: number;
  readonly of: number;
  /** What the list was narrowed to, in words; empty for the whole plan. */
  readonly filter: string;
}

/** Width in characters, and whether the cell is a number where it can be. */
const widths: Readonly<Record<TaskColumn, number>> = {
  title: 48,
  owner: 22,
  state: 13,
  start: 13,
  end: 13,
  slip: 10,
  progress: 14,
  planned: 13,
  slack: 10,
  critical: 12,
  after: 40,
  role: 24,
  cause: 22,
  evidence: 40,
};

/** Width on paper, where a day must not be broken at its hyphens. */
const onPaper = (column: TaskColumn): number =>
  column === 'start' || column === 'end' || column === 'planned' ? 19 : column === 'title' ? 36 : widths[column];

/** Characters of a row beyond which columns would be squeezed to a few letters a line. */
const FITS_ON_PAPER = 150;
/** Columns that give up their own place first. */
const givesWay: readonly TaskColumn[] = ['evidence', 'after', 'cause', 'role', 'critical', 'planned', 'slack'];

/** Columns that fit beside each other on paper; what the others say stands after the title instead. */
function columnsOnPaper(columns: readonly TaskColumn[]): readonly TaskColumn[] {
  const width = (shown: readonly TaskColumn[]) => shown.reduce((sum, column) => sum + onPaper(column), 0);
  return givesWay.reduce<readonly TaskColumn[]>(
    (kept, column) => (width(kept) <= FITS_ON_PAPER ? kept : kept.filter((one) => one !== column)),
    columns,
  );
}

/** The list a person looks at, with its tasks as they stand, for a reader who may see what `hide` leaves. */
export function taskListOf({ tasks }: StandingPlan, shown: TaskListShown, hide: Hider, text: Text): TaskList {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const groups = shown.groups
    .map(({ id, tasks: ids }) => ({ heading: headingOf(shown, id, hide, text), tasks: ids.flatMap((one) => byId.get(one) ?? []) }))
    .filter((group) => group.tasks.length > 0);
  return {
    hide,
    shown,
    groups,
    count: groups.reduce((sum, group) => sum + group.tasks.length, 0),
    of: tasks.filter(({ state }) => state !== 'dropped').length,
    filter: filterWords(shown, hide, text),
  };
}

function headingOf({ groupBy }: TaskListShown, id: string, hide: Hider, text: Text): string | null {
  const say = text.dynamic;
  if (groupBy === 'none') return null;
  if (groupBy === 'owner') return id === '' ? say('plan.nobody') : hide.person(id);
  return say(`plan.${groupBy}.${id}`);
}

function filterWords({ filter }: TaskListShown, hide: Hider, text: Text): string {
  const say = text.dynamic;
  return [
    ...(filter.show === 'all' ? [] : [say(`plan.filter.${filter.show}`)]),
    ...(filter.owner === null
      ? []
      : [say('plan.paper.ownerIs', { owner: filter.owner === '' ? say('plan.nobody') : hide.person(filter.owner) })]),
    ...(filter.text.trim() === '' ? [] : [say('plan.paper.textIs', { text: hide.words(filter.text.trim()) })]),
  ].join(', ');
}

/** One row a task; the heading of its group is the first column, unless that is a column already. */
export function taskListSheet(standing: StandingPlan, list: TaskList, text: Text): ExportSheet {
  const say = text.dynamic;
  const { columns, groupBy } = list.shown;
  const headed = groupBy !== 'none' && !columns.some((column) => column === groupBy);
  const cell = cellOf(standing, list.hide, text);
  return {
    name: say('plan.list.label'),
    columns: [
      ...(headed ? [{ title: say(`plan.column.${groupBy}`), width: 18 }] : []),
      ...columns.map((column) => ({ title: titleOf(column, text), width: widths[column] })),
    ],
    rows: list.groups.flatMap(({ heading, tasks }) =>
      tasks.map((task) => [...(headed ? [heading] : []), ...columns.map((column) => cell(column, task))]),
    ),
  };
}

/** The same as a table for paper, a line above each group. Columns for which the page is too narrow are said after the title. */
export function taskListBlocks(standing: StandingPlan, list: TaskList, text: Text): readonly Block[] {
  const columns = columnsOnPaper(list.shown.columns);
  const said = list.shown.columns.filter((column) => !columns.includes(column));
  const widthOf = (column: TaskColumn) => (column === 'title' && said.length > 0 ? 2 : 1) * onPaper(column);
  const whole = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const cell = cellOf(standing, list.hide, text);
  const words = (value: ExportCell) =>
    value === null || value === '' ? '–' : typeof value === 'number' ? value.toLocaleString(text.locale) : value;
  const titled = (task: ScheduledTask): Line => {
    const more = said.flatMap((column) => {
      const value = cell(column, task);
      return value === null || value === '' ? [] : [`${titleOf(column, text)}: ${words(value)}`];
    });
    return [
      { kind: said.length === 0 ? 'text' : 'strong', text: words(cell('title', task)) },
      ...(more.length === 0 ? [] : [{ kind: 'quiet' as const, text: ` ${more.join('. ')}.` }]),
    ];
  };
  const rows = list.groups.flatMap(({ heading, tasks }): TableRow[] => [
    ...(heading === null ? [] : [{ kind: 'group' as const, cells: [line(heading)] }]),
    ...tasks.map((task) => cells(...columns.map((column) => (column === 'title' ? titled(task) : words(cell(column, task)))))),
  ]);
  return [
    tableOr(
      columns.map((column) => [titleOf(column, text), (widthOf(column) * 12) / whole] as const),
      rows,
      text.dynamic('plan.filter.none'),
    ),
  ];
}

const titleOf = (column: TaskColumn, text: Text): string => text.dynamic(`plan.column.${column === 'title' ? 'task' : column}`);

/** `12 of 50 tasks, late, on 24 Nov 2026.` */
export function taskListUnder({ today }: StandingPlan, { count, of, filter }: TaskList, text: Text): string {
  return text.dynamic('plan.paper.listUnder', { count, of, filter: filter === '' ? 'none' : filter, day: formatDay(today, text.locale) });
}

/** What a cell says: days and words as text, counts as numbers. */
function cellOf({ tasks }: StandingPlan, hide: Hider, text: Text): (column: TaskColumn, task: ScheduledTask) => ExportCell {
  const say = text.dynamic;
  const titles = new Map(tasks.map(({ id, title }) => [id, hide.words(title)]));
  const cellsOf: Readonly<Record<TaskColumn, (task: ScheduledTask) => ExportCell>> = {
    title: ({ id }) => titles.get(id) ?? '',
    owner: ({ owner }) => hide.person(owner),
    state: ({ state }) => say(`plan.state.${state}`),
    start: ({ expected }) => expected.start,
    end: ({ expected }) => expected.end,
    slip: ({ slipDays }) => (slipDays === 0 ? null : slipDays),
    progress: (task) =>
      task.reading === null || task.reading.of === 0 || task.closed !== null
        ? say('plan.percent', { percent: percentOf(task) })
        : say('plan.reading', task.reading),
    planned: ({ planned }) => planned?.end ?? null,
    slack: ({ slackDays }) => slackDays,
    critical: ({ critical }) => say(critical ? 'plan.yes' : 'plan.no'),
    after: ({ dependsOn }) => dependsOn.flatMap((id) => titles.get(id) ?? []).join('; '),
    role: ({ ownerRole }) => (ownerRole === null ? null : say(`role.${ownerRole}`)),
    cause: ({ cause }) => say(`plan.cause.${cause}`),
    evidence: ({ evidenceWanted }) => hide.words(evidenceWanted),
  };
  return (column, task) => cellsOf[column](task);
}
