import { IconCalculator, IconFilter, IconPlus, IconTableExport, IconTableImport } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { AssetFilter, AssetRow } from '../../../../src-shared/contract/inventory.ts';
import { PagedTable, useHostQuery, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  FilterChips,
  Menu,
  nothingSelected,
  Page,
  PageHeader,
  type Selection,
  type Sort,
  selectedCount,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
} from '../../../ui/index.ts';
import { type Room, rooms } from '../rooms.ts';
import { AssetInspector } from './AssetInspector.tsx';
import { BulkBar } from './BulkBar.tsx';
import { columnsOf } from './columns.tsx';
import { FilterPopover } from './FilterPopover.tsx';
import { chipsOf, filterQuery, readFilter, withoutFilter } from './filter-state.ts';
import { ViewTabs } from './ViewTabs.tsx';

const sortable = new Set([
  'name',
  'kind',
  'role',
  'compute',
  'weights',
  'tpp',
  'performanceDensity',
  'standing',
  'completeness',
  'openQuestions',
  'ownerName',
  'stage',
  'siteName',
  'updatedAt',
]);

type SortBy =
  | 'name'
  | 'kind'
  | 'role'
  | 'compute'
  | 'weights'
  | 'tpp'
  | 'performanceDensity'
  | 'standing'
  | 'completeness'
  | 'openQuestions'
  | 'ownerName'
  | 'stage'
  | 'siteName'
  | 'updatedAt';

/** The register, one room of it: find, filter, look, change many, add. */
export function AssetListScreen({ room }: { readonly room: Room }) {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'name', direction: 'ascending' });
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const columns = useMemo(() => columnsOf(room.id, t), [room.id, t]);
  const layout = useTableLayout(`inventory.${room.id}`, columns);

  const whole = useMemo(
    (): AssetFilter => ({ kinds: [...room.kinds], ...filter, ...(text.trim() === '' ? {} : { text }) }),
    [room.kinds, filter, text],
  );
  const inputAt = useCallback(
    (offset: number, limit: number) => ({
      filter: whole,
      sort: { by: (sortable.has(sort.column) ? sort.column : 'name') as SortBy, descending: sort.direction === 'descending' },
      offset,
      limit,
    }),
    [whole, sort],
  );
  const list = usePagedRows('inventory.list', inputAt, sameList);
  const { data: counts } = useHostQuery('inventory.counts', {});
  const mine = (counts ?? []).filter((count) => room.kinds.includes(count.kind));
  const total = mine.reduce((sum, count) => sum + count.total, 0);
  const waiting = mine.reduce((sum, count) => sum + count.needAttention, 0);
  const active = params.get('asset');
  const show = (next: AssetFilter, id: string | null) => {
    const query = filterQuery(next);
    if (id !== null) query.set('asset', id);
    // At once: a box that is ticked must not stand unticked until the address has followed.
    setParams(query, { replace: true, flushSync: true });
  };
  const setActive = (id: string | null) => show(filter, id);
  const setFilter = (next: AssetFilter) => show(next, active);
  const chips = chipsOf(filter, t);
  const [firstKind = 'model'] = room.adds;
  const selected = selectedCount(selection, list.rowCount);

  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t(room.titleKey)}
          subtitle={t('inventory.subtitle', { total, waiting })}
          actions={
            <>
              {room.id === 'systems' ? (
                <Button icon={IconCalculator} onClick={() => void navigate('/chips/calculator')}>
                  {t('inventory.chipCalculator')}
                </Button>
              ) : null}
              <Button icon={IconTableImport} onClick={() => void navigate(`/import?kind=${firstKind}`)}>
                {t('inventory.addMany')}
              </Button>
              <AddButton room={room} />
            </>
          }
        >
          <ViewTabs room={room} filter={filter} sort={sort} onFilter={setFilter} total={total} />
        </PageHeader>
      }
      inspector={active === null ? undefined : <AssetInspector id={active} onClose={() => setActive(null)} />}
    >
      {selected > 0 ? (
        <BulkBar room={room} selection={selection} filter={whole} count={selected} onDone={() => setSelection(nothingSelected)} />
      ) : (
        <Toolbar
          label={t('inventory.toolbar')}
          end={
            <>
              <ColumnsButton layout={layout} />
              <Button kind="quiet" size="small" icon={IconTableExport} onClick={() => void navigate('/check')}>
                {t('inventory.results')}
              </Button>
            </>
          }
        >
          <TextField
            label={t('inventory.filterText')}
            labelHidden
            placeholder={t('inventory.filterText')}
            icon={IconFilter}
            size="small"
            search
            value={text}
            onChange={setText}
          />
          <FilterChips filters={chips} onRemove={(id) => setFilter(withoutFilter(filter, id as keyof AssetFilter))} />
          <FilterPopover room={room} filter={filter} onChange={setFilter} />
        </Toolbar>
      )}
      <PagedTable<AssetRow>
        label={t(room.titleKey)}
        layout={layout}
        list={list}
        rowKey={rowKey}
        sort={sort}
        onSort={(next) => {
          if (sortable.has(next.column)) setSort(next);
        }}
        selection={selection}
        onSelectionChange={setSelection}
        active={active}
        onActiveChange={(row) => setActive(row.id)}
        onOpen={(row) => void navigate(`/assets/${row.id}`)}
        legend={room.id === 'models' ? t('inventory.legend.compute') : undefined}
        empty={
          <NothingHere
            room={room}
            total={total}
            chips={chips.map((chip) => chip.label)}
            text={text}
            onClear={() => {
              setFilter({});
              setText('');
            }}
          />
        }
      />
    </Page>
  );
}

