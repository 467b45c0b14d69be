import { IconSearch, IconTrash } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { RetentionRow, RetentionState } from '../../../src-shared/contract/retention.ts';
import { RecordKind, type RecordRef } from '../../../src-shared/model/record-ref.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { ask, errorOf, errorSentence, PagedTable, useHostQuery, usePagedRows } from '../../host/index.ts';
import {
  Button,
  HistoryPlaces,
  nothingSelected,
  Page,
  PageHeader,
  Segmented,
  type Selection,
  StatusText,
  selectedCount,
  type TableColumn,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
  useToast,
} from '../../ui/index.ts';
import { DisposeDialog } from './DisposeDialog.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import classes from './trail.module.css';
import { eventWords, kindName, stateTones } from './words.ts';

type Shown = RetentionState | 'all';
const states = ['all', 'past', 'running', 'notStarted', 'held'] as const satisfies readonly Shown[];

/** Records that are looked through and let go in one step. */
const mostAtOnce = 500;

const keyOf = ({ kind, id }: RecordRef): string => `${kind} ${id}`;

function refOf(key: string): RecordRef {
  const gap = key.indexOf(' ');
  return { kind: RecordKind.parse(key.slice(0, gap)), id: key.slice(gap + 1) };
}

/** Until when each record has to be kept, what is held, and what may go. */
export function RetentionScreen() {
  const t = useText();
  const [state, setState] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const toast = useToast();
  const [active, setActive] = useState<RetentionRow | null>(null);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [disposing, setDisposing] = useState<readonly RecordRef[] | null>(null);
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
  const columns = useMemo((): readonly TableColumn<RetentionRow>[] => {
    const lastWords = (row: RetentionRow) =>
      row.lastDay === null ? '–' : row.lastNamed ? eventWords(t, row) : t('retention.lastForCaution', { event: eventWords(t, row) });
    return [
      { id: 'title', header: t('history.column.record'), width: 240, hideable: false, cell: (row) => row.title, text: (row) => row.title },
      {
        id: 'kind',
        header: t('retention.kind'),
        width: 120,
        cell: (row) => kindName(t, row.record),
        text: (row) => kindName(t, row.record),
      },
      {
        id: 'state',
        header: t('retention.standing'),
        width: 165,
        whole: true,
        cell: (row) => <StatusText tone={stateTones[row.state]}>{t(`retention.state.${row.state}`)}</StatusText>,
        text: (row) => t(`retention.state.${row.state}`),
      },
      {
        id: 'keep',
        header: t('retention.keepUntil'),
        width: 112,
        whole: true,
        cell: ({ keepUntil }) => keepUntil ?? '–',
        text: ({ keepUntil }) => keepUntil ?? '',
      },
      {
        id: 'last',
        header: t('retention.lastDay'),
        width: 370,
        cell: (row) => lastWords(row),
        text: (row) => lastWords(row),
      },
      {
        id: 'evidence',
        header: t('evidence.tab'),
        width: 90,
        align: 'end',
        cell: ({ evidence }) => (evidence === 0 ? '' : evidence.toLocaleString(t.locale)),
        text: ({ evidence }) => String(evidence),
      },
    ];
  }, [t]);
  const layout = useTableLayout('retention', columns);
  const counts = first.data?.counts;
  const rule = first.data?.rule ?? null;
  const all = counts === undefined ? undefined : counts.held + counts.running + counts.past + counts.notStarted;
  const selected = selectedCount(selection, list.rowCount);
  const consider = async () => {
    try {
      const chosen = selection.all ? await everyRow() : [...selection.keys].map(refOf);
      setDisposing(chosen.slice(0, mostAtOnce));
    } catch (cause) {
      toast({ message: errorSentence(t, errorOf(cause)) });
    }
  };
  const everyRow = async (): Promise<readonly RecordRef[]> => {
    const { rows } = await ask('retention.list', { state: state === 'all' ? null : state, kind: null, text, offset: 0, limit: mostAtOnce });
    return rows.map(({ record }) => record).filter((record) => !selection.keys.has(keyOf(record)));
  };
  return (
    <Page
      body="fill"
      header={<PageHeader title={t('retention.title')} actions={<HistoryPlaces here="retention" />} ruled />}
      inspector={active === null ? undefined : <RetentionPanel key={keyOf(active.record)} row={active} onClose={() => setActive(null)} />}
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
          onChange={(next) => {
            setSearch(next);
            setSelection(nothingSelected);
          }}
          maxLength={200}
        />
        <Segmented<Shown>
          label={t('retention.standing')}
          value={state}
          onChange={(next) => {
            setState(next);
            setSelection(nothingSelected);
          }}
          choices={states.map((value) => {
            const count = value === 'all' ? all : counts?.[value];
            const word = t(value === 'all' ? 'retention.all' : `retention.state.${value}`);
            return { value, label: count === undefined ? word : `${word} ${count.toLocaleString(t.locale)}` };
          })}
        />
      </Toolbar>
      {selected === 0 ? null : (
        <div className={classes['bulk']} role="toolbar" aria-label={t('retention.bulk')}>
          <b>{t('inventory.selected', { count: selected })}</b>
          <Button size="small" icon={IconTrash} hasPopup="dialog" onClick={() => void consider()}>
            {t('retention.bulkDispose')}
          </Button>
          {selected > mostAtOnce ? <span className="small muted">{t('retention.mostAtOnce', { count: mostAtOnce })}</span> : null}
        </div>
      )}
      <PagedTable<RetentionRow>
        label={t('retention.title')}
        list={list}
        layout={layout}
        rowKey={({ record }) => keyOf(record)}
        selection={selection}
        onSelectionChange={setSelection}
        active={active === null ? null : keyOf(active.record)}
        onActiveChange={(row) => setActive(row)}
        empty={<p className={`${classes['padded']} muted`}>{t('retention.none')}</p>}
        legend={first.data === undefined ? undefined : t('retention.asOf', { day: formatDay(first.data.today, t.locale) })}
      />
      {disposing === null ? null : (
        <DisposeDialog
          records={disposing}
          onClose={() => setDisposing(null)}
          onDone={() => {
            setDisposing(null);
            setActive(null);
            setSelection(nothingSelected);
          }}
        />
      )}
    </Page>
  );
}
