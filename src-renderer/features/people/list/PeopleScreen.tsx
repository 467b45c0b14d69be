import {
  IconArchive,
  IconFilter,
  IconHourglass,
  IconId,
  IconPlane,
  IconPlus,
  IconTableImport,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PeopleFilter, PersonRow } from '../../../../src-shared/contract/people.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { errorSentence, PagedTable, useHostCommand, useHostQuery, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  FilterChips,
  nothingSelected,
  Page,
  PageHeader,
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
import classes from '../people.module.css';
import { PersonDialog } from '../person/PersonDialog.tsx';
import { peopleColumns } from './columns.tsx';
import { chipsOf, type FacetId, type View, viewFilter, views } from './filter.ts';
import { PeopleFilterPopover } from './PeopleFilterPopover.tsx';
import { PersonInspector } from './PersonInspector.tsx';

const sortable = ['name', 'externalId', 'team', 'role', 'site', 'employment', 'accounts', 'startOn', 'lastDay', 'citizenship'] as const;
type SortBy = (typeof sortable)[number];
const today = () => new Date().toISOString().slice(0, 10);

/** Everybody who may reach what is registered: find, filter, look, add. */
export function PeopleScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const [view, setView] = useState<View>('all');
  const [facets, setFacets] = useState<PeopleFilter>({});
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'name', direction: 'ascending' });
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const columns = useMemo(() => peopleColumns(t, today()), [t]);
  const layout = useTableLayout('people', columns);
  const filter = useMemo(
    (): PeopleFilter => ({ ...viewFilter(view), ...facets, ...(text.trim() === '' ? {} : { text }) }),
    [view, facets, text],
  );
  const inputAt = useCallback(
    (offset: number, limit: number) => ({
      filter,
      sort: { by: sortable.find((one) => one === sort.column) ?? ('name' as SortBy), descending: sort.direction === 'descending' },
      offset,
      limit,
    }),
    [filter, sort],
  );
  const list = usePagedRows('people.list', inputAt, sameList);
  const { data: counts } = useHostQuery('people.counts', {});
  const active = params.get('person');
  const adding = params.get('add') === 'person';
  const setActive = useCallback((id: string | null) => setParams(id === null ? {} : { person: id }, { replace: true }), [setParams]);
  const chips = chipsOf(facets, t);
  const selected = selectedCount(selection, list.rowCount);
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'people.new', titleKey: 'command.people.add', shortcut: 'N', run: (): void => setParams({ add: 'person' }, { replace: true }) },
    ],
    [setParams],
  );
  useScreenCommands(commands);
  const total = counts?.people ?? 0;
  const viewCount: Partial<Readonly<Record<View, number>>> =
    counts === undefined
      ? {}
      : {
          all: total,
          left: counts.left,
          present: total - counts.left,
          unknown: counts.citizenship.unknown,
          notAsked: counts.citizenship.notAsked,
          unsourced: counts.unsourced,
        };

  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('people.title')}
          subtitle={t('people.subtitleCount', { total, unlinked: counts?.unlinkedAccounts ?? 0 })}
          actions={
            <>
              <Button icon={IconUserQuestion} onClick={() => void navigate('/people/accounts')}>
                {t('people.accountsTitle')}
              </Button>
              <Button icon={IconId} onClick={() => void navigate('/people/authorisations')}>
                {t('people.authorisationsTitle')}
              </Button>
              <Button icon={IconPlane} onClick={() => void navigate('/people/travel')}>
                {t('people.travelShort')}
              </Button>
              <Button icon={IconHourglass} onClick={() => void navigate('/people/retention')}>
                {t('people.retention.short', { overdue: counts?.overdue ?? 0 })}
              </Button>
              <Button icon={IconTableImport} onClick={() => void navigate('/import?kind=people')}>
                {t('people.import')}
              </Button>
              <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => setParams({ add: 'person' }, { replace: true })}>
                {t('people.add')}
              </Button>
            </>
          }
        >
          <Tabs<View>
            label={t('people.views')}
            active={view}
            onChange={setView}
            tabs={views.map((id) => ({
              id,
              label: t(`people.filter.${id}`),
              ...(viewCount[id] === undefined ? {} : { count: viewCount[id] }),
            }))}
          />
        </PageHeader>
      }
      inspector={active === null ? undefined : <PersonInspector id={active} onClose={() => setActive(null)} />}
    >
      {selected > 0 ? (
        <SelectionBar selection={selection} count={selected} archived={view === 'archived'} onDone={() => setSelection(nothingSelected)} />
      ) : (
        <Toolbar label={t('people.toolbar')} end={<ColumnsButton layout={layout} />}>
          <TextField
            label={t('people.search')}
            labelHidden
            placeholder={t('people.searchHint')}
            icon={IconFilter}
            size="small"
            search
            value={text}
            onChange={setText}
          />
          <FilterChips filters={chips} onRemove={(id) => setFacets((now) => ({ ...now, [id as FacetId]: [] }))} />
          <PeopleFilterPopover filter={facets} onChange={setFacets} />
        </Toolbar>
      )}
      <PagedTable<PersonRow>
        label={t('people.title')}
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
        onOpen={(row) => void navigate(`/people/${row.id}`)}
        legend={t('people.column.citizenshipHelp')}
        empty={
          total > 0 || view === 'archived' ? (
            <EmptyState
              title={t('people.noMatch')}
              actions={
                <Button
                  onClick={() => {
                    setView('all');
                    setFacets({});
                    setText('');
                  }}
                >
                  {t('people.clearFilters')}
                </Button>
              }
            >
              {t('people.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('people.empty')}
              actions={
                <>
                  <Button kind="primary" icon={IconTableImport} onClick={() => void navigate('/import?kind=people')}>
                    {t('people.import')}
                  </Button>
                  <Button onClick={() => setParams({ add: 'person' }, { replace: true })}>{t('people.add')}</Button>
                </>
              }
            >
              {t('people.emptyText')}
            </EmptyState>
          )
        }
      />
      {adding ? (
        <PersonDialog person={null} onClose={() => setParams({}, { replace: true })} onSaved={(id) => goOn(`/people/${id}`)} />
      ) : null}
    </Page>
  );
}

