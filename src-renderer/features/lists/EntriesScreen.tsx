import { useState } from 'react';
import type { EntryLine } from '../../../src-shared/contract/lists.ts';
import { useHostQuery } from '../../host/index.ts';
import { Page, PageHeader, PartyPlaces, Select, useText } from '../../ui/index.ts';
import { EntryInspector } from './EntryInspector.tsx';
import { EntryTable } from './EntryTable.tsx';

/** Entries of all lists together. */
export function EntriesScreen() {
  const t = useText();
  const { data: lists = [] } = useHostQuery('lists.all', {});
  const [list, setList] = useState('all');
  const [active, setActive] = useState<EntryLine | null>(null);
  const titleOf = (code: string) => lists.find((one) => one.code === code)?.title ?? code;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('lists.column.entries')}
          crumbs={[
            { label: t('rules.title'), href: '#/rules' },
            { label: t('lists.screen'), href: '#/lists' },
            { label: t('lists.column.entries') },
          ]}
          actions={<PartyPlaces here="lists" />}
        />
      }
      inspector={
        active === null ? undefined : <EntryInspector entry={active} listTitle={titleOf(active.list)} onClose={() => setActive(null)} />
      }
    >
      <EntryTable
        list={list === 'all' ? null : list}
        listTitle={list === 'all' ? t('lists.allLists') : titleOf(list)}
        active={active}
        onActive={setActive}
        before={
          <Select
            label={t('lists.column.list')}
            labelHidden
            size="small"
            value={list}
            options={[
              { value: 'all', label: t('lists.allLists') },
              ...lists.filter(({ current }) => current !== null).map(({ code, title }) => ({ value: code, label: title })),
            ]}
            onChange={setList}
          />
        }
      />
    </Page>
  );
}
