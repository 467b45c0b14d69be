import type { ReactNode } from 'react';
import type { CitedSource } from '../../../src-shared/contract/rulelibrary.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { MathText, useText } from '../../ui/index.ts';
import classes from './rules.module.css';
import { SourceText } from './sources.tsx';

export interface HistoryLine {
  readonly from: string;
  readonly until: string | null;
  readonly current: boolean;
  readonly value: ReactNode;
  readonly note: string | null;
  readonly source: CitedSource;
}

/** What held when, newest first; the stretch in force on the day judged is marked by a filled dot and a word. */
export function HistoryList({ lines }: { readonly lines: readonly HistoryLine[] }) {
  const t = useText();
  return (
    <ol className={classes['history']}>
      {lines.map((line) => (
        <li key={`${line.from}${line.until ?? ''}`} data-current={line.current ? '' : undefined}>
          <span className={classes['when']}>
            {line.until === null
              ? t('rules.since', { from: formatDay(line.from, t.locale) })
              : t('rules.fromUntil', { from: formatDay(line.from, t.locale), until: formatDay(line.until, t.locale) })}
            {line.current ? <b>{t('rules.onDay')}</b> : null}
          </span>
          <span className={classes['what']}>{line.value}</span>
          {line.note === null ? null : (
            <span className="small">
              <MathText>{line.note}</MathText>
            </span>
          )}
          <SourceText source={line.source} />
        </li>
      ))}
    </ol>
  );
}
