import { IconLink, IconTableImport, IconUserQuestion } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { AccountTarget, LogAccount } from '../../../../src-shared/contract/people.ts';
import { errorSentence, PagedTable, useHostCommand, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  Day,
  EmptyState,
  nothingSelected,
  Page,
  PageHeader,
  type ProductText,
  type Selection,
  selectedCount,
  type TableColumn,
  Tabs,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { ImportListButton } from '../papers/ImportListButton.tsx';
import classes from '../people.module.css';
import { LinkPersonDialog, RegisterDialog } from './LinkDialogs.tsx';

const shows = ['unlinked', 'person', 'service', 'shared', 'ignored', 'all'] as const;
type Show = (typeof shows)[number];
const keyOf = (row: LogAccount) => `${row.system}\u0000${row.account}`;

/** Accounts that logs name, and whose they are. Suggestions say why; a person decides, one by one or many at once. */
export function AccountsScreen() {
  const t = useText();
  const toast = useToast();
  const [show, setShow] = useState<Show>('unlinked');
  const [text, setText] = useState('');
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [active, setActive] = useState<string | null>(null);
  const [dialog, setDialog] = useState<{
    readonly what: 'person' | 'service' | 'shared' | 'ignored';
    readonly accounts: readonly Named[];
  } | null>(null);
  const link = useHostCommand('people.linkAccounts');
  const undo = useHostCommand('journal.undo');
  const inputAt = useCallback((offset: number, limit: number) => ({ show, text: text.trim(), offset, limit }), [show, text]);
  const list = usePagedRows('people.accounts', inputAt, sameList);
  const settle = useCallback(
    async (accounts: readonly Named[], target: AccountTarget) => {
      const reply = await link.run({ accounts: accounts.slice(0, 500), target });
      toast(
        reply.ok
          ? { message: t('people.accounts.linked', { count: reply.value.changed }), onUndo: () => void undo.run({}) }
          : { message: errorSentence(t, reply.error) },
      );
      if (reply.ok) setSelection(nothingSelected);
    },
    [link, t, toast, undo],
  );
  const columns = useMemo(
    () => accountColumns(t, (row, personId) => void settle([named(row)], { state: 'person', personId })),
    [t, settle],
  );
  const layout = useTableLayout('people.accounts', columns);
  const selected = selectedCount(selection, list.rowCount);
  const chosen = (): readonly Named[] =>
    [...selection.keys].map((key) => ({ system: key.split('\u0000')[0] ?? '', account: key.split('\u0000')[1] ?? '' }));
  const tooMany = selection.all ? t('people.accounts.pickSingly') : undefined;

  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('people.accountsTitle')}
          crumbs={[{ label: t('people.title'), href: '#/people' }, { label: t('people.accountsTitle') }]}
          subtitle={t('people.accounts.lead')}
          actions={<ImportListButton kind="serviceAccounts" label={t('people.accounts.importServices')} icon={IconTableImport} />}
        >
          <Tabs<Show>
            label={t('people.views')}
            active={show}
            onChange={(next) => {
              setShow(next);
              setSelection(nothingSelected);
            }}
            tabs={shows.map((id) => ({ id, label: t(`people.accounts.show.${id}`), ...(id === show ? { count: list.rowCount } : {}) }))}
          />
        </PageHeader>
      }
    >
      {selected > 0 ? (
        <div className={classes['bulk']} role="toolbar" aria-label={t('people.toolbar')}>
          <b>{t('people.selected', { count: selected })}</b>
          <Button size="small" icon={IconLink} disabledBecause={tooMany} onClick={() => setDialog({ what: 'person', accounts: chosen() })}>
            {t('people.accounts.linkPerson')}
          </Button>
          {(['service', 'shared', 'ignored'] as const).map((what) => (
            <Button key={what} size="small" disabledBecause={tooMany} onClick={() => setDialog({ what, accounts: chosen() })}>
              {t(`people.accounts.make.${what}`)}
            </Button>
          ))}
          <Button size="small" disabledBecause={tooMany} onClick={() => void settle(chosen(), { state: 'none' })}>
            {t('people.accounts.unlink')}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setSelection(nothingSelected)}>
            {t('people.clearSelection')}
          </Button>
        </div>
      ) : (
        <Toolbar label={t('people.toolbar')} end={<ColumnsButton layout={layout} />}>
          <TextField
            label={t('people.search')}
            labelHidden
            placeholder={t('people.accounts.searchHint')}
            icon={IconUserQuestion}
            size="small"
            search
            value={text}
            onChange={setText}
          />
        </Toolbar>
      )}
      <PagedTable<LogAccount>
        label={t('people.accountsTitle')}
        layout={layout}
        list={list}
        rowKey={keyOf}
        selection={selection}
        onSelectionChange={setSelection}
        active={active}
        onActiveChange={(row) => setActive(keyOf(row))}
        onOpen={(row) => setDialog({ what: 'person', accounts: [named(row)] })}
        empty={<EmptyState title={t('people.accounts.empty')}>{t('people.accounts.emptyText')}</EmptyState>}
      />
      {dialog?.what === 'person' ? (
        <LinkPersonDialog
          accounts={dialog.accounts}
          onClose={() => setDialog(null)}
          onPick={(personId) => settle(dialog.accounts, { state: 'person', personId })}
        />
      ) : dialog === null ? null : (
        <RegisterDialog
          what={dialog.what}
          accounts={dialog.accounts}
          onClose={() => setDialog(null)}
          onRegister={(target) => settle(dialog.accounts, target)}
        />
      )}
    </Page>
  );
}

