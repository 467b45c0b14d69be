import { IconFilter, IconPencil } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import {
  Button,
  ColumnsButton,
  DataTable,
  EmptyState,
  Kbd,
  nothingSelected,
  Select,
  type Selection,
  type Sort,
  TextField,
  Toolbar,
  usePreference,
  useTableLayout,
  useText,
} from '../../../ui/index.ts';
import { FilterFields } from '../FilterPopover.tsx';
import { wholePlan } from '../filter.ts';
import type { ViewProps } from '../PlanScreen.tsx';
import planClasses from '../plan.module.css';
import { usePlanActions } from '../plan-data.ts';
import { useStateMoves } from '../task/use-state-moves.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { taskColumns } from './columns.tsx';
import { useGiveList } from './GiveList.tsx';
import classes from './list.module.css';
import { type GroupBy, type ListRow, listRows, sortable } from './rows.ts';

const groupChoices = ['phase', 'owner', 'state', 'none'] as const;
const isGroup = (value: unknown): value is GroupBy => groupChoices.some((one) => one === value);
const keyOf = (row: ListRow) => (row.kind === 'group' ? `group ${row.id}` : row.task.id);

/** Every task as a dense, grouped table: edit a row in place, change many at once, copy. */
export function ListView({ plan, tasks, filter, onFilter, active, onActive, onOpen }: ViewProps) {
  const t = useText();
  const [groupBy, setGroupBy] = usePreference<GroupBy>('plan.list.group', 'phase', isGroup);
  const [sort, setSort] = useState<Sort | null>(null);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [editing, setEditing] = useState<string | null>(null);
  const [changing, setChanging] = useState(false);
  const actions = usePlanActions(plan);
  const moves = useStateMoves(plan);
  const rows = useMemo(() => listRows(tasks, groupBy, sort), [tasks, groupBy, sort]);
  const edited = plan.tasks.find((task) => task.id === editing);
  const edit = useMemo(
    () =>
      edited === undefined
        ? null
        : {
            task: edited,
            onChange: (change: Parameters<typeof actions.change>[1]) => void actions.change(edited, change),
            onState: (state: Parameters<typeof moves.move>[1]) => moves.move(edited.id, state),
            onEnd: () => setEditing(null),
          },
    [edited, actions, moves],
  );
  const titles = useMemo(() => new Map(plan.tasks.map((task) => [task.id, task.title])), [plan.tasks]);
  const columns = useMemo(() => taskColumns(t, titles, edit), [t, titles, edit]);
  const layout = useTableLayout('plan.list', columns);
  const columnIds = useMemo(() => layout.shown.map(({ column }) => column.id), [layout.shown]);
  const giving = useGiveList({ rows, groupBy, filter, columns: columnIds });
  const heading = useCallback(
    (row: ListRow) =>
      row.kind === 'task' ? undefined : (
        <>
          {groupName(t, groupBy, row.id)} <span>{t('plan.list.groupCount', { count: row.count, closed: row.closed })}</span>
        </>
      ),
    [t, groupBy],
  );
  // Ticking a heading, or all rows, ticks the tasks below it: headings themselves are never chosen.
  const choose = useCallback(
    (next: Selection) => {
      const ids = rows.flatMap((row) => (row.kind === 'task' ? [row.task.id] : []));
      setSelection({
        all: false,
        keys: new Set(next.all ? ids.filter((id) => !next.keys.has(id)) : ids.filter((id) => next.keys.has(id))),
      });
    },
    [rows],
  );
  const canEdit = active !== null && plan.tasks.some((task) => task.id === active);
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'plan.editRow',
        titleKey: 'plan.list.edit',
        shortcut: 'E',
        availability: () => (canEdit ? true : { because: 'plan.list.chooseFirst' }),
        run: () => setEditing(active),
      },
    ],
    [canEdit, active],
  );
  useScreenCommands(commands);
  const chosen = [...selection.keys];
  return (
    <>
      {chosen.length > 0 ? (
        <div className={classes['bulk']} role="toolbar" aria-label={t('plan.list.toolbar')}>
          <b>{t('plan.list.selected', { count: chosen.length })}</b>
          <Button size="small" icon={IconPencil} onClick={() => setChanging(true)}>
            {t('plan.bulk.edit')}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setSelection(nothingSelected)}>
            {t('plan.list.clearSelection')}
          </Button>
        </div>
      ) : (
        <Toolbar
          label={t('plan.list.toolbar')}
          end={
            <>
              {edited === undefined ? null : (
                <Button size="small" onClick={() => setEditing(null)}>
                  {t('plan.list.editOff')}
                </Button>
              )}
              {giving.button}
              <ColumnsButton layout={layout} />
            </>
          }
        >
          <TextField
            label={t('plan.list.search')}
            labelHidden
            placeholder={t('plan.list.searchHint')}
            icon={IconFilter}
            size="small"
            search
            value={filter.text}
            onChange={(text) => onFilter({ ...filter, text })}
          />
          <span className={planClasses['narrowField']}>
            <Select<GroupBy>
              label={t('plan.list.group')}
              labelHidden
              size="small"
              value={groupBy}
              options={groupChoices.map((value) => ({ value, label: t(`plan.list.group.${value}`) }))}
              onChange={setGroupBy}
            />
          </span>
          <span className={planClasses['pairField']}>
            <FilterFields tasks={plan.tasks} filter={filter} onFilter={onFilter} labelHidden />
          </span>
        </Toolbar>
      )}
      {giving.dialog}
      <DataTable<ListRow>
        label={t('plan.list.label')}
        layout={layout}
        rowCount={rows.length}
        headingCount={rows.length - tasks.length}
        heading={heading}
        getRow={(index) => rows[index]}
        rowKey={keyOf}
        sort={sort}
        onSort={(next) => (sortable.includes(next.column) ? setSort(next) : undefined)}
        selection={selection}
        onSelectionChange={choose}
        active={active}
        onActiveChange={(row) => onActive(keyOf(row))}
        onOpen={(row) => (row.kind === 'task' && row.task.id !== editing ? onOpen(row.task.id) : undefined)}
        footerEnd={
          <>
            <Kbd shortcut="J" /> <Kbd shortcut="K" /> {t('table.move')} <Kbd shortcut="Enter" /> {t('table.open')} <Kbd shortcut="E" />{' '}
            {t('plan.list.editKey')}
          </>
        }
        empty={
          <EmptyState title={t('plan.filter.none')} actions={<Button onClick={() => onFilter(wholePlan)}>{t('plan.filter.clear')}</Button>}>
            {t('plan.filter.noneText')}
          </EmptyState>
        }
      />
      <div role="status" className="visually-hidden">
        {moves.said}
      </div>
      {moves.dialog}
      {changing ? (
        <BulkDialog
          plan={plan}
          ids={chosen}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            setSelection(nothingSelected);
          }}
        />
      ) : null}
    </>
  );
}

function groupName(t: ReturnType<typeof useText>, by: GroupBy, id: string): string {
  if (by === 'owner') return id === '' ? t('plan.nobody') : id;
  return t.dynamic(by === 'phase' ? `plan.phase.${id}` : `plan.state.${id}`);
}