const rowKey = (row: AssetRow) => row.id;
const sameList = <T,>(output: T): T => output;

function AddButton({ room }: { readonly room: Room }) {
  const t = useText();
  const navigate = useNavigate();
  const [only] = room.adds;
  if (room.adds.length === 1 && only !== undefined) {
    return (
      <Button kind="primary" icon={IconPlus} onClick={() => void navigate('/models/new')}>
        {t('inventory.mapModel')}
      </Button>
    );
  }
  const items = room.adds.map((kind) => ({
    id: kind,
    label: t(`assetKind.${kind}`),
    onSelect: () => void navigate(kind === 'chip' ? '/chips/new' : `/assets/new/${kind}`),
  }));
  return (
    <Menu groups={[{ items }]} align="end">
      <Button kind="primary" icon={IconPlus}>
        {t('inventory.add')}
      </Button>
    </Menu>
  );
}

interface NothingHereProps {
  readonly room: Room;
  readonly total: number;
  readonly chips: readonly string[];
  readonly text: string;
  readonly onClear: () => void;
}

/** An empty room says what it is for; an empty filter says what hides the rows. */
function NothingHere({ room, total, chips, text, onClear }: NothingHereProps) {
  const t = useText();
  const navigate = useNavigate();
  if (total > 0) {
    const hiding = [...chips, ...(text.trim() === '' ? [] : [`“${text.trim()}”`])].join(', ');
    return (
      <EmptyState title={t('inventory.emptyFilter.title')} actions={<Button onClick={onClear}>{t('inventory.emptyFilter.clear')}</Button>}>
        {t('inventory.emptyFilter.text', { total, hiding })}
      </EmptyState>
    );
  }
  const [kind = 'model'] = room.adds;
  return (
    <EmptyState
      title={t(`inventory.empty.${room.id}.title`)}
      actions={
        <>
          <AddButton room={room} />
          <Button icon={IconTableImport} onClick={() => void navigate(`/import?kind=${kind}`)}>
            {t('inventory.addMany')}
          </Button>
        </>
      }
    >
      {t(`inventory.empty.${room.id}.text`)}
    </EmptyState>
  );
}

export const ModelsScreen = () => <AssetListScreen key="models" room={rooms.models} />;
export const SystemsScreen = () => <AssetListScreen key="systems" room={rooms.systems} />;
export const SoftwareScreen = () => <AssetListScreen key="software" room={rooms.software} />;