export interface Named {
  readonly account: string;
  readonly system: string;
}

const named = ({ account, system }: LogAccount): Named => ({ account: account.slice(0, 300), system });
const sameList = <T,>(output: T): T => output;

function accountColumns(t: ProductText, link: (row: LogAccount, personId: string) => void): ReadonlyArray<TableColumn<LogAccount>> {
  return [
    {
      id: 'account',
      header: t('people.accounts.account'),
      width: 280,
      hideable: false,
      cell: (row) => <code className="ellipsis">{row.account}</code>,
      text: (row) => row.account,
    },
    { id: 'system', header: t('people.accounts.system'), width: 120, cell: (row) => row.system, text: (row) => row.system },
    {
      id: 'events',
      header: t('people.accounts.events'),
      width: 96,
      align: 'end',
      cell: (row) => <span className="figures">{row.events.toLocaleString(t.locale)}</span>,
      text: (row) => String(row.events),
    },
    {
      id: 'lastOn',
      header: t('people.accounts.lastOn'),
      width: 110,
      whole: true,
      cell: (row) => <Day value={row.lastOn} />,
      text: (row) => row.lastOn ?? '',
    },
    {
      id: 'whose',
      header: t('people.accounts.whose'),
      width: 200,
      cell: (row) =>
        row.link === null ? (
          <span className="muted">{t('people.accounts.show.unlinked')}</span>
        ) : row.link.state === 'person' ? (
          <a href={`#/people/${row.link.personId ?? ''}`}>{row.link.personName}</a>
        ) : (
          <span className="ellipsis">
            {t(`people.accounts.state.${row.link.state}`)} <span className="muted">{row.link.owner}</span>
          </span>
        ),
      text: (row) => row.link?.personName ?? '',
    },
    {
      id: 'suggestion',
      header: t('people.accounts.suggestion'),
      width: 360,
      cell: (row) => {
        const [first] = row.suggestions;
        if (row.link !== null) return null;
        if (first === undefined) return <span className="muted">{t('people.accounts.noSuggestion')}</span>;
        return (
          <span className={classes['suggestion']}>
            <Button size="small" icon={IconLink} onClick={() => link(row, first.personId)}>
              {t('people.accounts.linkTo', { name: first.name })}
            </Button>
            <span className="muted ellipsis">{t(`people.because.${first.because}`)}</span>
          </span>
        );
      },
      text: (row) => row.suggestions[0]?.name ?? '',
    },
  ];
}
