import { IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { HistoryFilter, HistoryRow } from '../../../src-shared/contract/history.ts';
import { RecordKind } from '../../../src-shared/model/record-ref.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { PagedTable, useHostCommand, useHostQuery, usePagedRows } from '../../host/index.ts';
import {
  DayField,
  dayOf,
  FilterChips,
  HistoryPlaces,
  Page,
  PageHeader,
  Select,
  type TableColumn,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
  useToast,
} from '../../ui/index.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { SaveButton } from './SaveButton.tsx';
import classes from './trail.module.css';
import { useVerifyChain } from './VerifyChain.tsx';
import { entrySentence, roomName } from './words.ts';

const anybody = '';
const everything: HistoryFilter = { search: '', person: null, method: null, record: null, from: null, until: null, after: 0 };

/** Everything that was done in the workspace, by whom and when, newest first; the chain can be checked here. */
export function HistoryScreen() {
  const t = useText();
  const toast = useToast();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [person, setPerson] = useState(anybody);
  const [room, setRoom] = useState(anybody);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [chosen, setActive] = useState<HistoryRow | null>(null);
  const facets = useHostQuery('history.facets', {});
  const exporting = useHostCommand('history.export');
  const chain = useVerifyChain();
  const words = useDeferredValue(search);
  const kind = RecordKind.safeParse(params.get('kind'));
  const recordId = params.get('record');
  const recordKind = kind.success ? kind.data : null;
  const filter = useMemo(
    (): HistoryFilter => ({
      search: words,
      person: person === anybody ? null : person,
      method: room === anybody ? null : `${room}.`,
      record: recordKind === null || recordId === null ? null : { kind: recordKind, id: recordId },
      from: dayOf(from) ?? null,
      until: dayOf(until) ?? null,
      after: 0,
    }),
    [words, person, room, recordKind, recordId, from, until],
  );
  const list = usePagedRows(
    'history.list',
    useCallback((offset: number, limit: number) => ({ filter, offset, limit }), [filter]),
    (output) => output,
  );
  const entry = Number(params.get('entry') ?? 0);
  // Entries are numbered without a gap, newest first: the number says the place.
  const place = list.rowCount - entry;
  const linked = useHostQuery(
    'history.list',
    { filter: everything, offset: Math.max(0, place), limit: 1 },
    { enabled: entry > 0 && place >= 0 && chosen === null },
  );
  const active = chosen ?? linked.data?.rows.find(({ seq }) => seq === entry) ?? null;
  const columns = useMemo(
    (): readonly TableColumn<HistoryRow>[] => [
      { id: 'seq', header: t('history.column.seq'), width: 72, align: 'end', cell: ({ seq }) => seq, text: ({ seq }) => String(seq) },
      {
        id: 'at',
        header: t('history.column.at'),
        width: 190,
        whole: true,
        cell: ({ at }) => formatInstant(at, t.locale),
        text: ({ at }) => at,
      },
      { id: 'person', header: t('history.column.person'), width: 150, cell: (row) => row.person, text: (row) => row.person },
      {
        id: 'what',
        header: t('history.column.what'),
        width: 420,
        hideable: false,
        cell: (row) => entrySentence(t, row),
        text: (row) => entrySentence(t, row),
      },
      { id: 'record', header: t('history.column.record'), width: 220, cell: ({ title }) => title ?? '', text: ({ title }) => title ?? '' },
    ],
    [t],
  );
  const layout = useTableLayout('history', columns);
  const save = async (choice: { readonly format: 'xlsx' | 'csv'; readonly redaction: string }) => {
    const reply = await exporting.run({ filter, ...choice });
    if (reply.ok) toast({ message: t('history.exported', { count: reply.value.entries, file: reply.value.fileName }) });
    return reply;
  };
  const first = useHostQuery('history.list', { filter, offset: 0, limit: 1 }, { enabled: filter.record !== null, keepPrevious: true });
  const record = first.data?.of ?? recordId ?? '';
  return (
    <Page
      body="fill"
      header={<PageHeader title={t('history.title')} actions={<HistoryPlaces here="all" />} ruled />}
      inspector={
        active === null ? undefined : (
          <EntryPanel
            entry={active}
            onClose={() => {
              setActive(null);
              if (entry > 0) setParams({}, { replace: true });
            }}
          />
        )
      }
    >
      <Toolbar
        label={t('history.filters')}
        end={
          <>
            {chain.button}
            <SaveButton title={t('history.export.title')} command={exporting} onSave={save} />
          </>
        }
      >
        <TextField
          label={t('history.search')}
          labelHidden
          placeholder={t('history.search')}
          icon={IconSearch}
          size="small"
          search
          value={search}
          onChange={setSearch}
          maxLength={200}
        />
        <Select
          label={t('history.column.person')}
          labelHidden
          size="small"
          value={person}
          options={[
            { value: anybody, label: t('history.anybody') },
            ...(facets.data?.people ?? []).map((name) => ({ value: name, label: name })),
          ]}
          onChange={setPerson}
        />
        <Select
          label={t('history.column.room')}
          labelHidden
          size="small"
          value={room}
          options={[
            { value: anybody, label: t('history.everywhere') },
            ...(facets.data?.rooms ?? [])
              .map((name) => ({ value: name, label: roomName(t, name) }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          ]}
          onChange={setRoom}
        />
        <div className={classes['day']}>
          <DayField label={t('history.from')} labelHidden placeholder={t('history.from')} size="small" value={from} onChange={setFrom} />
        </div>
        <div className={classes['day']}>
          <DayField
            label={t('history.until')}
            labelHidden
            placeholder={t('history.until')}
            size="small"
            value={until}
            onChange={setUntil}
          />
        </div>
      </Toolbar>
      {filter.record === null ? null : (
        <div className={classes['bar']}>
          <FilterChips filters={[{ id: 'record', label: t('history.ofRecord', { name: record }) }]} onRemove={() => setParams({})} />
        </div>
      )}
      {chain.standing}
      <PagedTable<HistoryRow>
        label={t('history.title')}
        list={list}
        layout={layout}
        rowKey={(row) => String(row.seq)}
        active={active === null ? null : String(active.seq)}
        onActiveChange={(row) => setActive(row)}
        empty={<p className={`${classes['padded']} muted`}>{t('history.none')}</p>}
      />
    </Page>
  );
}
