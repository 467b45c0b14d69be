import { IconArchive, IconDownload, IconFilter, IconPencil, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PartyRow } from '../../../../src-shared/contract/parties.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { errorSentence, PagedTable, useHostCommand, useHostQuery, usePagedRows, useSaveAs } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  FilterChips,
  IconButton,
  nothingSelected,
  Page,
  PageHeader,
  PartyPlaces,
  type Selection,
  type Sort,
  selectedCount,
  Tabs,
  TextField,
  Toolbar,
  useGoOn,
  useTableLayout,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { PartyDialog } from '../party/PartyDialog.tsx';
import { useLists } from '../use-lists.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { partyColumns } from './columns.tsx';
import { chipsOf, type FacetId, type Filter, type View, viewFilter, views } from './filter.ts';
import { PartyFilterPopover } from './PartyFilterPopover.tsx';
import { PartyInspector } from './PartyInspector.tsx';

const sortable = ['name', 'overall', 'standing', 'tier', 'screenedOn', 'country'] as const;
type SortBy = (typeof sortable)[number];

/** Everybody the company deals with: find, filter, look, add, and where each stands with the lists. */
export function PartiesScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const [view, setView] = useState<View>('all');
  const [facets, setFacets] = useState<Filter>({});
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'name', direction: 'ascending' });
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const official = useLists().official;
  const columns = useMemo(() => partyColumns(t, official), [t, official]);
  const layout = useTableLayout('parties', columns);
  const filter = useMemo((): Filter => joined(viewFilter(view), facets, text), [view, facets, text]);
  const inputAt = useCallback(
    (offset: number, limit: number) => ({
      filter,
      sort: { by: sortable.find((one) => one === sort.column) ?? ('name' as SortBy), descending: sort.direction === 'descending' },
      offset,
      limit,
    }),
    [filter, sort],
  );
  const list = usePagedRows('parties.list', inputAt, sameList);
  const { data: counts } = useHostQuery('parties.counts', {});
  const active = params.get('party');
  const adding = params.get('add') === 'party';
  const setActive = useCallback((id: string | null) => setParams(id === null ? {} : { party: id }, { replace: true }), [setParams]);
  const selected = selectedCount(selection, list.rowCount);
  const toast = useToast();
  const exporting = useHostCommand('parties.export');
  const { open: openSave, dialog: saveDialog } = useSaveAs<'xlsx' | 'csv' | 'pdf'>({
    title: t('parties.save.menu'),
    formats: ['xlsx', 'csv', 'pdf'],
    busy: exporting.pending,
    error: exporting.error,
    onSave: async (choice) => {
      const { filter: wanted, sort: order } = inputAt(0, 1);
      const reply = await exporting.run({ filter: wanted, sort: order, ...choice });
      if (reply.ok && reply.value !== null) toast({ message: t('parties.save.done', { name: reply.value.name }) });
      return reply;
    },
  });
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'parties.new',
        titleKey: 'command.parties.add',
        shortcut: 'N',
        run: (): void => setParams({ add: 'party' }, { replace: true }),
      },
      { id: 'parties.save', titleKey: 'command.parties.save', shortcut: 'Mod+P', menu: 'file', run: () => openSave('pdf') },
    ],
    [setParams, openSave],
  );
  useScreenCommands(commands);
  const total = counts?.parties ?? 0;
  const by = counts?.byStanding;
  const open = (by?.open ?? 0) + (by?.needFacts ?? 0) + (by?.escalated ?? 0);
  const viewCount: Partial<Readonly<Record<View, number>>> =
    counts === undefined
      ? {}
      : {
          all: total,
          open,
          grave: counts.byOverall.grave,
          trueMatch: by?.trueMatch ?? 0,
          notScreened: (by?.notScreened ?? 0) + (by?.stale ?? 0),
          highRisk: (counts.byTier.high ?? 0) + (counts.byTier.prohibited ?? 0),
        };
  const showAll = () => {
    setView('all');
    setFacets({});
    setText('');
  };

  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('parties.title')}
          subtitle={counts === undefined ? undefined : t('parties.subtitle', { total, open })}
          actions={
            <>
              <PartyPlaces here="parties" />
              <IconButton
                icon={IconDownload}
                label={t('parties.save.menu')}
                bordered
                shortcut="Mod+P"
                hasPopup="dialog"
                disabledBecause={exporting.pending ? t('parties.save.saving') : undefined}
                onClick={() => openSave()}
              />
              <Button icon={IconTableImport} onClick={() => void navigate('/import?kind=parties')}>
                {t('parties.importSheet')}
              </Button>
              <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => setParams({ add: 'party' }, { replace: true })}>
                {t('parties.add')}
              </Button>
            </>
          }
        >
          <Tabs<View>
            label={t('parties.views')}
            active={view}
            onChange={setView}
            tabs={views.map((id) => ({
              id,
              label: t(`parties.view.${id}`),
              ...(viewCount[id] === undefined ? {} : { count: viewCount[id] }),
            }))}
          />
        </PageHeader>
      }
      inspector={active === null ? undefined : <PartyInspector id={active} onClose={() => setActive(null)} />}
    >
      {saveDialog}
      {selected > 0 ? (
        <SelectionBar selection={selection} count={selected} archived={view === 'archived'} onDone={() => setSelection(nothingSelected)} />
      ) : (
        <Toolbar label={t('parties.toolbar')} end={<ColumnsButton layout={layout} />}>
          <TextField
            label={t('parties.search')}
            labelHidden
            placeholder={t('parties.searchHint')}
            icon={IconFilter}
            size="small"
            search
            value={text}
            onChange={setText}
          />
          <FilterChips filters={chipsOf(facets, t)} onRemove={(id) => setFacets((now) => ({ ...now, [id as FacetId]: [] }))} />
          <PartyFilterPopover filter={facets} onChange={setFacets} />
        </Toolbar>
      )}
      <PagedTable<PartyRow>
        label={t('parties.title')}
        layout={layout}
        list={list}
        rowKey={rowKey}
        sort={sort}
        onSort={(next) => {
          if (sortable.some((one) => one === next.column)) setSort(next);
        }}
        selection={selection}
        onSelectionChange={setSelection}
        active={active}
        onActiveChange={(row) => setActive(row.id)}
        onOpen={(row) => void navigate(`/parties/${row.id}`)}
        legend={t('parties.legend')}
        empty={
          total > 0 || view === 'archived' ? (
            <EmptyState title={t('parties.noMatch')} actions={<Button onClick={showAll}>{t('parties.clearFilters')}</Button>}>
              {t('parties.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('parties.empty')}
              actions={
                <>
                  <Button kind="primary" icon={IconTableImport} onClick={() => void navigate('/import?kind=parties')}>
                    {t('command.parties.import')}
                  </Button>
                  <Button onClick={() => setParams({ add: 'party' }, { replace: true })}>{t('parties.add')}</Button>
                </>
              }
            >
              {t('parties.emptyText')}
            </EmptyState>
          )
        }
      />
      {adding ? (
        <PartyDialog party={null} onClose={() => setParams({}, { replace: true })} onSaved={(id) => goOn(`/parties/${id}`)} />
      ) : null}
    </Page>
  );
}

