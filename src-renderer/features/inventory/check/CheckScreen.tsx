import { IconListCheck, IconPlus, IconTableExport, IconTableImport } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ResultFilter, ResultRow } from '../../../../src-shared/contract/classification.ts';
import type { AssetFilter } from '../../../../src-shared/contract/inventory.ts';
import { callHost, errorSentence, PagedTable, useHostCommand, useHostQuery, useJob, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  FilterChips,
  Note,
  Page,
  PageHeader,
  Progress,
  RangeBar,
  Select,
  StandingStatus,
  type TableColumn,
  Tabs,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { chipsOf, filterQuery, readFilter, withoutFilter } from '../list/filter-state.ts';
import classes from '../list/list.module.css';
import { classificationWords, entryWord } from '../words.ts';
import { ExportDialog } from './ExportDialog.tsx';

const views = ['all', 'restricted', 'review', 'guide', 'changed'] as const;
type View = (typeof views)[number];

const viewFilters: Readonly<Record<View, ResultFilter>> = {
  all: {},
  restricted: { standings: ['restricted'] },
  review: { standings: ['review', 'unassessed'] },
  guide: { nearLimit: true },
  changed: { onlyChanged: true },
};

const computeLimits = [{ value: 1e25, dashed: true }, { value: 1e26 }];
const kinds = ['model', 'chip', 'computer', 'software', 'technology', 'service', 'dataset'] as const;

/** The bulk check: every asset against every pack, what was met, what is open, which guide lines are passed, and the workbook. */
export function CheckScreen() {
  const t = useText();
  const navigate = useNavigate();
  const toast = useToast();
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const view = views.find((one) => one === params.get('view')) ?? 'all';
  const narrowed = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const show = (next: View, filter: AssetFilter) => {
    const query = filterQuery(filter);
    if (next !== 'all') query.set('view', next);
    setParams(query, { replace: true });
  };
  const [text, setText] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number] | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useHostCommand('classification.bulkStart');
  const [exporting, setExporting] = useState(false);
  const summary = useHostQuery('classification.summary', {});
  const job = useJob(jobId, (event) => {
    if (event.state === 'done') toast({ message: t('check.done', { count: event.done }) });
    if (event.state === 'failed' && event.error !== undefined) toast({ message: errorSentence(t, event.error) });
    setJobId(null);
  });
  const filter = useMemo(
    (): ResultFilter => ({
      ...narrowed,
      ...viewFilters[view],
      ...(kind === null ? {} : { kinds: [kind] }),
      ...(text.trim() === '' ? {} : { text }),
    }),
    [narrowed, view, kind, text],
  );
  const inputAt = useCallback((offset: number, limit: number) => ({ filter, offset, limit }), [filter]);
  const list = usePagedRows('classification.results', inputAt, same);
  const columns = useMemo(() => columnsOf(t), [t]);
  const layout = useTableLayout('check', columns);
  const run = async () => {
    const reply = await start.run({ filter: {} });
    if (reply.ok) setJobId(reply.value.jobId);
  };
  const byStanding = summary.data?.byStanding;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('check.title')}
          subtitle={
            summary.data === undefined ? undefined : t('check.subtitle', { assets: summary.data.assets, stale: summary.data.stale })
          }
          actions={
            <>
              <Button icon={IconTableExport} onClick={() => setExporting(true)}>
                {t('check.export')}
              </Button>
              <Button kind="primary" icon={IconListCheck} busy={start.pending || jobId !== null} onClick={() => void run()}>
                {t('check.run')}
              </Button>
            </>
          }
        >
          <Tabs<View>
            label={t('check.views')}
            active={view}
            onChange={(next) => show(next, {})}
            tabs={[
              { id: 'all', label: t('check.view.all'), count: summary.data?.assets ?? 0 },
              { id: 'restricted', label: t('check.view.restricted'), count: byStanding?.restricted ?? 0 },
              { id: 'review', label: t('check.view.review'), count: (byStanding?.review ?? 0) + (byStanding?.unassessed ?? 0) },
              { id: 'guide', label: t('check.view.guide') },
              { id: 'changed', label: t('check.view.changed') },
            ]}
          />
        </PageHeader>
      }
    >
      {jobId === null ? null : (
        <div style={{ padding: '12px 24px' }}>
          <Progress
            label={t('check.running')}
            done={job?.done ?? 0}
            total={job?.total ?? null}
            onCancel={() => void callHost('jobs.cancel', { id: jobId })}
          />
        </div>
      )}
      {start.error === null ? null : (
        <div style={{ padding: '12px 24px' }}>
          <Note tone="restricted" live>
            {errorSentence(t, start.error)}
          </Note>
        </div>
      )}
      <Toolbar label={t('check.title')} end={<ColumnsButton layout={layout} />}>
        <TextField
          label={t('inventory.filterText')}
          labelHidden
          placeholder={t('inventory.filterText')}
          size="small"
          search
          value={text}
          onChange={setText}
        />
        <Select
          label={t('inventory.column.kind')}
          labelHidden
          size="small"
          placeholder={t('check.everyKind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`assetKind.${value}.many`) }))}
          onChange={setKind}
          onClear={() => setKind(null)}
        />
        <FilterChips filters={chipsOf(narrowed, t)} onRemove={(id) => show(view, withoutFilter(narrowed, id as keyof AssetFilter))} />
      </Toolbar>
      <PagedTable<ResultRow>
        label={t('check.title')}
        layout={layout}
        list={list}
        rowKey={resultKey}
        onOpen={(row) => void navigate(`/assets/${row.assetId}`)}
        legend={t('check.legend')}
        empty={
          summary.data?.assets === 0 ? (
            <EmptyState
              title={t('check.noAssets')}
              actions={
                <>
                  <Button icon={IconPlus} onClick={() => void navigate('/models/new')}>
                    {t('inventory.mapModel')}
                  </Button>
                  <Button icon={IconTableImport} onClick={() => void navigate('/import')}>
                    {t('inventory.addMany')}
                  </Button>
                </>
              }
            >
              {t('check.noAssetsText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('check.empty')}>{t('check.emptyText')}</EmptyState>
          )
        }
      />
      {exporting ? <ExportDialog filter={filter} onClose={() => setExporting(false)} /> : null}
    </Page>
  );
}

const resultKey = (row: ResultRow) => row.assetId;
const same = <T,>(output: T): T => output;

/** The first open entry and how many more: the whole list of one asset is on its page, and in what is copied. */
function openWords(t: ReturnType<typeof useText>, entries: readonly string[]): ReactNode {
  const [first, ...rest] = entries;
  if (first === undefined) return '–';
  return (
    <span className={classes['open']} title={entries.join(', ')}>
      <span className="ellipsis">{first}</span>
      {rest.length === 0 ? null : <span className="muted">{t('check.moreOpen', { count: rest.length })}</span>}
    </span>
  );
}

function columnsOf(t: ReturnType<typeof useText>): readonly TableColumn<ResultRow>[] {
  const list = (values: readonly string[]) => (values.length === 0 ? '–' : values.join(', '));
  return [
    {
      id: 'name',
      header: t('inventory.column.name'),
      width: 190,
      hideable: false,
      cell: (row) => (
        <span>
          <b className="medium">{row.name}</b> <span className="muted">{row.versionLabel}</span>
        </span>
      ),
      text: (row) => `${row.name} ${row.versionLabel}`.trim(),
    },
    {
      id: 'kind',
      header: t('inventory.column.kind'),
      width: 92,
      cell: (row) => t(`assetKind.${row.kind}`),
      text: (row) => t(`assetKind.${row.kind}`),
    },
    {
      id: 'standing',
      header: t('inventory.column.us'),
      width: 186,
      whole: true,
      cell: (row) => (
        <StandingStatus standing={row.standing} label={classificationWords(t, { ...row, openEntry: row.undetermined[0] ?? '' })} />
      ),
      text: (row) => row.classification,
    },
    { id: 'met', header: t('check.column.met'), width: 100, cell: (row) => list(row.met), text: (row) => list(row.met) },
    {
      id: 'open',
      header: t('check.column.open'),
      width: 140,
      cell: (row) => openWords(t, row.undetermined),
      text: (row) => list(row.undetermined),
    },
    {
      id: 'compute',
      header: t('inventory.column.compute'),
      width: 190,
      whole: true,
      cell: (row) => (row.kind === 'model' ? <RangeBar range={row.compute} limits={computeLimits} /> : <span className="muted">–</span>),
      text: (row) => (row.compute === null ? '' : String(row.compute.likely)),
    },
    {
      id: 'guide',
      header: t('check.column.guide'),
      width: 146,
      cell: (row) => <span className="muted">{list(row.guideAbove.map((entry) => entryWord(t, entry)))}</span>,
      text: (row) => list(row.guideAbove),
    },
    {
      id: 'missing',
      header: t('check.column.missing'),
      width: 240,
      hiddenAtFirst: true,
      cell: (row) => list(row.missing),
      text: (row) => list(row.missing),
    },
  ];
}
