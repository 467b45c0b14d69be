import { IconDownload, IconGitCompare } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { EntryLine, ListVersionView, ListView } from '../../../src-shared/contract/lists.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { EvidenceOf, errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  EmptyState,
  ErrorState,
  FactList,
  IconButton,
  Note,
  Page,
  PageHeader,
  PartyPlaces,
  type SimpleColumn,
  SimpleTable,
  StatusText,
  Tabs,
  useText,
  useToast,
} from '../../ui/index.ts';
import { EntryInspector } from './EntryInspector.tsx';
import { EntryTable } from './EntryTable.tsx';
import classes from './lists.module.css';
import { dayOf, OfficialPage, typeCounts, VersionAge } from './words.tsx';

const tabIds = ['entries', 'versions', 'evidence', 'about'] as const;
type TabId = (typeof tabIds)[number];

/** One list: its entries, its versions, and what it is. */
export function ListScreen() {
  const t = useText();
  const { list = '', tab } = useParams();
  const all = useHostQuery('lists.all', {});
  return (
    <QueryView query={all}>
      {(lists) => {
        const found = lists.find(({ code }) => code === list);
        return found === undefined ? (
          <ErrorState title={t('error.record.notFound')} detail={t('error.record.notFound.detail')} />
        ) : (
          <OneList key={found.code} list={found} tab={tabIds.find((id) => id === tab) ?? 'entries'} />
        );
      }}
    </QueryView>
  );
}

function OneList({ list, tab }: { readonly list: ListView; readonly tab: TabId }) {
  const t = useText();
  const navigate = useNavigate();
  const [active, setActive] = useState<EntryLine | null>(null);
  const header = (
    <PageHeader
      title={list.title}
      crumbs={[{ label: t('rules.title'), href: '#/rules' }, { label: t('lists.screen'), href: '#/lists' }, { label: list.title }]}
      subtitle={list.publisher}
      beside={
        list.old && list.ageDays !== null ? <StatusText tone="review">{t('lists.age', { days: list.ageDays })}</StatusText> : undefined
      }
      actions={<PartyPlaces here="lists" />}
    >
      <Tabs<TabId>
        label={list.title}
        active={tab}
        tabs={tabIds.map((id) => ({
          id,
          label: t(`lists.tabs.${id}`),
          ...(id === 'versions' ? { count: list.versions } : {}),
          ...(id === 'entries' && list.current !== null ? { count: list.current.parties } : {}),
        }))}
        onChange={(id) => {
          setActive(null);
          void navigate(`/lists/${encodeURIComponent(list.code)}${id === 'entries' ? '' : `/${id}`}`);
        }}
      />
    </PageHeader>
  );
  if (tab === 'evidence') return <Proof list={list} header={header} />;
  if (tab === 'about') return <About list={list} header={header} />;
  if (list.current === null)
    return (
      <Page header={header}>
        <EmptyState title={t('lists.noneYet')} actions={<OfficialPage list={list} />}>
          {t('lists.noneYetText', { meaning: list.meaning })}
        </EmptyState>
      </Page>
    );
  if (tab === 'versions') return <Versions list={list} header={header} />;
  return (
    <Page
      body="fill"
      header={header}
      inspector={active === null ? undefined : <EntryInspector entry={active} listTitle={list.title} onClose={() => setActive(null)} />}
    >
      <EntryTable list={list.code} listTitle={list.title} active={active} onActive={setActive} />
    </Page>
  );
}

interface TabProps {
  readonly list: ListView;
  readonly header: ReactNode;
}

