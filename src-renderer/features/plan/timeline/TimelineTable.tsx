import { useMemo } from 'react';
import { percentOf, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { DataTable, type ProductText, type TableColumn, useTableLayout, useText } from '../../../ui/index.ts';
import { readingWords } from '../words.ts';
import { type TimelineRow, timelineRows } from './rows.ts';

interface TimelineTableProps {
  readonly tasks: readonly ScheduledTask[];
  readonly active: string | null;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

type Row = Extract<TimelineRow, { kind: 'task' }>;

/** What the chart draws, in words and figures: the same tasks in the same order. */
export function TimelineTable({ tasks, active, onActive, onOpen }: TimelineTableProps) {
  const t = useText();
  const rows = useMemo(() => timelineRows(tasks).filter((row): row is Row => row.kind === 'task'), [tasks]);
  const columns = useMemo(() => columnsOf(t, new Map(tasks.map((task) => [task.id, task.title]))), [t, tasks]);
  const layout = useTableLayout('plan.timeline', columns);
  return (
    <DataTable<Row>
      label={t('plan.timeline.tableLabel')}
      layout={layout}
      rowCount={rows.length}
      getRow={(index) => rows[index]}
      rowKey={(row) => row.task.id}
      active={active}
      onActiveChange={(row) => onActive(row.task.id)}
      onOpen={(row) => onOpen(row.task.id)}
    />
  );
}

function columnsOf(t: ProductText, titles: ReadonlyMap<string, string>): ReadonlyArray<TableColumn<Row>> {
  const column = (id: string, header: string, width: number, text: (task: ScheduledTask) => string, align?: 'end'): TableColumn<Row> => ({
    id,
    header,
    width,
    ...(align === undefined ? {} : { align }),
    hideable: id !== 'task',
    cell: ({ task }) => text(task) || <span className="muted">–</span>,
    text: ({ task }) => text(task),
  });
  return [
    column('task', t('plan.column.task'), 256, (task) => task.title),
    column('phase', t('plan.column.phase'), 100, (task) => t(`plan.phase.${task.phase}`)),
    column('owner', t('plan.column.owner'), 132, (task) => task.owner),
    column('state', t('plan.column.state'), 96, (task) => t(`plan.state.${task.state}`)),
    column('start', t('plan.column.start'), 96, (task) => task.expected.start),
    column('end', t('plan.column.end'), 96, (task) => task.expected.end),
    column('planned', t('plan.column.planned'), 100, (task) => task.planned?.end ?? ''),
    column('slip', t('plan.column.slip'), 84, (task) => (task.slipDays === 0 ? '' : String(task.slipDays)), 'end'),
    column('slack', t('plan.column.slack'), 84, (task) => (task.closed === null ? String(task.slackDays) : ''), 'end'),
    column(
      'done',
      t('plan.column.progress'),
      96,
      (task) => readingWords(t, task) ?? t('plan.percent', { percent: percentOf(task) }),
      'end',
    ),
    column('critical', t('plan.column.critical'), 116, (task) => (task.critical && task.closed === null ? t('plan.yes') : '')),
    column('after', t('plan.column.after'), 240, (task) => task.dependsOn.map((id) => titles.get(id) ?? '').join('; ')),
  ];
}
