import { IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import type { JournalEntry } from '../../../src-shared/contract/journal.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { journalSentence } from '../../../src-shared/text/journal.ts';
import { callHost, errorSentence, type OutputOf, QueryView, useHostQuery } from '../../host/index.ts';
import { Button, Note, type ProductText, SimpleTable, TextField, useText } from '../../ui/index.ts';
import { SettingsColumn, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

const STEP = 100;
const MOST = 500;

/** The journal, newest first, with a search and the check of its chain. */
export function HistorySection() {
  const t = useText();
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(STEP);
  const wanted = useDeferredValue(search.trim());
  const list = useHostQuery('journal.list', { limit, ...(wanted === '' ? {} : { search: wanted }) }, { keepPrevious: true });
  return (
    <SettingsColumn wide>
      <SettingsSection title={t('settings.history')} text={t('settings.history.text')}>
        <div className={classes['toolbar']}>
          <TextField
            label={t('settings.history.search')}
            labelHidden
            placeholder={t('settings.history.search')}
            icon={IconSearch}
            value={search}
            onChange={setSearch}
            search
            maxLength={200}
          />
          <VerifyButton />
        </div>
        <QueryView query={list}>
          {({ entries, total }) => (
            <>
              {entries.length === 0 ? (
                <p className="muted">{t(wanted === '' ? 'settings.history.empty' : 'settings.history.none')}</p>
              ) : (
                <SimpleTable
                  label={t('settings.history')}
                  place="inline"
                  columns={columnsOf(t)}
                  groups={[{ id: 'all', rows: entries }]}
                  rowKey={(entry) => String(entry.seq)}
                />
              )}
              {entries.length < total && limit < MOST ? (
                <div className={classes['buttons']}>
                  <Button onClick={() => setLimit(Math.min(MOST, limit + STEP))}>{t('settings.history.older')}</Button>
                </div>
              ) : null}
            </>
          )}
        </QueryView>
      </SettingsSection>
    </SettingsColumn>
  );
}

/** Checks the hash chain when asked, since it reads the whole journal. */
function VerifyButton() {
  const t = useText();
  const [verdict, setVerdict] = useState<OutputOf<'journal.verify'> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    const reply = await callHost('journal.verify', {});
    setBusy(false);
    setVerdict(reply.ok ? reply.value : null);
    setProblem(reply.ok ? null : errorSentence(t, reply.error));
  };
  return (
    <>
      <Button icon={IconShieldCheck} busy={busy} onClick={() => void verify()}>
        {t('settings.history.verify')}
      </Button>
      {problem === null ? null : (
        <Note tone="restricted" live>
          {problem}
        </Note>
      )}
      {verdict === null ? null : (
        <Note tone={verdict.intact ? 'clear' : 'restricted'} live>
          {verdict.broken === null
            ? t('settings.history.intact', { count: verdict.entries, head: verdict.head.slice(0, 12) })
            : t('settings.history.broken', { seq: verdict.broken.seq, reason: verdict.broken.reason })}
        </Note>
      )}
    </>
  );
}

function columnsOf(t: ProductText) {
  return [
    {
      id: 'seq',
      header: t('settings.history.no'),
      width: 56,
      cell: (entry: JournalEntry) => <span className="muted figures">{entry.seq}</span>,
    },
    { id: 'when', header: t('settings.history.when'), width: 190, cell: (entry: JournalEntry) => formatInstant(entry.at, t.locale) },
    { id: 'who', header: t('settings.history.who'), width: 150, cell: (entry: JournalEntry) => entry.person },
    { id: 'what', header: t('settings.history.what'), cell: (entry: JournalEntry) => sentenceOf(t, entry) },
    { id: 'rows', header: t('settings.history.rows'), width: 64, align: 'end' as const, cell: (entry: JournalEntry) => entry.changedRows },
  ];
}

function sentenceOf(t: ProductText, entry: JournalEntry): string {
  const what = journalSentence(entry, t);
  return entry.kind === 'do' ? what : t(`settings.history.${entry.kind}`, { what });
}
