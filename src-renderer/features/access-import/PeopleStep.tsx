import { useState } from 'react';
import type { AccountChoice, LogAccount } from '../../../src-shared/contract/access-logs.ts';
import { errorSentence, type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  importClasses as classes,
  EmptyState,
  Meaning,
  Note,
  Pager,
  Segmented,
  Select,
  type SelectOption,
  SimpleTable,
  StatusText,
  useText,
  Wizard,
} from '../../ui/index.ts';
import { CheckProgress } from './CheckProgress.tsx';
import type { StepProps } from './step-props.ts';
import { useCheck } from './use-check.ts';

const pageSize = 100;
const service = '\u0000service';
const later = '\u0000later';
const made = '\u0000new:';

/** Step six: whose the accounts are. Everything may stay open; nothing is linked before the last step. */
export function PeopleStep({ session, frame, go }: StepProps) {
  const t = useText();
  const reading = useCheck(session);
  const [filter, setFilter] = useState<'all' | 'open'>('open');
  const [offset, setOffset] = useState(0);
  const accounts = useHostQuery('accessLogs.accounts', { id: session.id, filter, offset, limit: pageSize }, { keepPrevious: true });
  const set = useHostCommand('accessLogs.setAccounts');
  const data = accounts.data;
  const on = { id: session.id, revision: session.revision };
  const suggested = (data?.accounts ?? []).flatMap(({ account, known, choice, suggestions: [first] }) =>
    known.is !== 'nobody' || choice !== null || first === undefined
      ? []
      : [{ account, choice: { to: 'person' as const, personId: first.id } }],
  );
  const choose = (account: string, value: string) => void set.run({ ...on, accounts: [{ account, choice: choiceOf(value) }] });
  return (
    <Wizard
      {...frame}
      current="people"
      heading={t('accessLogs.wizard.heading.people')}
      lead={t('accessLogs.wizard.lead.people', { open: data?.open ?? 0 })}
      headingActions={
        suggested.length === 0 ? null : (
          <Button busy={set.pending} onClick={() => void set.run({ ...on, accounts: suggested })}>
            {t('accessLogs.wizard.people.accept', { count: suggested.length })}
          </Button>
        )
      }
      next={{ label: t('accessLogs.wizard.step.review'), onClick: () => go('review'), busy: set.pending }}
      meaning={
        <>
          <Meaning title={t('accessLogs.wizard.meaning.people.title')}>{t('accessLogs.wizard.meaning.people')}</Meaning>
          <Meaning title={t('accessLogs.wizard.meaning.ties.title')}>{t('accessLogs.wizard.meaning.ties')}</Meaning>
        </>
      }
    >
      <div className={classes['stack']}>
        {set.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, set.error)}
          </Note>
        )}
        {session.checked === null ? (
          <CheckProgress session={session} reading={reading} label={t('accessLogs.wizard.checking')} />
        ) : (
          <>
            <div className={classes['segments']}>
              <Segmented
                label={t('accessLogs.wizard.people.show')}
                value={filter}
                onChange={(next) => {
                  setFilter(next);
                  setOffset(0);
                }}
                choices={[
                  { value: 'open', label: t('accessLogs.wizard.people.showOpen') },
                  { value: 'all', label: t('accessLogs.wizard.people.showAll') },
                ]}
              />
            </div>
            <QueryView query={accounts}>
              {({ accounts: shown, total, distinct }) =>
                shown.length === 0 ? (
                  <EmptyState title={t('accessLogs.wizard.people.none')}>{t('accessLogs.wizard.people.noneDetail')}</EmptyState>
                ) : (
                  <>
                    <AccountTable accounts={shown} onChoose={choose} />
                    {distinct > 5000 ? <p className="caption muted">{t('accessLogs.wizard.people.cut', { distinct })}</p> : null}
                    <Pager offset={offset} pageSize={pageSize} total={total} onMove={setOffset}>
                      <span className="caption muted">{t('imports.ui.ofRows', { shown: Math.min(total, offset + pageSize), total })}</span>
                    </Pager>
                  </>
                )
              }
            </QueryView>
          </>
        )}
      </div>
    </Wizard>
  );
}

interface AccountTableProps {
  readonly accounts: readonly LogAccount[];
  readonly onChoose: (account: string, value: string) => void;
}

