import { IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { RetentionRow, RetentionState } from '../../../src-shared/contract/retention.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { PagedTable, useHostQuery, usePagedRows } from '../../host/index.ts';
import {
  HistoryPlaces,
  Page,
  PageHeader,
  Segmented,
  StatusText,
  type TableColumn,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
} from '../../ui/index.ts';
import { RetentionPanel } from './RetentionPanel.tsx';
import classes from './trail.module.css';
import { kindName, stateTones } from './words.ts';

type Shown = RetentionState | 'all';
const states = ['all', 'past', 'running', 'notStarted', 'held'] as const satisfies readonly Shown[];

/** Until when each record has to be kept, what is held, and what may go. */
export function RetentionScreen() {
  const t = useText();
  const [state, setState] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<RetentionRow | null>(null);
  const text = useDeferredValue(search);
  const first = useHostQuery('retention.list', { state: null, kind: null, text, offset: 0, limit: 1 }, { keepPrevious: true });
  const list = usePagedRows(
    'retention.list',
    useCallback(
      (offset: number, limit: number) => ({ state: state === 'all' ? null : state, kind: null, text, offset, limit }),
      [state, text],
    ),
    (output) => output,
  );
  const columns = useMemo(
    (): readonly TableColumn<RetentionRow>[] => [
      { id: 'title', header: t('history.column.record'), width: 300, hideable: false, cell: (row) => row.title, text: (row) => row.title },
      {
        id: 'kind',
        header: t('retention.kind'),
        width: 130,
        cell: (row) => kindName(t, row.record),
        text: (row) => kindName(t, row.record),
      },
      {
        id: 'state',
        header: t('retention.standing'),
        width: 190,
        cell: (row) => <StatusText tone={stateTones[row.state]}>{t(`retention.state.${row.state}`)}</StatusText>,
        text: (row) => t(`retention.state.${row.state}`),
      },
      {
        id: 'keep',
        header: t('retention.keepUntil'),
        width: 130,
        cell: ({ keepUntil }) => keepUntil ?? '–',
        text: ({ keepUntil }) => keepUntil ?? '',
      },
      {
        id: 'last',
        header: t('retention.lastDay'),
        width: 250,
        cell: ({ lastDay, lastWhat }) => (lastDay === null || lastWhat === null ? '–' : `${lastDay}, ${t(`retention.what.${lastWhat}`)}`),
        text: ({ lastDay }) => lastDay ?? '',
      },
      {
        id: 'evidence',
        header: t('evidence.tab'),
        width: 90,
        align: 'end',
        cell: ({ evidence }) => (evidence === 0 ? '' : evidence.toLocaleString(t.locale)),
        text: ({ evidence }) => String(evidence),
      },
    ],
    [t],
  );
  const layout = useTableLayout('retention', columns);
  const counts = first.data?.counts;
  const rule = first.data?.rule ?? null;
  const all = counts === undefined ? undefined : counts.held + counts.running + counts.past + counts.notStarted;
  return (
    <Page
      body="fill"
      header={<PageHeader title={t('retention.title')} actions={<HistoryPlaces here="retention" />} ruled />}
      inspector={
        active === null ? undefined : (
          <RetentionPanel key={`${active.record.kind} ${active.record.id}`} row={active} onClose={() => setActive(null)} />
        )
      }
    >
      <p className={`${classes['rule']} small muted`}>
        {first.data === undefined
          ? ''
          : rule === null
            ? t('retention.noRule')
            : t('retention.rule', { years: rule.years, locator: rule.locator, confidence: t(`confidence.${rule.confidence}`) })}
      </p>
      <Toolbar label={t('history.filters')}>
        <TextField
          label={t('retention.search')}
          labelHidden
          placeholder={t('retention.search')}
          icon={IconSearch}
          size="small"
          search
          value={search}
          onChange={setSearch}
          maxLength={200}
        />
        <Segmented<Shown>
          label={t('retention.standing')}
          value={state}
          onChange={setState}
          choices={states.map((value) => {
            const count = value === 'all' ? all : counts?.[value];
            const word = t(value === 'all' ? 'retention.all' : `retention.state.${value}`);
            return { value, label: count === undefined ? word : `${word} ${count.toLocaleString(t.locale)}` };
          })}
        />
      </Toolbar>
      <PagedTable<RetentionRow>
        label={t('retention.title')}
        list={list}
        layout={layout}
        rowKey={({ record }) => `${record.kind} ${record.id}`}
        active={active === null ? null : `${active.record.kind} ${active.record.id}`}
        onActiveChange={(row) => setActive(row)}
        empty={<p className={`${classes['padded']} muted`}>{t('retention.none')}</p>}
        legend={first.data === undefined ? undefined : t('retention.asOf', { day: formatDay(first.data.today, t.locale) })}
      />
    </Page>
  );
}