const rowKey = (row: PartyRow) => row.id;
const sameList = <T,>(output: T): T => output;

/** A view and the filters over it; where both speak of one thing, the filter says it more closely. */
function joined(view: Filter, facets: Filter, text: string): Filter {
  const chosen = Object.fromEntries(Object.entries(facets).filter(([, values]) => !Array.isArray(values) || values.length > 0));
  return { ...view, ...chosen, ...(text.trim() === '' ? {} : { text }) };
}

interface SelectionBarProps {
  readonly selection: Selection;
  readonly count: number;
  readonly archived: boolean;
  readonly onDone: () => void;
}

/** What can be done with many parties at once; stands in the place of the filters while rows are ticked. */
function SelectionBar({ selection, count, archived, onDone }: SelectionBarProps) {
  const t = useText();
  const toast = useToast();
  const archive = useHostCommand('parties.setMany');
  const undo = useHostCommand('journal.undo');
  const [editing, setEditing] = useState(false);
  const ids = [...selection.keys].slice(0, 500);
  const off = selection.all || selection.keys.size > 500 || ids.length === 0 ? t('parties.tooMany') : undefined;
  const run = async () => {
    const reply = await archive.run({ ids, change: { archived: !archived } });
    toast(
      reply.ok
        ? {
            message: t(archived ? 'parties.restoredDone' : 'parties.archivedDone', { count: reply.value.changed }),
            onUndo: () => void undo.run({}),
          }
        : { message: errorSentence(t, reply.error) },
    );
    if (reply.ok) onDone();
  };
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={t('parties.toolbar')}>
      <b>{t('parties.selected', { count })}</b>
      <Button size="small" icon={IconPencil} disabledBecause={off} onClick={() => setEditing(true)}>
        {t('parties.bulk.edit')}
      </Button>
      <Button size="small" icon={IconArchive} busy={archive.pending} disabledBecause={off} onClick={() => void run()}>
        {t(archived ? 'parties.restore' : 'parties.archive')}
      </Button>
      <Button size="small" kind="quiet" onClick={onDone}>
        {t('parties.clearSelection')}
      </Button>
      {editing ? <BulkDialog ids={ids} onClose={() => setEditing(false)} onDone={onDone} /> : null}
    </div>
  );
}
