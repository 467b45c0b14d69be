import { useState } from 'react';
import type { DueView } from '../../../src-shared/contract/programme.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { Button, Note, useText } from '../../ui/index.ts';
import classes from './programme.module.css';
import { dueSentence } from './words.tsx';

/** When a recurring review is due, why, and which rules changed since; a line while it is in time. */
export function DuePanel({ due }: { readonly due: DueView }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const changes = due.because === 'ruleChange' ? due.since : due.ahead;
  const [first] = due.due ? [] : due.ahead;
  return (
    <Note tone={due.due ? 'review' : 'quiet'}>
      <div className={classes['due']}>
        <span>
          {dueSentence(t, due)}
          {first === undefined ? null : (
            <> {t('programme.due.ahead', { count: due.ahead.length, first: first.title, day: formatDay(first.on, t.locale) })}</>
          )}
        </span>
        {changes.length === 0 ? null : (
          <Button kind="link" size="small" expanded={open} onClick={() => setOpen(!open)}>
            {t('programme.due.changes')}
          </Button>
        )}
      </div>
      {open ? (
        <ul className={classes['plainList']}>
          {changes.map((change) => (
            <li key={`${change.on} ${change.title}`}>
              <a href={`#/rules/watch`}>
                {t('programme.due.source', { day: formatDay(change.on, t.locale), title: change.title, pack: change.pack })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Note>
  );
}
