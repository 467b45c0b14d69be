import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { IncidentRow } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { PagedTable, useHostQuery, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  Page,
  PageHeader,
  type ProductText,
  ProgrammePlaces,
  Segmented,
  StatusText,
  type TableColumn,
  TextField,
  Toolbar,
  useGoOn,
  useTableLayout,
  useText,
} from '../../../ui/index.ts';
import { StepDots, stepWords } from '../words.tsx';
import { RecordDialog } from './RecordDialog.tsx';

const views = ['open', 'late', 'closed', 'all'] as const;
type View = (typeof views)[number];

/** Incidents, with where each stands and the day that comes next. */
export function IncidentsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const view: View = views.find((id) => id === params.get('view')) ?? 'open';
  const adding = params.get('add') === 'incident';
  const [text, setText] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(t), [t]);
  const layout = useTableLayout('incidents', columns);
  const { data } = useHostQuery('cases.incidents', { limit: 1 });
  const inputAt = useCallback(
    (offset: number, limit: number) => ({ view, ...(text.trim() === '' ? {} : { text }), offset, limit }),
    [view, text],
  );
  const list = usePagedRows('cases.incidents', inputAt, sameList);
  const add = useCallback(() => setParams({ add: 'incident' }, { replace: true }), [setParams]);
  const commands = useMemo(
    (): readonly Command[] => [{ id: 'cases.new', titleKey: 'command.cases.record', shortcut: 'N', run: add }],
    [add],
  );
  useScreenCommands(commands);
  const counts = data?.counts;
  const none = counts !== undefined && counts.open + counts.closed === 0;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('cases.title')}
          subtitle={counts === undefined ? undefined : t('cases.subtitle', { open: counts.open, late: counts.late, halts: counts.halts })}
          actions={
            <Button kind="primary" icon={IconPlus} shortcut="N" onClick={add}>
              {t('cases.record')}
            </Button>
          }
        >
          <ProgrammePlaces here="incidents" />
        </PageHeader>
      }
    >
      <Toolbar
        label={t('cases.toolbar')}
        end={
          <>
            <Segmented<View>
              label={t('cases.views')}
              value={view}
              onChange={(id) => setParams(id === 'open' ? {} : { view: id }, { replace: true })}
              choices={views.map((id) => ({ value: id, label: t(`cases.view.${id}`) }))}
            />
            <ColumnsButton layout={layout} />
          </>
        }
      >
        <TextField
          label={t('cases.search')}
          labelHidden
          placeholder={t('cases.searchHint')}
          icon={IconFilter}
          size="small"
          search
          value={text}
          onChange={setText}
        />
      </Toolbar>
      <PagedTable<IncidentRow>
        label={t('cases.title')}
        layout={layout}
        list={list}
        rowKey={rowKey}
        active={active}
        onActiveChange={(row) => setActive(row.id)}
        onOpen={(row) => void navigate(`/programme/incidents/${row.id}`)}
        legend={t('cases.legend')}
        empty={
          none ? (
            <EmptyState
              title={t('cases.empty')}
              actions={
                <Button kind="primary" icon={IconPlus} onClick={add}>
                  {t('cases.record')}
                </Button>
              }
            >
              {t('cases.emptyText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('cases.noMatch')}
              actions={
                <Button
                  onClick={() => {
                    setText('');
                    setParams({ view: 'all' }, { replace: true });
                  }}
                >
                  {t('cases.clearFilters')}
                </Button>
              }
            >
              {t('cases.noMatchText')}
            </EmptyState>
          )
        }
      />
      {adding ? (
        <RecordDialog onClose={() => setParams({}, { replace: true })} onSaved={(id) => goOn(`/programme/incidents/${id}`)} />
      ) : null}
    </Page>
  );
}

const rowKey = (row: IncidentRow): string => row.id;
const sameList = <T,>(output: T): T => output;

const dueWords = (t: ProductText, { dueFor }: IncidentRow): string => t.dynamic(`cases.dueFor.${dueFor}`, {}, '');

function columnsOf(t: ProductText): ReadonlyArray<TableColumn<IncidentRow>> {
  return [
    {
      id: 'number',
      header: t('cases.field.number'),
      width: 84,
      hideable: false,
      cell: (row) => <span className="code">{row.number}</span>,
      text: (row) => row.number,
    },
    {
      id: 'incident',
      header: t('cases.column.incident'),
      width: 310,
      hideable: false,
      cell: (row) => <b className="medium ellipsis">{row.title}</b>,
      text: (row) => row.title,
    },
    {
      id: 'kind',
      header: t('cases.field.kind'),
      width: 190,
      hiddenAtFirst: true,
      cell: (row) => <span className="ellipsis">{t(`cases.kind.${row.kind}`)}</span>,
      text: (row) => t(`cases.kind.${row.kind}`),
    },
    {
      id: 'step',
      header: t('cases.column.step'),
      width: 276,
      whole: true,
      cell: (row) => <StepDots row={row} />,
      text: (row) =>
        stepWords(t, row, row.steps.find(({ state }) => state === 'now')?.id, row.steps.filter(({ state }) => state === 'done').length),
    },
    {
      id: 'halts',
      header: t('cases.column.halts'),
      width: 72,
      align: 'end',
      cell: (row) => (row.halts === 0 ? <span className="muted">–</span> : <span className="figures">{row.halts}</span>),
      text: (row) => String(row.halts),
    },
    {
      id: 'disclosure',
      header: t('cases.column.disclosure'),
      width: 130,
      hiddenAtFirst: true,
      cell: (row) => t(`cases.decision.${row.decision}`),
      text: (row) => t(`cases.decision.${row.decision}`),
    },
    {
      id: 'discovered',
      header: t('cases.column.discovered'),
      width: 108,
      hiddenAtFirst: true,
      cell: (row) => formatDay(row.discoveredOn, t.locale),
      text: (row) => row.discoveredOn,
    },
    {
      id: 'owner',
      header: t('cases.column.owner'),
      width: 116,
      whole: true,
      cell: (row) => <span className="ellipsis">{row.owner}</span>,
      text: (row) => row.owner,
    },
    {
      id: 'due',
      header: t('cases.column.due'),
      width: 180,
      whole: true,
      cell: (row) =>
        row.due === null ? (
          <span className="muted">–</span>
        ) : row.late ? (
          <StatusText tone="restricted">{`${dueWords(t, row)}, ${t('cases.late', { on: formatDay(row.due, t.locale) })}`}</StatusText>
        ) : (
          <span className="ellipsis">
            {formatDay(row.due, t.locale)} <span className="muted">{dueWords(t, row)}</span>
          </span>
        ),
      text: (row) => `${row.due ?? ''} ${dueWords(t, row)}`.trim(),
    },
  ];
}
