import type { JournalEntry } from '../../src-shared/contract/journal.ts';
import { formatInstant } from '../../src-shared/text/dates.ts';
import { journalSentence } from '../../src-shared/text/journal.ts';
import { useText } from '../ui/index.ts';
import classes from './JournalEntries.module.css';

interface JournalEntriesProps {
  /** Newest first. */
  readonly entries: readonly Pick<JournalEntry, 'seq' | 'at' | 'person' | 'kind' | 'method' | 'params'>[];
  /** Said where there are none. */
  readonly empty: string;
}

/** Who did what to a record, and when. */
export function JournalEntries({ entries, empty }: JournalEntriesProps) {
  const t = useText();
  if (entries.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ul className={classes['entries']}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <span className="caption muted">
            {formatInstant(entry.at, t.locale)} · {entry.person === '' ? t('inventory.someone') : entry.person}
          </span>
          <div>
            {entry.kind === 'do' ? '' : `${t(`inventory.journal.${entry.kind}`)} `}
            {journalSentence(entry, t)}
          </div>
        </li>
      ))}
    </ul>
  );
}
