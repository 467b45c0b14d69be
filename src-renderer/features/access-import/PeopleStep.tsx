import { useState } from 'react';
import type { AccountChoice, LogAccount } from '../../../src-shared/contract/access-logs.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
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
  const choose = (account: string, value: string) => void set.run({ ...on, accounts: [{ account, choice: choiceOf(value) }] });
  return (
    <Wizard
      {...frame}
      current="people"
      heading={t('accessLogs.wizard.heading.people')}
      lead={t('accessLogs.wizard.lead.people', { open: data?.open ?? 0 })}
      headingActions={
        data === undefined || data.suggested === 0 ? null : (
          <Button busy={set.pending} onClick={() => void set.run({ ...on, accounts: [], acceptSuggestions: true })}>
            {t('accessLogs.wizard.people.accept', { count: data.suggested })}
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
              {({ accounts: shown, total, distinct, people }) =>
                shown.length === 0 ? (
                  <EmptyState title={t('accessLogs.wizard.people.none')}>{t('accessLogs.wizard.people.noneDetail')}</EmptyState>
                ) : (
                  <>
                    <AccountTable accounts={shown} people={people} onChoose={choose} />
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
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (account: string, value: string) => void;
}

function AccountTable({ accounts, people, onChoose }: AccountTableProps) {
  const t = useText();
  const everybody = people.map(({ id, name }) => ({ value: id, label: name }));
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
          align: 'end',
          cell: ({ count }) => <span className="figures">{count.toLocaleString(t.locale)}</span>,
        },
        {
          id: 'who',
          header: t('accessLogs.wizard.people.who'),
          width: 264,
          cell: (account) => (
            <Select
              label={t('accessLogs.wizard.people.whoIs', { account: account.account })}
              labelHidden
              size="small"
              options={optionsFor(t, account, everybody)}
              value={chosenOf(account)}
              placeholder={
                account.suggestions[0] === undefined
                  ? t('accessLogs.wizard.people.later')
                  : t('accessLogs.wizard.people.likely', { name: account.suggestions[0].name })
              }
              dashedWhenEmpty
              onChange={(value) => onChoose(account.account, value)}
              onCreate={(name) => onChoose(account.account, `${made}${name}`)}
              createLabel={(name) => t('accessLogs.wizard.people.new', { name })}
            />
          ),
        },
        { id: 'why', header: t('accessLogs.wizard.people.why'), width: 208, cell: (account) => <Why account={account} /> },
      ]}
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

function optionsFor(t: ReturnType<typeof useText>, account: LogAccount, everybody: readonly SelectOption[]): readonly SelectOption[] {
  const likely = account.suggestions.map(({ id, name, because }) => ({
    value: id,
    label: name,
    detail: t.dynamic(`people.because.${because}`, {}, because),
  }));
  const { choice } = account;
  return [
    ...likely,
    { value: service, label: t('accessLogs.wizard.people.service') },
    { value: later, label: t('accessLogs.wizard.people.later') },
    ...(choice?.to === 'new' ? [{ value: `${made}${choice.name}`, label: t('accessLogs.wizard.people.new', { name: choice.name }) }] : []),
    ...everybody.filter((person) => !likely.some((one) => one.value === person.value)),
  ];
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
