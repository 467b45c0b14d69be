import { IconFileImport, IconFilter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { GateRow } from '../../../../src-shared/contract/cases.ts';
import type { GateKind, GateState } from '../../../../src-shared/model/gate.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { PagedTable, useHostQuery, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  LinkButton,
  Page,
  PageHeader,
  type ProductText,
  ProgrammePlaces,
  Segmented,
  Select,
  type TableColumn,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
} from '../../../ui/index.ts';
import { GateWord, gateName } from '../words.tsx';

const views = { waiting: ['held', 'overtaken', 'ready'], passed: ['passed', 'passedDespite'], all: undefined } as const satisfies Readonly<
  Record<string, readonly GateState[] | undefined>
>;
type View = keyof typeof views;
const gateKinds = ['idea', 'trainingPlanned', 'trainingCompleted', 'release', 'change'] as const satisfies readonly GateKind[];

/** Gates of all models: those that wait first, each with what is missing. */
export function GatesScreen() {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const view: View = (Object.keys(views) as View[]).find((id) => id === params.get('view')) ?? 'waiting';
  const kind = gateKinds.find((id) => id === params.get('gate')) ?? null;
  const [text, setText] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const waits = view === 'waiting';
  const columns = useMemo(() => columnsOf(t, waits), [t, waits]);
  const layout = useTableLayout(waits ? 'gates' : 'gatesPassed', columns);
  const inputAt = useCallback(
    (offset: number, limit: number) => {
      const states = views[view];
      return {
        ...(states === undefined ? {} : { states: [...states] }),
        ...(kind === null ? {} : { gates: [kind] }),
        ...(text.trim() === '' ? {} : { text }),
        offset,
        limit,
      };
    },
    [view, kind, text],
  );
  const { data } = useHostQuery('cases.gates', { limit: 1 });
  const counts = data?.counts;
  const list = usePagedRows('cases.gates', inputAt, sameList);
  const choose = (change: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(change)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setParams(next, { replace: true });
  };
  const filtered = text.trim() !== '' || kind !== null;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('gates.title')}
          subtitle={counts === undefined ? undefined : t('gates.subtitle', { models: counts.models, held: counts.held })}
          actions={
            <LinkButton icon={IconFileImport} href="#/programme/gates/reports">
              {t('gates.stages.open')}
            </LinkButton>
          }
        >
          <ProgrammePlaces here="gates" />
        </PageHeader>
      }
    >
      <Toolbar
        label={t('gates.toolbar')}
        end={
          <>
            <Segmented<View>
              label={t('gates.views')}
              value={view}
              onChange={(id) => choose({ view: id === 'waiting' ? null : id })}
              choices={(Object.keys(views) as View[]).map((id) => ({ value: id, label: t(`gates.view.${id}`) }))}
            />
            <ColumnsButton layout={layout} />
          </>
        }
      >
        <TextField
          label={t('gates.search')}
          labelHidden
          placeholder={t('gates.searchHint')}
          icon={IconFilter}
          size="small"
          search
          value={text}
          onChange={setText}
        />
        <Select<GateKind | 'any'>
          label={t('gates.column.gate')}
          labelHidden
          size="small"
          value={kind ?? 'any'}
          options={[{ value: 'any', label: t('gates.anyGate') }, ...gateKinds.map((value) => ({ value, label: t(`gates.gate.${value}`) }))]}
          onChange={(value) => choose({ gate: value === 'any' ? null : value })}
        />
      </Toolbar>
      <PagedTable<GateRow>
        label={t('gates.title')}
        layout={layout}
        list={list}
        rowKey={rowKey}
        active={active}
        onActiveChange={(row) => setActive(rowKey(row))}
        onOpen={(row) => void navigate(`/programme/gates/${row.assetId}`)}
        legend={t('gates.legend')}
        empty={
          counts?.models === 0 ? (
            <EmptyState title={t('gates.empty')} actions={<LinkButton href="#/models">{t('gates.addModel')}</LinkButton>}>
              {t('gates.emptyText')}
            </EmptyState>
          ) : filtered ? (
            <EmptyState
              title={t('gates.noMatch')}
              actions={
                <Button
                  onClick={() => {
                    setText('');
                    choose({ gate: null, view: 'all' });
                  }}
                >
                  {t('gates.showAll')}
                </Button>
              }
            >
              {t('gates.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('gates.noneWait')} actions={<Button onClick={() => choose({ view: 'all' })}>{t('gates.showAll')}</Button>}>
              {t('gates.noneWaitText')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

const sameList = <T,>(output: T): T => output;
const rowKey = (row: GateRow): string => `${row.assetId} ${row.gate} ${row.destination}`;

/** What waits was rarely passed: who passed it is left to those that were. */
function columnsOf(t: ProductText, waits: boolean): ReadonlyArray<TableColumn<GateRow>> {
  const needs = (row: GateRow) => row.wanting.map(({ id }) => t(`gates.lack.${id}`));
  return [
    {
      id: 'model',
      header: t('gates.column.model'),
      width: 190,
      hideable: false,
      cell: (row) => (
        <span className="ellipsis">
          <b className="medium">{row.name}</b> <span className="muted">{row.versionLabel}</span>
        </span>
      ),
      text: (row) => `${row.name} ${row.versionLabel}`,
    },
    {
      id: 'gate',
      header: t('gates.column.gate'),
      width: 190,
      cell: (row) => <span className="ellipsis">{gateName(t, row.gate, row.destination)}</span>,
      text: (row) => gateName(t, row.gate, row.destination),
    },
    {
      id: 'state',
      header: t('gates.column.state'),
      width: 150,
      whole: true,
      cell: (row) => <GateWord state={row.state} />,
      text: (row) => t(`gates.state.${row.state}`),
    },
    {
      id: 'pass',
      header: t('gates.column.pass'),
      width: 180,
      hiddenAtFirst: waits,
      cell: (row) =>
        row.pass === null ? (
          <span className="muted">–</span>
        ) : (
          <span className="ellipsis">{t('gates.passedBy', { by: row.pass.by, on: formatDay(row.pass.on, t.locale) })}</span>
        ),
      text: (row) => (row.pass === null ? '' : t('gates.passedBy', { by: row.pass.by, on: row.pass.on })),
    },
    {
      id: 'owner',
      header: t('gates.column.owner'),
      width: 140,
      hiddenAtFirst: true,
      cell: (row) => <span className="ellipsis">{row.ownerName}</span>,
      text: (row) => row.ownerName,
    },
    {
      id: 'wanting',
      header: t('gates.column.wanting'),
      width: 300,
      cell: (row) => {
        const [first, ...rest] = needs(row);
        if (first === undefined) return <span className="muted">–</span>;
        return (
          <span className="ellipsis">{[`${first.slice(0, 1).toLocaleUpperCase(t.locale)}${first.slice(1)}`, ...rest].join(', ')}</span>
        );
      },
      text: (row) => needs(row).join('; '),
    },
  ];
}
