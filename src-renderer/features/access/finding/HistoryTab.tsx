import type { AccessFinding } from '../../../../src-shared/contract/access.ts';
import { formatDay, formatInstant } from '../../../../src-shared/text/dates.ts';
import { journalSentence } from '../../../../src-shared/text/journal.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Section, useText } from '../../../ui/index.ts';
import { StateWord } from '../marks.tsx';
import classes from './finding.module.css';

/** Decisions, newest first, then everything the journal holds of this finding. */
export function HistoryTab({ finding }: { readonly finding: AccessFinding }) {
  const t = useText();
  const history = useHostQuery('journal.history', { entity: 'accessFindings', id: finding.id, limit: 100 });
  const entries = [...new Map((history.data ?? []).map((change) => [change.entry.seq, change.entry])).values()];
  return (
    <>
      <Section title={t('access.history.decisions')}>
        {finding.decisions.length === 0 ? <p className="small muted">{t('access.history.noDecision')}</p> : null}
        <ul className={classes['history']}>
          {finding.decisions.map((decision) => (
            <li key={decision.at}>
              <StateWord state={decision.state} groundMoved={false} />
              <span>{decision.reason}</span>
              <span className="caption muted">
                {t('access.history.by', {
                  name: decision.by,
                  at: formatInstant(decision.at, t.locale),
                  review: decision.reviewOn === null ? 'none' : formatDay(decision.reviewOn, t.locale),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {entries.length === 0 ? null : (
        <Section title={t('access.history.journal')}>
          <ul className={classes['history']}>
            {entries.map((entry) => (
              <li key={entry.seq}>
                <span>{journalSentence(entry, t)}</span>
                <span className="caption muted">
                  {t('access.history.by', { name: entry.person, at: formatInstant(entry.at, t.locale), review: 'none' })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
