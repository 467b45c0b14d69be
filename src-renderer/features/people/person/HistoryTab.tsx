import { journalSentence } from '../../../../src-shared/text/journal.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { useText } from '../../../ui/index.ts';
import classes from '../people.module.css';

/** Who did what to this record, looks at citizenship among them, newest first. */
export function HistoryTab({ personId }: { readonly personId: string }) {
  const t = useText();
  const entries = useHostQuery('people.history', { id: personId });
  return (
    <QueryView query={entries} rows={6}>
      {(list) =>
        list.length === 0 ? (
          <p className="muted">{t('people.history.empty')}</p>
        ) : (
          <ul className={classes['history']}>
            {list.map((entry) => (
              <li key={entry.seq}>
                <span className="caption muted">
                  {entry.at.slice(0, 16).replace('T', ' ')} UTC · {entry.person === '' ? t('inventory.someone') : entry.person}
                </span>
                <div>
                  {entry.kind === 'do' ? '' : `${t(`inventory.journal.${entry.kind}`)} `}
                  {journalSentence(entry, t)}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
