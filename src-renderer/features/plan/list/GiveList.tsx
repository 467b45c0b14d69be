import { IconDownload } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { TaskColumn, type TaskListShown } from '../../../../src-shared/contract/plan-files.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { IconButton, Menu, Note, usePaper, useText } from '../../../ui/index.ts';
import { useGiving } from '../use-giving.ts';
import type { GroupBy, ListRow } from './rows.ts';

interface GiveListProps {
  readonly rows: readonly ListRow[];
  readonly groupBy: GroupBy;
  readonly filter: TaskListShown['filter'];
  /** Ids of the columns in view, in order. */
  readonly columns: readonly string[];
}

/** Saves the list as it stands on screen, or prints it: its columns, order, headings and filter. */
export function useGiveList({ rows, groupBy, filter, columns }: GiveListProps) {
  const t = useText();
  const [paper] = usePaper();
  const { give, busy, failure } = useGiving('plan.exportList');
  const send = useCallback(
    (as: 'csv' | 'xlsx' | 'pdf' | 'print') =>
      give({
        as,
        paper,
        groupBy,
        filter,
        groups: [...groupsOf(rows)],
        columns: columns.flatMap((id) => TaskColumn.safeParse(id).data ?? []),
      }),
    [give, paper, groupBy, filter, rows, columns],
  );
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'plan.printList', titleKey: 'plan.give.print', shortcut: 'Mod+P', menu: 'file', run: () => send('print') },
    ],
    [send],
  );
  useScreenCommands(commands);
  const empty = rows.length === 0;
  return {
    failure:
      failure === null ? null : (
        <Note tone="restricted" live>
          {failure}
        </Note>
      ),
    menu: (
      <Menu
        align="end"
        groups={[
          {
            items: [
              { id: 'xlsx', label: t('plan.give.xlsx'), onSelect: () => void send('xlsx') },
              { id: 'csv', label: t('plan.give.csv'), onSelect: () => void send('csv') },
              { id: 'pdf', label: t('plan.give.pdf'), onSelect: () => void send('pdf') },
            ],
          },
          { items: [{ id: 'print', label: t('plan.give.print'), shortcut: 'Mod+P', onSelect: () => void send('print') }] },
        ]}
      >
        <IconButton
          icon={IconDownload}
          label={t('plan.give.list')}
          hasPopup="menu"
          disabledBecause={busy ? t('plan.give.busy') : empty ? t('plan.filter.none') : undefined}
        />
      </Menu>
    ),
  };
}

/** The rows as groups of ids; without headings they are one group. */
function groupsOf(rows: readonly ListRow[]): readonly TaskListShown['groups'][number][] {
  const groups: { id: string; tasks: string[] }[] = [];
  for (const row of rows) {
    if (row.kind === 'group') groups.push({ id: row.id, tasks: [] });
    else {
      if (groups.length === 0) groups.push({ id: '', tasks: [] });
      groups.at(-1)?.tasks.push(row.task.id);
    }
  }
  return groups;
}
