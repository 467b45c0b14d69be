import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { EntryChange, ListVersionView } from '../../../src-shared/contract/lists.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { PagedTable, QueryView, useHostQuery, usePagedRows } from '../../host/index.ts';
import {
  Button,
  EmptyState,
  Inspector,
  Page,
  PageHeader,
  type ProductText,
  Select,
  StatusText,
  type TableColumn,
  Toolbar,
  useTableLayout,
  useText,
} from '../../ui/index.ts';
import { ChangeFields, changeSubtitle, changeWords } from './ChangeFields.tsx';
import { dayOf, entryPath, typeName } from './words.tsx';

const kinds = ['added', 'removed', 'changed'] as const;
type Kind = (typeof kinds)[number];

/** Two versions of a list side by side: who came, who left, and what an entry says now. */
export function ChangesScreen() {
  const t = useText();
  const { list = '' } = useParams();
  const { data: lists = [] } = useHostQuery('lists.all', {});
  const versions = useHostQuery('lists.versions', { list });
  const title = lists.find(({ code }) => code === list)?.title ?? list;
  const header = (
    <PageHeader
      title={t('lists.changes.title', { list: title })}
      crumbs={[
        { label: t('lists.screen'), href: '#/lists' },
        { label: title, href: `#/lists/${encodeURIComponent(list)}/versions` },
        { label: t('lists.changes.list') },
      ]}
    />
  );
  return (
    <QueryView query={versions}>
      {(rows) =>
        rows.length < 2 ? (
          <Page header={header}>
            <EmptyState title={t('lists.changes.one')}>{t('lists.changes.oneText')}</EmptyState>
          </Page>
        ) : (
          <Between list={list} versions={rows} header={header} />
        )
      }
    </QueryView>
  );
}

interface BetweenProps {
  readonly list: string;
  /** Newest first, two at least. */
  readonly versions: readonly ListVersionView[];
  readonly header: ReactNode;
}

function Between({ list, versions, header }: BetweenProps) {
  const t = useText();
  const navigate = useNavigate();
  const [place, setPlace] = useSearchParams();
  const known = (id: string | null) => versions.find((version) => version.id === id)?.id;
  const to = known(place.get('to')) ?? versions[0]?.id ?? '';
  const from = known(place.get('from')) ?? versions[1]?.id ?? '';
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [active, setActive] = useState<EntryChange | null>(null);
  const inputAt = useCallback(
    (offset: number, limit: number) => ({ list, from, to, kind: kind === 'all' ? null : kind, offset, limit }),
    [list, from, to, kind],
  );
  const select = useCallback(
    (output: DiffPage): { readonly total: number; readonly rows: readonly EntryChange[] } => ({
      total: kind === 'all' ? output.added + output.removed + output.changed : output[kind],
      rows: output.rows,
    }),
    [kind],
  );
  const rows = usePagedRows('lists.diff', inputAt, select);
  const { data: counts } = useHostQuery('lists.diff', { list, from, to, limit: 1 }, { keepPrevious: true });
  const columns = useMemo(() => columnsOf(t), [t]);
  const layout = useTableLayout('lists.changes', columns);
  const options = versions.map((version) => ({
    value: version.id,
    label: t('lists.changes.versionOption', { day: formatDay(dayOf(version), t.locale), entries: version.parties }),
  }));
  const go = (next: { from?: string; to?: string }) => {
    setActive(null);
    setPlace({ from, to, ...next }, { replace: true });
  };
  const total = (counts?.added ?? 0) + (counts?.removed ?? 0) + (counts?.changed ?? 0);
  return (
    <Page
      body="fill"
      header={header}
      inspector={
        active === null ? undefined : (
          <Inspector
            title={active.name}
            subtitle={changeSubtitle(active, t)}
            onClose={() => setActive(null)}
            footer={
              <Button fullWidth onClick={() => void navigate(entryPath(list, active.id, active.kind === 'removed' ? from : to))}>
                {t('lists.openEntry')}
              </Button>
            }
          >
            <ChangeFields change={active} />
          </Inspector>
        )
      }
    >
      <Toolbar label={t('lists.toolbar')}>
        <Select label={t('lists.changes.from')} size="small" value={from} options={options} onChange={(id) => go({ from: id })} />
        <Select label={t('lists.changes.to')} size="small" value={to} options={options} onChange={(id) => go({ to: id })} />
        <Select<Kind | 'all'>
          label={t('lists.column.kind')}
          size="small"
          value={kind}
          options={[
            { value: 'all', label: t('lists.changes.kindCount', { kind: t('lists.changes.all'), count: total }) },
            ...kinds.map((id) => ({
              value: id,
              label: t('lists.changes.kindCount', { kind: t(`lists.changes.${id}`), count: counts?.[id] ?? 0 }),
            })),
          ]}
          onChange={(next) => {
            setActive(null);
            setKind(next);
          }}
        />
      </Toolbar>
      <PagedTable<EntryChange>
        label={t('lists.changes.list')}
        layout={layout}
        list={rows}
        rowKey={({ id }) => id}
        active={active?.id ?? null}
        onActiveChange={setActive}
        onOpen={(change) => void navigate(entryPath(list, change.id, change.kind === 'removed' ? from : to))}
        empty={<EmptyState title={t('lists.changes.none')}>{t('lists.changes.noneText')}</EmptyState>}
      />
    </Page>
  );
}

interface DiffPage {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly rows: readonly EntryChange[];
}

const tones = { added: 'info', removed: 'unassessed', changed: 'review' } as const;

function columnsOf(t: ProductText): readonly TableColumn<EntryChange>[] {
  return [
    {
      id: 'name',
      header: t('lists.column.name'),
      width: 340,
      hideable: false,
      cell: ({ name }) => <bdi className="medium ellipsis">{name}</bdi>,
      text: ({ name }) => name,
    },
    {
      id: 'kind',
      header: t('lists.column.kind'),
      width: 120,
      whole: true,
      cell: ({ kind }) => <StatusText tone={tones[kind]}>{t(`lists.changes.${kind}`)}</StatusText>,
      text: ({ kind }) => t(`lists.changes.${kind}`),
    },
    {
      id: 'type',
      header: t('lists.column.type'),
      width: 120,
      cell: ({ type }) => typeName(type, t),
      text: ({ type }) => typeName(type, t),
    },
    {
      id: 'what',
      header: t('lists.column.what'),
      width: 300,
      cell: (change) => <span className="ellipsis">{changeWords(change, t)}</span>,
      text: (change) => changeWords(change, t),
    },
    { id: 'id', header: t('lists.column.id'), width: 140, cell: ({ id }) => <span className="code">{id}</span>, text: ({ id }) => id },
  ];
}
