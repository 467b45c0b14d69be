import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { NetworkListView, OpenedList } from '../../../../src-shared/contract/networks.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useDroppedFile, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, type SimpleColumn, SimpleTable, StatusText, useFileOverWindow, useText, useToast } from '../../../ui/index.ts';
import { entryWords } from './entry-words.ts';
import { ListDialog } from './ListDialog.tsx';
import classes from './networks.module.css';
import { Part } from './Part.tsx';
import { useAsking } from './use-asking.ts';

/** Lists that say what kind of network an address belongs to: shipped ones and the company's own. */
export function NetworkLists() {
  const t = useText();
  const toast = useToast();
  const overview = useHostQuery('networks.overview', {});
  const open = useAsking('networks.openList');
  const remove = useHostCommand('networks.removeList');
  const [editing, setEditing] = useState<NetworkListView | OpenedList | null>(null);

  const over = useFileOverWindow();
  const openFile = async (dropped: { readonly handle: string; readonly name: string } | null) => {
    const opened = await open.run({ handle: dropped?.handle ?? null, fileName: dropped?.name ?? '' });
    if (opened !== null) setEditing(opened);
  };
  useDroppedFile((file) => {
    // A list that is being described is not taken away from under the person.
    if (editing === null) void openFile(file);
  });
  const takeAway = async ({ id, revision, name }: NetworkListView) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('networks.listRemoved', { name }) });
  };

  const columns: readonly SimpleColumn<NetworkListView>[] = [
    {
      id: 'list',
      header: t('networks.column.list'),
      minWidth: 220,
      cell: ({ name, own }) => (
        <span className={classes['name']}>
          <span className="medium">{name}</span>
          <small>
            {own === null
              ? t('networks.shipped')
              : t('networks.loadedBy', { file: own.fileName, by: own.by, day: formatDay(own.at.slice(0, 10), t.locale) })}
          </small>
        </span>
      ),
    },
    { id: 'tag', header: t('networks.column.tag'), width: 130, cell: ({ tag }) => t(`networks.tag.${tag}`) },
    {
      id: 'day',
      header: t('networks.column.day'),
      width: 170,
      cell: (list) =>
        list.day === null || list.ageDays === null ? (
          <span className="muted">{t('networks.undated')}</span>
        ) : (
          <span className={classes['name']}>
            <span>{formatDay(list.day, t.locale)}</span>
            {list.old ? (
              <StatusText tone="review">{t('networks.age', { days: list.ageDays })}</StatusText>
            ) : (
              <small>{t('networks.age', { days: list.ageDays })}</small>
            )}
          </span>
        ),
    },
    {
      id: 'entries',
      header: t('networks.column.entries'),
      width: 210,
      fold: { under: 'tag', order: 1 },
      cell: (list) => entryWords(list, t),
    },
    {
      id: 'actions',
      header: <span className="visually-hidden">{t('networks.column.actions')}</span>,
      width: 84,
      cell: (list) =>
        list.own === null ? null : (
          <span className={classes['actions']}>
            <IconButton icon={IconPencil} label={t('networks.editList', { name: list.name })} onClick={() => setEditing(list)} />
            <IconButton icon={IconTrash} label={t('networks.removeList', { name: list.name })} onClick={() => void takeAway(list)} />
          </span>
        ),
    },
  ];

  return (
    <Part title={t('networks.lists')} text={t('networks.listsText')} errors={[open.error, remove.error]}>
      <QueryView query={overview}>
        {({ lists }) => (
          <SimpleTable
            label={t('networks.lists')}
            place="inline"
            columns={columns}
            rowKey={({ id }) => id}
            groups={[{ id: 'all', rows: lists }]}
          />
        )}
      </QueryView>
      <div className={classes['drop']} data-over={over ? '' : undefined}>
        <Button icon={IconPlus} busy={open.pending} onClick={() => void openFile(null)}>
          {t('networks.addList')}
        </Button>
        <span className="caption muted">{t(over ? 'networks.dropNow' : 'networks.dropHint')}</span>
      </div>
      {editing === null ? null : <ListDialog list={editing} onClose={() => setEditing(null)} />}
    </Part>
  );
}
