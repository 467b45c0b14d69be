import { IconDownload, IconFilter, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { TransferRow, TransferView } from '../../../src-shared/contract/transfers.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { checkTitle, checkWords, lapseWords } from '../../../src-shared/text/transfers.ts';
import { type Command, useScreenCommands } from '../../app/commands.tsx';
import { PagedTable, TransferStateWord, useHostCommand, useHostQuery, usePagedRows, useSaveAs } from '../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  IconButton,
  Page,
  PageHeader,
  type ProductText,
  Tabs,
  TextField,
  Toolbar,
  useGoOn,
  useTableLayout,
  useText,
  useToast,
} from '../../ui/index.ts';
import { transferColumns } from './columns.tsx';
import { TransferDialog } from './dialogs/TransferDialog.tsx';
import classes from './transfers.module.css';

const views = ['open', 'waiting', 'held', 'cleared', 'late', 'gone', 'refused', 'all'] as const satisfies readonly TransferView[];

/** The queue by planned day: what goes next, what holds it, what was cleared, what went. */
export function TransfersScreen() {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const view: TransferView = views.find((id) => id === params.get('view')) ?? 'open';
  const adding = params.get('add') === 'transfer';
  const [text, setText] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const columns = useMemo(() => transferColumns(t), [t]);
  const layout = useTableLayout('transfers', columns);
  const { data } = useHostQuery('transfers.list', { view: 'open', offset: 0, limit: 1 });
  const wanted = text.trim();
  const inputAt = useCallback(
    (offset: number, limit: number) => ({ view, ...(wanted === '' ? {} : { text: wanted }), offset, limit }),
    [view, wanted],
  );
  const list = usePagedRows('transfers.list', inputAt, sameList);
  const go = useCallback(
    (next: TransferView, add: boolean) =>
      setParams({ ...(next === 'open' ? {} : { view: next }), ...(add ? { add: 'transfer' } : {}) }, { replace: true }),
    [setParams],
  );
  const exporting = useHostCommand('transfers.export');
  const { open: openSave, dialog: saveDialog } = useSaveAs<'xlsx' | 'csv' | 'pdf'>({
    title: t('transfers.exportTitle'),
    formats: ['xlsx', 'csv', 'pdf'],
    busy: exporting.pending,
    error: exporting.error,
    onSave: async (choice) => {
      const reply = await exporting.run({ view, ...(wanted === '' ? {} : { text: wanted }), ...choice });
      if (reply.ok && reply.value !== null) toast({ message: t('parties.save.done', { name: reply.value.name }) });
      return reply;
    },
  });
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'transfers.new', titleKey: 'command.transfers.new', shortcut: 'N', run: (): void => go(view, true) },
      { id: 'transfers.save', titleKey: 'transfers.exportTitle', shortcut: 'Mod+P', menu: 'file', run: () => openSave('pdf') },
    ],
    [go, view, openSave],
  );
  useScreenCommands(commands);
  const counts = data?.counts;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('transfers.title')}
          subtitle={t('transfers.subtitle')}
          actions={
            <>
              <IconButton
                icon={IconDownload}
                label={t('transfers.export')}
                bordered
                shortcut="Mod+P"
                hasPopup="dialog"
                onClick={() => openSave()}
              />
              <Button icon={IconTableImport} onClick={() => void navigate('/import?kind=transfers')}>
                {t('transfers.import')}
              </Button>
              <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => go(view, true)}>
                {t('transfers.new')}
              </Button>
            </>
          }
        >
          <Tabs<TransferView>
            label={t('transfers.title')}
            active={view}
            onChange={(next) => go(next, false)}
            tabs={views.map((id) => ({ id, label: t(`transfers.view.${id}`), ...(counts === undefined ? {} : { count: counts[id] }) }))}
          />
        </PageHeader>
      }
    >
      {saveDialog}
      {data?.next == null ? null : <Next row={data.next} />}
      <Toolbar label={t('transfers.title')} end={<ColumnsButton layout={layout} />}>
        <TextField
          label={t('transfers.search')}
          labelHidden
          placeholder={t('transfers.searchHint')}
          icon={IconFilter}
          size="small"
          search
          value={text}
          onChange={setText}
        />
      </Toolbar>
      <PagedTable<TransferRow>
        label={t('transfers.title')}
        layout={layout}
        list={list}
        rowKey={rowKey}
        active={active}
        onActiveChange={(row) => setActive(row.id)}
        onOpen={(row) => void navigate(`/transfers/${row.id}`)}
        legend={t('transfers.legend')}
        empty={
          counts !== undefined && counts.all === 0 ? (
            <EmptyState
              title={t('transfers.nothingYet')}
              actions={
                <>
                  <Button kind="primary" icon={IconPlus} onClick={() => go(view, true)}>
                    {t('transfers.new')}
                  </Button>
                  <Button icon={IconTableImport} onClick={() => void navigate('/import?kind=transfers')}>
                    {t('command.transfers.import')}
                  </Button>
                </>
              }
            >
              {t('transfers.nothingYetText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('transfers.none')}
              actions={
                <Button
                  onClick={() => {
                    setText('');
                    go('all', false);
                  }}
                >
                  {t('transfers.view.all')}
                </Button>
              }
            >
              {t('transfers.noneText')}
            </EmptyState>
          )
        }
      />
      {adding ? <TransferDialog transfer={null} onClose={() => go(view, false)} onSaved={(id) => goOn(`/transfers/${id}`)} /> : null}
    </Page>
  );
}

const rowKey = (row: TransferRow) => row.id;
const sameList = <T,>(output: T): T => output;

/** The transfer that is next by its day, with what holds it. */
function Next({ row }: { readonly row: TransferRow }) {
  const t = useText();
  return (
    <section className={classes['next']} aria-label={t('transfers.next.title')}>
      <TransferStateWord row={row} />
      <p>
        <a href={`#/transfers/${row.id}`}>
          {t(row.late ? 'transfers.next.late' : 'transfers.next.day', {
            number: row.number,
            day: formatDay(row.plannedOn ?? '', t.locale),
          })}
        </a>
        {[row.items, row.parties].filter(Boolean).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      <p className="muted">{whyNext(t, row)}</p>
    </section>
  );
}

function whyNext(t: ProductText, row: TransferRow): string {
  const { state, heldBecause, first, lapsed } = row;
  if (heldBecause !== '') return t('transfers.next.heldBy', { reason: heldBecause });
  if (state === 'cleared') return t('transfers.next.cleared');
  const [lapse] = lapsed;
  if (state === 'lapsed' && lapse !== undefined) return t('transfers.next.lapsed', { why: lapseWords(t, lapse) });
  if (first === null) return t('transfers.checks.clear');
  const why = `${checkTitle(t, first)}. ${checkWords(t, first)}`;
  return t(first.state === 'holds' ? 'transfers.next.held' : 'transfers.next.open', { why });
}
