import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { EntryLine } from '../../../src-shared/contract/lists.ts';
import { type PartyType, partyTypes } from '../../../src-shared/model/listed-party.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { PagedTable, usePagedRows } from '../../host/index.ts';
import {
  ColumnsButton,
  EmptyState,
  type ProductText,
  Select,
  type TableColumn,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
} from '../../ui/index.ts';
import { entryPath, typeName } from './words.tsx';

interface EntryTableProps {
  /** Null: all lists that are screened against. */
  readonly list: string | null;
  readonly listTitle: string;
  readonly active: EntryLine | null;
  readonly onActive: (entry: EntryLine) => void;
  /** In front of the search, such as a choice of the list. */
  readonly before?: ReactNode;
}

/** Entries of the versions in use, found by any of their names. Enter opens the page of one. */
export function EntryTable({ list: code, listTitle, active, onActive, before }: EntryTableProps) {
  const t = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const [type, setType] = useState<PartyType | 'all'>('all');
  const inputAt = useCallback(
    (offset: number, limit: number) => ({ list: code, text, type: type === 'all' ? null : type, offset, limit }),
    [code, text, type],
  );
  const list = usePagedRows('lists.entries', inputAt, asPage);
  const columns = useMemo(() => columnsOf(t, code === null), [t, code]);
  const layout = useTableLayout(code === null ? 'lists.entries' : 'lists.list', columns);
  return (
    <>
      <Toolbar label={t('lists.toolbar')} end={<ColumnsButton layout={layout} />}>
        {before}
        <TextField
          label={t('lists.search')}
          labelHidden
          search
          size="small"
          icon={IconSearch}
          placeholder={t('lists.searchHint')}
          value={typed}
          maxLength={200}
          onChange={setTyped}
        />
        <Select<PartyType | 'all'>
          label={t('lists.type')}
          labelHidden
          size="small"
          value={type}
          options={[{ value: 'all', label: t('lists.allTypes') }, ...partyTypes.map((one) => ({ value: one, label: typeName(one, t) }))]}
          onChange={setType}
        />
      </Toolbar>
      <PagedTable<EntryLine>
        label={t('lists.column.entries')}
        layout={layout}
        list={list}
        rowKey={entryKey}
        active={active === null ? null : entryKey(active)}
        onActiveChange={onActive}
        onOpen={(entry) => void navigate(entryPath(entry.list, entry.id))}
        empty={<EmptyState title={t('lists.noEntries')}>{t('lists.noEntriesText', { list: listTitle })}</EmptyState>}
      />
    </>
  );
}

const asPage = (output: { readonly total: number; readonly rows: readonly EntryLine[] }) => output;
const entryKey = ({ list, id }: EntryLine): string => `${list} ${id}`;

function columnsOf(t: ProductText, withList: boolean): readonly TableColumn<EntryLine>[] {
  const plain = (
    id: string,
    header: string,
    width: number,
    text: (entry: EntryLine) => string,
    more: Partial<TableColumn<EntryLine>> = {},
  ) => ({
    ...{ id, header, width, text },
    cell: (entry: EntryLine) => <span className="ellipsis">{text(entry)}</span>,
    ...more,
  });
  return [
    plain('name', t('lists.column.name'), 320, ({ name }) => name, {
      hideable: false,
      cell: ({ name }) => <bdi className="medium ellipsis">{name}</bdi>,
    }),
    ...(withList ? [plain('list', t('lists.column.list'), 96, ({ list }: EntryLine) => list)] : []),
    plain('type', t('lists.column.type'), 116, ({ type }) => typeName(type, t)),
    plain('otherNames', t('lists.column.otherNames'), 108, ({ otherNames }) => String(otherNames), { align: 'end' }),
    plain('countries', t('lists.column.countries'), 190, ({ countries }) =>
      countries.map((code) => countryName(t.locale, code)).join(', '),
    ),
    plain('programmes', t('lists.column.programmes'), 220, ({ programmes }) => programmes.join(', ')),
    plain('id', t('lists.column.id'), 130, ({ id }) => id, { hiddenAtFirst: withList }),
  ];
}