function AccountTable({ accounts, onChoose }: AccountTableProps) {
  const t = useText();
  return (
    <SimpleTable
      label={t('accessLogs.wizard.heading.people')}
      place="inline"
      groups={[{ id: 'accounts', rows: accounts }]}
      rowKey={(account) => account.account}
      rowHeight={40}
      columns={[
        {
          id: 'account',
          header: t('accessLogs.wizard.people.account'),
          minWidth: 200,
          cell: ({ account }) => (
            <span className={classes['cell']} title={account}>
              {account}
            </span>
          ),
        },
        {
          id: 'events',
          header: t('accessLogs.wizard.people.events'),
          width: 84,
          fold: { under: 'account', order: 2 },
          align: 'end',
          cell: ({ count }) => <span className="figures">{count.toLocaleString(t.locale)}</span>,
        },
        {
          id: 'who',
          header: t('accessLogs.wizard.people.who'),
          width: 240,
          cell: (account) => <Who account={account} onChoose={onChoose} />,
        },
        {
          id: 'why',
          header: t('accessLogs.wizard.people.why'),
          width: 256,
          fold: { under: 'who', order: 1 },
          cell: (account) => <Why account={account} />,
        },
      ]}
    />
  );
}

interface WhoProps {
  readonly account: LogAccount;
  readonly onChoose: (account: string, value: string) => void;
}

/** Whose one account is: who is likely first, then whoever the words typed find in the register. */
function Who({ account, onChoose }: WhoProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const found = useHostQuery('people.find', { text: typed, limit: 20 }, { keepPrevious: true });
  const [first] = account.suggestions;
  return (
    <Select
      label={t('accessLogs.wizard.people.whoIs', { account: account.account })}
      labelHidden
      size="small"
      options={optionsFor(t, account, found.data ?? [], typed)}
      value={chosenOf(account)}
      placeholder={first === undefined ? t('accessLogs.wizard.people.later') : t('accessLogs.wizard.people.likely', { name: first.name })}
      dashedWhenEmpty
      onSearch={setTyped}
      searching={found.isPlaceholderData || found.isPending}
      onChange={(value) => onChoose(account.account, value)}
      onCreate={(name) => onChoose(account.account, `${made}${name}`)}
      createLabel={(name) => t('accessLogs.wizard.people.new', { name })}
    />
  );
}

function Why({ account: { known, choice, suggestions } }: { readonly account: LogAccount }) {
  const t = useText();
  if (choice !== null) return <StatusText tone="info">{t('accessLogs.wizard.people.chosen')}</StatusText>;
  if (known.is === 'person') return <StatusText tone="clear">{t('accessLogs.wizard.people.known')}</StatusText>;
  if (known.is === 'service') return <StatusText tone="clear">{t('accessLogs.wizard.people.service')}</StatusText>;
  const [first] = suggestions;
  if (first === undefined) return <StatusText tone="review">{t('accessLogs.wizard.people.nobody')}</StatusText>;
  return (
    <StatusText tone="info">
      {t('accessLogs.wizard.people.suggestedBy', { because: t.dynamic(`people.because.${first.because}`, {}, first.because) })}
    </StatusText>
  );
}

type Found = OutputOf<'people.find'>;

/** What can be said of an account, so far as it fits what was typed; the one that was chosen always stays, since its name shows on the button. */
function optionsFor(t: ReturnType<typeof useText>, account: LogAccount, found: Found, typed: string): readonly SelectOption[] {
  const { choice, known, chosenName } = account;
  const fixed: SelectOption[] = [
    ...account.suggestions.map(({ id, name, because }) => ({
      value: id,
      label: name,
      detail: t.dynamic(`people.because.${because}`, {}, because),
    })),
    { value: service, label: t('accessLogs.wizard.people.service') },
    { value: later, label: t('accessLogs.wizard.people.later') },
    ...(choice?.to === 'new' ? [{ value: `${made}${choice.name}`, label: t('accessLogs.wizard.people.new', { name: choice.name }) }] : []),
    ...(choice?.to === 'person' && chosenName !== null ? [{ value: choice.personId, label: chosenName }] : []),
    ...(choice === null && known.is === 'person' ? [{ value: known.person.id, label: known.person.name }] : []),
  ];
  const wanted = typed.trim().toLocaleLowerCase();
  const fitting = fixed.filter(
    ({ value, label }) => wanted === '' || value === chosenOf(account) || label.toLocaleLowerCase().includes(wanted),
  );
  const listed = found.map(({ id, name, team, externalId }) => ({
    value: id,
    label: name,
    detail: [externalId, team].filter((part) => part !== '').join(' · '),
  }));
  return [...new Map([...listed, ...fitting].map((one) => [one.value, one])).values()].sort(
    (a, b) => Number(!fitting.includes(a)) - Number(!fitting.includes(b)),
  );
}

function chosenOf({ choice, known }: LogAccount): string | null {
  switch (choice?.to) {
    case 'person':
      return choice.personId;
    case 'new':
      return `${made}${choice.name}`;
    case 'service':
      return service;
    case 'later':
      return later;
    case undefined:
      return known.is === 'person' ? known.person.id : known.is === 'service' ? service : null;
  }
}

function choiceOf(value: string): AccountChoice {
  if (value === service) return { to: 'service' };
  if (value === later) return { to: 'later' };
  return value.startsWith(made) ? { to: 'new', name: value.slice(made.length) } : { to: 'person', personId: value };
}
