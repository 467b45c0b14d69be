import { IconFilter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, DataTable, EmptyState, Page, Tabs, TextField, Toolbar, useTableLayout, useText } from '../../../ui/index.ts';
import { AccessHeader } from '../AccessHeader.tsx';
import { kindOfLog } from '../words.ts';
import { AssetAccessPanel } from './AssetAccessPanel.tsx';
import { type CoverageLine, coverageColumns } from './columns.tsx';
import { UnmatchedList } from './UnmatchedList.tsx';

const tabIds = ['assets', 'names'] as const;
type TabId = (typeof tabIds)[number];

/** What the logs can and cannot tell: assets by week, their gaps, who should reach them, and names that no asset answers to. */
export function CoverageScreen() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const tab: TabId = params.get('tab') === 'names' ? 'names' : 'assets';
  const asset = params.get('asset');
  const coverage = useHostQuery('access.coverage', {});
  const unmatched = useHostQuery('access.unmatchedResources', { limit: 200 });
  const rows = coverage.data?.rows;
  const row = rows?.find((one) => one.assetId === asset);
  return (
    <Page
      body={tab === 'assets' ? 'fill' : 'scroll'}
      shows={tab}
      header={
        <AccessHeader
          view="coverage"
          subtitle={
            rows === undefined
              ? undefined
              : t('access.coverage.summary', {
                  count: rows.length,
                  silent: rows.filter((one) => one.days === 0).length,
                  gaps: rows.filter((one) => one.days > 0 && one.gaps.length > 0).length,
                })
          }
        >
          <Tabs<TabId>
            label={t('access.view.coverage')}
            active={tab}
            onChange={(next) => setParams(next === 'assets' ? {} : { tab: next }, { replace: true })}
            tabs={[
              { id: 'assets', label: t('access.coverage.tab.assets'), ...(rows === undefined ? {} : { count: rows.length }) },
              {
                id: 'names',
                label: t('access.coverage.tab.names'),
                ...(unmatched.data === undefined ? {} : { count: unmatched.data.total }),
              },
            ]}
          />
        </AccessHeader>
      }
      inspector={
        tab === 'assets' && row !== undefined ? (
          <AssetAccessPanel key={row.assetId} line={row} onClose={() => setParams({}, { replace: true })} />
        ) : undefined
      }
    >
      {tab === 'assets' ? (
        <QueryView query={coverage}>
          {(value) => (
            <Assets
              firstWeek={value.firstWeek}
              rows={value.rows}
              active={asset}
              onActive={(assetId) => setParams({ asset: assetId }, { replace: true })}
            />
          )}
        </QueryView>
      ) : (
        <QueryView query={unmatched}>{(value) => <UnmatchedList total={value.total} rows={value.rows} assets={rows ?? []} />}</QueryView>
      )}
    </Page>
  );
}

interface AssetsProps {
  readonly firstWeek: string | null;
  readonly rows: readonly CoverageLine[];
  readonly active: string | null;
  readonly onActive: (assetId: string) => void;
}

function Assets({ firstWeek, rows, active, onActive }: AssetsProps) {
  const t = useText();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const columns = useMemo(() => coverageColumns(t, firstWeek), [t, firstWeek]);
  const layout = useTableLayout('access.coverage', columns);
  const shown = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const wordsOf = ({ name, sources }: CoverageLine) =>
      [name, ...sources.flatMap(({ preset, files }) => [kindOfLog(t, preset), ...files])].join(' ');
    // What a log speaks of comes first: the silent rest says the same in every row.
    const sorted = [...rows].sort((a, b) => Number(a.days === 0) - Number(b.days === 0));
    return wanted === '' ? sorted : sorted.filter((row) => wordsOf(row).toLocaleLowerCase().includes(wanted));
  }, [rows, text, t]);
  const getRow = useCallback((index: number) => shown[index], [shown]);
  return (
    <>
      <Toolbar label={t('access.filter.toolbar')}>
        <TextField
          label={t('access.coverage.find')}
          labelHidden
          placeholder={t('access.coverage.find')}
          icon={IconFilter}
          size="small"
          search
          value={text}
          onChange={setText}
        />
      </Toolbar>
      <DataTable<CoverageLine>
        label={t('access.view.coverage')}
        layout={layout}
        rowCount={shown.length}
        getRow={getRow}
        rowKey={keyOf}
        active={active}
        onActiveChange={(row) => onActive(row.assetId)}
        onOpen={(row) => void navigate(`/assets/${row.assetId}`)}
        empty={
          <EmptyState
            title={t(rows.length === 0 ? 'access.coverage.none.title' : 'access.findings.hidden.title')}
            actions={
              rows.length === 0 ? (
                <Button onClick={() => void navigate('/models')}>{t('access.coverage.none.action')}</Button>
              ) : (
                <Button onClick={() => setText('')}>{t('access.findings.hidden.clear')}</Button>
              )
            }
          >
            {t(rows.length === 0 ? 'access.coverage.none.text' : 'access.coverage.hidden')}
          </EmptyState>
        }
      />
    </>
  );
}

const keyOf = (row: CoverageLine) => row.assetId;
