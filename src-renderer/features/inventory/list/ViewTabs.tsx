import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssetFilter } from '../../../../src-shared/contract/inventory.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, type Sort, Tabs, TextField, useText } from '../../../ui/index.ts';
import type { Room } from '../rooms.ts';
import { type BuiltInView, builtInViews, sameFilter, viewFilter, withoutFilter } from './filter-state.ts';

interface ViewTabsProps {
  readonly room: Room;
  readonly filter: AssetFilter;
  readonly sort: Sort;
  readonly onFilter: (filter: AssetFilter) => void;
  readonly total: number;
}

/** Views of a list: the product's own, then what people saved. A changed filter can be saved under a name. */
export function ViewTabs({ room, filter, sort, onFilter, total }: ViewTabsProps) {
  const t = useText();
  const [naming, setNaming] = useState(false);
  const { data: saved } = useHostQuery('views.list', { screen: room.id });
  const remove = useHostCommand('views.remove');
  const offered = builtInViews.filter((view) => view !== 'aboveLine' || room.id === 'models');
  const counts = useViewCounts(room, offered);
  const own = saved ?? [];
  const builtIn = offered.find((view) => sameFilter(viewFilter(view), filter));
  const mine = own.find((view) => sameFilter(withoutFilter(view.filter, 'kinds'), filter));
  const active = mine?.id ?? builtIn ?? 'changed';
  const tabs = [
    ...offered.map((view) => ({
      id: view as string,
      label: t(`inventory.view.${view}`),
      count: view === 'all' ? total : (counts[view] ?? 0),
    })),
    ...own.map((view) => ({ id: view.id, label: view.name, count: view.count })),
    ...(active === 'changed' ? [{ id: 'changed', label: t('inventory.view.changed') }] : []),
  ];
  return (
    <>
      <Tabs
        label={t('inventory.views')}
        tabs={tabs}
        active={active}
        onChange={(id) => {
          const view = own.find((one) => one.id === id);
          if (view !== undefined) onFilter(withoutFilter(view.filter, 'kinds'));
          else if (id !== 'changed') onFilter(viewFilter(id as BuiltInView));
        }}
        end={
          mine === undefined ? (
            <Button kind="quiet" size="small" icon={IconPlus} onClick={() => setNaming(true)}>
              {t('inventory.saveView')}
            </Button>
          ) : (
            <Button kind="quiet" size="small" onClick={() => void remove.run({ id: mine.id }).then(() => onFilter({}))}>
              {t('inventory.removeView')}
            </Button>
          )
        }
      />
      {naming ? <NameView room={room} filter={filter} sort={sort} onClose={() => setNaming(false)} /> : null}
    </>
  );
}

function useViewCounts(room: Room, views: readonly BuiltInView[]): Readonly<Partial<Record<BuiltInView, number>>> {
  const kinds = [...room.kinds];
  const page = { offset: 0, limit: 1 };
  const needsFacts = useHostQuery('inventory.list', { filter: { kinds, ...viewFilter('needsFacts') }, ...page });
  const controlled = useHostQuery('inventory.list', { filter: { kinds, ...viewFilter('controlled') }, ...page });
  const aboveLine = useHostQuery(
    'inventory.list',
    { filter: { kinds, ...viewFilter('aboveLine') }, ...page },
    { enabled: views.includes('aboveLine') },
  );
  const stale = useHostQuery('inventory.list', { filter: { kinds, ...viewFilter('stale') }, ...page });
  return {
    needsFacts: needsFacts.data?.total ?? 0,
    controlled: controlled.data?.total ?? 0,
    aboveLine: aboveLine.data?.total ?? 0,
    stale: stale.data?.total ?? 0,
  };
}

function NameView({
  room,
  filter,
  sort,
  onClose,
}: {
  readonly room: Room;
  readonly filter: AssetFilter;
  readonly sort: Sort;
  readonly onClose: () => void;
}) {
  const t = useText();
  const save = useHostCommand('views.save');
  const [name, setName] = useState('');
  const submit = async () => {
    if (name.trim() === '') return;
    const by = sort.column === 'dataCentre' || sort.column === 'purpose' ? 'name' : sort.column;
    const reply = await save.run({
      id: null,
      name,
      screen: room.id,
      // The room is part of the view, so that its count is the room's.
      filter: { ...filter, kinds: [...room.kinds] },
      sort: { by: by as 'name', descending: sort.direction === 'descending' },
      columns: [],
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.saveView')}
      onClose={onClose}
      submitLabel={t('inventory.saveView')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={name.trim() === '' ? t('inventory.nameFirst') : undefined}
      error={save.error}
    >
      <TextField
        label={t('inventory.viewName')}
        value={name}
        onChange={setName}
        onKeyDown={(event) => event.key === 'Enter' && void submit()}
        autoFocus
        maxLength={200}
      />
    </FormDialog>
  );
}