const rowKey = (row: PersonRow) => row.id;
const sameList = <T,>(output: T): T => output;

interface SelectionBarProps {
  readonly selection: Selection;
  readonly count: number;
  readonly archived: boolean;
  readonly onDone: () => void;
}

/** What can be done with many people at once; stands in the place of the filters while rows are ticked. */
function SelectionBar({ selection, count, archived, onDone }: SelectionBarProps) {
  const t = useText();
  const toast = useToast();
  const archive = useHostCommand('people.archive');
  const undo = useHostCommand('journal.undo');
  const ids = [...selection.keys].slice(0, 500);
  const run = async () => {
    const reply = await archive.run({ ids, archived: !archived });
    toast(
      reply.ok
        ? { message: t(archived ? 'people.restored' : 'people.archived', { count: reply.value.changed }), onUndo: () => void undo.run({}) }
        : { message: errorSentence(t, reply.error) },
    );
    if (reply.ok) onDone();
  };
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={t('people.toolbar')}>
      <b>{t('people.selected', { count })}</b>
      <Button
        size="small"
        icon={IconArchive}
        busy={archive.pending}
        disabledBecause={selection.all || selection.keys.size > ids.length || ids.length === 0 ? t('people.tooMany') : undefined}
        onClick={() => void run()}
      >
        {t(archived ? 'people.restore' : 'people.archive')}
      </Button>
      <Button size="small" kind="quiet" onClick={onDone}>
        {t('people.clearSelection')}
      </Button>
    </div>
  );
}
