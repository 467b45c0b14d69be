import { useMemo } from 'react';
import { percentOf, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { DataTable, Day, type ProductText, type TableColumn, useTableLayout, useText } from '../../../ui/index.ts';
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
  const column = (
    id: string,
    header: string,
    width: number,
    text: (task: ScheduledTask) => string,
    more: Pick<TableColumn<Row>, 'align' | 'givesWay'> = {},
  ): TableColumn<Row> => ({
    id,
    header,
    width,
    ...more,
    hideable: id !== 'task',
    cell: ({ task }) => text(task) || <span className="muted">–</span>,
    text: ({ task }) => text(task),
  });
  const day = (id: string, header: string, on: (task: ScheduledTask) => string): TableColumn<Row> => ({
    ...column(id, header, 104, on),
    whole: true,
    cell: ({ task }) => <Day value={on(task)} none="–" />,
  });
  return [
    column('task', t('plan.column.task'), 380, (task) => task.title),
    column('phase', t('plan.column.phase'), 100, (task) => t(`plan.phase.${task.phase}`), { givesWay: 3 }),
    column('owner', t('plan.column.owner'), 132, (task) => task.owner),
    column('state', t('plan.column.state'), 96, (task) => t(`plan.state.${task.state}`)),
    day('start', t('plan.column.start'), (task) => task.expected.start),
    day('end', t('plan.column.end'), (task) => task.expected.end),
    day('planned', t('plan.column.planned'), (task) => task.planned?.end ?? ''),
    column('slip', t('plan.column.slip'), 84, (task) => (task.slipDays === 0 ? '' : String(task.slipDays)), { align: 'end' }),
    column('slack', t('plan.column.slack'), 84, (task) => (task.closed === null ? String(task.slackDays) : ''), {
      align: 'end',
      givesWay: 2,
    }),
    column('done', t('plan.column.progress'), 96, (task) => readingWords(t, task) ?? t('plan.percent', { percent: percentOf(task) }), {
      align: 'end',
    }),
    column('critical', t('plan.column.critical'), 116, (task) => (task.critical && task.closed === null ? t('plan.yes') : ''), {
      givesWay: 4,
    }),
    column('after', t('plan.column.after'), 240, (task) => task.dependsOn.map((id) => titles.get(id) ?? '').join('; '), { givesWay: 1 }),
  ];
}
