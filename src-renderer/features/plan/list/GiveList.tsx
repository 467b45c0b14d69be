import { IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { TaskColumn, type TaskListShown } from '../../../../src-shared/contract/plan-files.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { useSaveAs } from '../../../host/index.ts';
import { IconButton, useText } from '../../../ui/index.ts';
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
  const { give, busy, error } = useGiving('plan.exportList');
  const { open, dialog } = useSaveAs<'xlsx' | 'csv' | 'pdf' | 'print'>({
    title: t('plan.give.list'),
    formats: ['xlsx', 'csv', 'pdf', 'print'],
    busy,
    error,
    onSave: (choice) =>
      give({
        ...choice,
        groupBy,
        filter,
        groups: [...groupsOf(rows)],
        columns: columns.flatMap((id) => TaskColumn.safeParse(id).data ?? []),
      }),
  });
  const empty = rows.length === 0;
  const commands = useMemo(
    (): readonly Command[] =>
      empty ? [] : [{ id: 'plan.printList', titleKey: 'plan.give.print', shortcut: 'Mod+P', menu: 'file', run: () => open('print') }],
    [empty, open],
  );
  useScreenCommands(commands);
  return {
    dialog,
    button: (
      <IconButton
        icon={IconDownload}
        label={t('plan.give.list')}
        hasPopup="dialog"
        disabledBecause={busy ? t('plan.give.busy') : empty ? t('plan.filter.none') : undefined}
        onClick={() => open()}
      />
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
