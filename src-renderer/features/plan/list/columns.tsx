import { IconCheck } from '@tabler/icons-react';
import { percentOf, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { Avatar, Day, Icon, type ProductText, type TableColumn, ToneIcon } from '../../../ui/index.ts';
import { proposalWords, readingWords } from '../words.ts';
import { EditCell, type EditField, type TaskEdit } from './EditCell.tsx';
import classes from './list.module.css';
import type { ListRow } from './rows.ts';

const dash = <span className="muted">–</span>;

/** Columns of the list. The row being edited shows its fields in place of its words. */
export function taskColumns(
  t: ProductText,
  titles: ReadonlyMap<string, string>,
  edit: TaskEdit | null,
): ReadonlyArray<TableColumn<ListRow>> {
  const column = (
    id: string,
    width: number,
    words: (task: ScheduledTask) => string,
    more: Partial<Omit<TableColumn<ListRow>, 'cell' | 'text'>> & {
      readonly field?: EditField;
      readonly cell?: (task: ScheduledTask) => React.ReactNode;
    } = {},
  ): TableColumn<ListRow> => {
    const { field, cell, ...rest } = more;
    return {
      id,
      header: t.dynamic(`plan.column.${id}`),
      width,
      ...rest,
      cell: (row) => {
        if (row.kind === 'group') return null;
        if (field !== undefined && edit !== null && edit.task.id === row.task.id) return <EditCell field={field} edit={edit} />;
        return cell === undefined ? words(row.task) || dash : cell(row.task);
      },
      text: (row) => (row.kind === 'group' ? row.id : words(row.task)),
    };
  };
  const state = (task: ScheduledTask) => t(`plan.state.${task.state}`);
  return [
    column('title', 330, (task) => task.title, {
      header: t('plan.column.task'),
      sortable: true,
      hideable: false,
      field: 'title',
      cell: (task) => <TitleCell t={t} task={task} />,
    }),
    column('owner', 168, (task) => task.owner, {
      sortable: true,
      field: 'owner',
      cell: (task) =>
        task.owner === '' ? (
          <span className="muted">{task.ownerRole === null ? t('plan.nobody') : t(`role.${task.ownerRole}`)}</span>
        ) : (
          <span className="row">
            <Avatar name={task.owner} /> <span className="ellipsis">{task.owner}</span>
          </span>
        ),
    }),
    column('state', 116, state, { sortable: true, field: 'state' }),
    column('start', 124, (task) => task.expected.start, {
      sortable: true,
      field: 'start',
      cell: (task) => <Day value={task.expected.start} />,
    }),
    column('end', 124, (task) => task.expected.end, {
      sortable: true,
      field: 'end',
      cell: (task) => <Day value={task.expected.end} />,
    }),
    column('slip', 84, (task) => (task.slipDays === 0 ? '' : String(task.slipDays)), {
      sortable: true,
      align: 'end',
      cell: (task) => (task.slipDays === 0 ? dash : <span className={task.closed === null ? classes['late'] : ''}>+{task.slipDays}</span>),
    }),
    column('progress', 108, (task) => readingWords(t, task) ?? t('plan.percent', { percent: percentOf(task) }), {
      sortable: true,
      field: 'progress',
      cell: (task) =>
        task.closed !== null ? (
          <Icon of={IconCheck} size={14} />
        ) : (
          (readingWords(t, task) ?? (percentOf(task) === 0 ? dash : t('plan.percent', { percent: percentOf(task) })))
        ),
    }),
    column('planned', 104, (task) => task.planned?.end ?? '', { sortable: true, hiddenAtFirst: true }),
    column('slack', 90, (task) => String(task.slackDays), { sortable: true, align: 'end', hiddenAtFirst: true }),
    column('critical', 116, (task) => t(task.critical ? 'plan.yes' : 'plan.no'), { hiddenAtFirst: true }),
    column('after', 220, (task) => task.dependsOn.map((id) => titles.get(id) ?? '').join('; '), { hiddenAtFirst: true }),
    column('role', 180, (task) => (task.ownerRole === null ? '' : t(`role.${task.ownerRole}`)), { hiddenAtFirst: true }),
    column('cause', 170, (task) => t(`plan.cause.${task.cause}`), { hiddenAtFirst: true }),
    column('evidence', 240, (task) => task.evidenceWanted, { hiddenAtFirst: true }),
  ];
}

function TitleCell({ t, task }: { readonly t: ProductText; readonly task: ScheduledTask }) {
  return (
    <span className={classes['title']} data-closed={task.closed === null ? undefined : ''}>
      {task.critical && task.closed === null ? <i className={classes['critical']} title={t('plan.legend.critical')} /> : null}
      <span className="ellipsis">{task.title}</span>
      {task.proposal === null ? null : (
        <span className={classes['proposal']} title={proposalWords(t, task, 'line') ?? undefined}>
          <ToneIcon tone={task.proposal === 'close' ? 'clear' : 'review'} size={14} />
          <span className="visually-hidden">{proposalWords(t, task, 'line')}</span>
        </span>
      )}
    </span>
  );
}