function Versions({ list, header }: TabProps) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const versions = useHostQuery('lists.versions', { list: list.code });
  const save = useHostCommand('lists.saveRejects');
  const saveRejects = async (versionId: string) => {
    const reply = await save.run({ versionId });
    if (reply.ok && reply.value !== null) toast({ message: t('lists.savedRejects', { file: reply.value.fileName }) });
  };
  const rows = versions.data ?? [];
  const before = (version: ListVersionView) => rows[rows.indexOf(version) + 1];
  const columns: readonly SimpleColumn<ListVersionView>[] = [
    {
      id: 'version',
      header: t('lists.column.version'),
      width: 150,
      cell: (version) => (
        <span className={classes['name']}>
          <span className="medium">{formatDay(dayOf(version), t.locale)}</span>
          {version.current ? <small>{t('lists.inUse')}</small> : null}
        </span>
      ),
    },
    {
      id: 'file',
      header: t('lists.column.file'),
      minWidth: 220,
      cell: ({ fileName, sha256 }) => (
        <span className={classes['name']}>
          <span>{fileName}</span>
          <small className="code" title={sha256}>
            {sha256.slice(0, 16)}
          </small>
        </span>
      ),
    },
    {
      id: 'takenIn',
      header: t('lists.column.takenIn'),
      width: 230,
      fold: { under: 'file', order: 1 },
      cell: ({ importedAt, importedBy }) => t('networks.byOn', { by: importedBy, day: formatDay(importedAt.slice(0, 10), t.locale) }),
    },
    {
      id: 'entries',
      header: t('lists.column.entries'),
      width: 90,
      align: 'end',
      cell: ({ parties }) => parties.toLocaleString(t.locale),
    },
    {
      id: 'rejects',
      header: t('lists.column.rejects'),
      width: 110,
      align: 'end',
      cell: ({ id, rejects, ...version }) => (
        <span className={classes['end']}>
          {rejects === 0 ? null : (
            <IconButton
              icon={IconDownload}
              label={t('lists.saveRejects', { version: formatDay(dayOf(version), t.locale) })}
              onClick={() => void saveRejects(id)}
            />
          )}
          {rejects.toLocaleString(t.locale)}
        </span>
      ),
    },
    {
      id: 'actions',
      header: <span className="visually-hidden">{t('lists.column.actions')}</span>,
      width: 52,
      cell: (version) => {
        const earlier = before(version);
        return (
          <IconButton
            icon={IconGitCompare}
            label={t('lists.compare')}
            disabledBecause={earlier === undefined ? t('lists.compareFirst') : undefined}
            onClick={() => void navigate(`/lists/${encodeURIComponent(list.code)}/changes?from=${earlier?.id ?? ''}&to=${version.id}`)}
          />
        );
      },
    },
  ];
  return (
    <Page header={header}>
      {save.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
      <QueryView query={versions}>
        {() => <SimpleTable label={t('lists.tabs.versions')} columns={columns} rowKey={({ id }) => id} groups={[{ id: 'all', rows }]} />}
      </QueryView>
    </Page>
  );
}

/** What is kept with the list, each piece with the version it belongs to. */
function Proof({ list, header }: TabProps) {
  const t = useText();
  const versions = useHostQuery('lists.versions', { list: list.code });
  return (
    <Page header={header} padded>
      <div className={classes['record']}>
        <EvidenceOf
          record={{ kind: 'list', id: list.code }}
          parts={(versions.data ?? []).map((version) => ({
            value: version.id,
            label: t('evidence.versions', { day: formatDay(dayOf(version), t.locale), file: version.fileName }),
          }))}
        />
      </div>
    </Page>
  );
}

function About({ list, header }: TabProps) {
  const t = useText();
  const { current } = list;
  return (
    <Page header={header} padded>
      <div className={classes['record']}>
        <FactList
          labelWidth={180}
          rows={[
            { label: t('lists.about.meaning'), value: list.meaning },
            ...(list.publisher === '' ? [] : [{ label: t('lists.about.publisher'), value: list.publisher }]),
            { label: t('lists.about.page'), value: <OfficialPage list={list} /> },
            { label: t('lists.about.code'), value: <span className="code">{list.code}</span> },
            { label: t('lists.about.version'), value: <VersionAge list={list} /> },
            ...(current === null
              ? []
              : [
                  { label: t('lists.about.byType'), value: typeCounts(current.byType, t) },
                  { label: t('lists.about.names'), value: current.names.toLocaleString(t.locale) },
                  { label: t('lists.about.file'), value: current.fileName },
                  { label: t('lists.about.hash'), value: <span className="code">{current.sha256}</span> },
                ]),
          ]}
        />
      </div>
    </Page>
  );
}
