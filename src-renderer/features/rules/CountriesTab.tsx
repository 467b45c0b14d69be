import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { CountryRow, CountryTable } from '../../../src-shared/contract/rulelibrary.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { DataTable, EmptyState, Page, Select, type TableColumn, TextField, Toolbar, useTableLayout, useText } from '../../ui/index.ts';
import { isNumbered, useShownRule } from './place.ts';
import { RulePanel } from './RulePanel.tsx';

/** Country groups and the country chart, searchable by country. */
export function CountriesTab({ header }: { readonly header: ReactNode }) {
  const t = useText();
  const query = useHostQuery('rulepacks.countries', {});
  const [shown, show] = useShownRule();
  const [pack, setPack] = useState<string | null>(null);
  return (
    <Page
      body="fill"
      header={header}
      inspector={shown === null ? undefined : <RulePanel shown={shown} onShow={show} onClose={() => show(null)} />}
    >
      <QueryView query={query} rows={12}>
        {(tables) => {
          const table = tables.find((each) => each.pack === pack) ?? tables[0];
          if (table === undefined) return <EmptyState title={t('rules.noCountries')}>{t('rules.noCountriesHint')}</EmptyState>;
          return (
            <CountryList
              table={table}
              active={shown?.kind === 'country' ? shown.id : null}
              onShow={(id) => show({ kind: 'country', pack: table.pack, id })}
              picker={
                tables.length < 2 ? null : (
                  <Select
                    label={t('rules.pack')}
                    labelHidden
                    size="small"
                    value={table.pack}
                    options={tables.map((each) => ({ value: each.pack, label: each.packTitle }))}
                    onChange={setPack}
                  />
                )
              }
            />
          );
        }}
      </QueryView>
    </Page>
  );
}

interface ListProps {
  readonly table: CountryTable;
  readonly active: string | null;
  readonly onShow: (code: string) => void;
  readonly picker: ReactNode;
}

function CountryList({ table, active, onShow, picker }: ListProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [group, setGroup] = useState('all');
  const rows = useMemo(() => {
    const wanted = plain(text.trim());
    return table.rows.filter(
      (row) =>
        (group === 'all' || row.groups.includes(group)) &&
        (wanted === '' || plain(row.name).includes(wanted) || row.code.toLowerCase() === wanted),
    );
  }, [table, text, group]);
  const named = useMemo(() => new Map(table.groups.map(({ id, title }) => [id, title])), [table]);
  const columns = useMemo(
    (): readonly TableColumn<CountryRow>[] => [
      {
        id: 'name',
        header: t('rules.column.country'),
        width: 196,
        hideable: false,
        cell: (row) => <span className="medium">{row.name}</span>,
        text: (row) => row.name,
      },
      { id: 'code', header: t('rules.column.code'), width: 64, cell: (row) => row.code, text: (row) => row.code },
      {
        id: 'groups',
        header: t('rules.groups'),
        width: 230,
        cell: (row) => groupWords(row.groups, named) || '–',
        text: (row) => groupWords(row.groups, named),
      },
      {
        id: 'requires',
        header: t('rules.column.requires'),
        width: 376,
        cell: (row) => (row.requires === null ? <span className="medium">{t('rules.seePointer')}</span> : row.requires.join(', ') || '–'),
        text: (row) => row.requires?.join(', ') ?? t('rules.seePointer'),
      },
      {
        id: 'pointer',
        header: t('rules.column.pointer'),
        width: 180,
        givesWay: 1,
        cell: (row) => row.pointer ?? row.treatments[0] ?? '',
        text: (row) => row.pointer ?? row.treatments[0] ?? '',
      },
    ],
    [t, named],
  );
  const layout = useTableLayout('rules.countries', columns);
  const getRow = useCallback((index: number) => rows[index], [rows]);
  return (
    <>
      <Toolbar
        label={t('rules.toolbar')}
        end={<span className="small muted">{t('rules.asOf', { day: formatDay(table.asOf, t.locale) })}</span>}
      >
        <TextField
          label={t('rules.searchCountry')}
          labelHidden
          search
          size="small"
          icon={IconSearch}
          placeholder={t('rules.searchCountry')}
          value={text}
          onChange={setText}
          autoFocus
        />
        <Select
          label={t('rules.groups')}
          labelHidden
          size="small"
          value={group}
          options={[
            { value: 'all', label: t('rules.allGroups') },
            ...table.groups.map(({ id, title, count }) => ({
              value: id,
              label: t('rules.groupCount', { id: groupWords([id], named), count }),
              ...(isNumbered(id) ? { detail: title } : {}),
            })),
          ]}
          onChange={setGroup}
        />
        {picker}
      </Toolbar>
      <DataTable
        label={t('rules.tab.countries')}
        layout={layout}
        rowCount={rows.length}
        getRow={getRow}
        rowKey={({ code }) => code}
        active={active}
        onActiveChange={({ code }) => onShow(code)}
        onOpen={({ code }) => onShow(code)}
        empty={<EmptyState title={t('rules.nothing')}>{t('rules.nothingHint', { text })}</EmptyState>}
      />
    </>
  );
}

/** Groups as the regulation numbers them; a set without a number goes by its name, its remarks in brackets left to the panel. */
function groupWords(ids: readonly string[], named: ReadonlyMap<string, string>): string {
  return ids.map((id) => (isNumbered(id) ? id : (named.get(id) ?? id).replace(/ \(.*$/, ''))).join(', ');
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
