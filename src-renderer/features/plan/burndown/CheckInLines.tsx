import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Icon, IconButton, TextField, useText } from '../../../ui/index.ts';
import classes from './burndown.module.css';

const icons = { clear: IconCircleCheck, review: IconAlertTriangle, next: IconCircleDashed } as const;

interface CheckInLinesProps {
  readonly title: string;
  readonly tone: keyof typeof icons;
  readonly lines: readonly string[];
  /** What stands before a line and cannot be edited: the task it speaks of. */
  readonly before?: (place: number) => ReactNode;
  /** What follows a line, in grey: the days it slipped. */
  readonly after?: (place: number) => ReactNode;
  readonly none: string;
  readonly onChange: (lines: readonly string[]) => void;
  /** Lines that stand for a task cannot be left out or added, only worded. */
  readonly fixed?: boolean;
}

/** One part of the check-in: lines that were filled in and can be worded anew, left out and added to. */
export function CheckInLines({ title, tone, lines, before, after, none, onChange, fixed = false }: CheckInLinesProps) {
  const t = useText();
  const [editing, setEditing] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const begin = (place: number) => {
    setTyped(lines[place] ?? '');
    setEditing(place);
  };
  const commit = () => {
    if (editing === null) return;
    const words = typed.trim();
    setEditing(null);
    if (words === '' && !fixed) onChange(lines.filter((_, place) => place !== editing));
    else onChange(lines.map((line, place) => (place === editing ? words : line)));
  };
  return (
    <section className={classes['part']} data-tone={tone} aria-label={title}>
      <header className={classes['partHead']}>
        <h3>{title}</h3>
        {fixed ? null : (
          <IconButton
            icon={IconPlus}
            iconSize={14}
            label={t('plan.checkIn.add', { part: title })}
            onClick={() => {
              onChange([...lines, '']);
              setTyped('');
              setEditing(lines.length);
            }}
          />
        )}
      </header>
      {lines.length === 0 ? <p className={classes['none']}>{none}</p> : null}
      <ul className={classes['lines']}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its words change while it is edited
          <li key={place}>
            <Icon of={icons[tone]} />
            {editing === place ? (
              <TextField
                label={t('plan.checkIn.line', { number: place + 1 })}
                labelHidden
                size="small"
                value={typed}
                onChange={setTyped}
                onCommit={commit}
                autoFocus
                maxLength={400}
              />
            ) : (
              <button type="button" className={classes['words']} onClick={() => begin(place)}>
                <span className="visually-hidden">{t('plan.checkIn.edit')} </span>
                {before === undefined ? null : (
                  <>
                    {before(place)}
                    {', '}
                  </>
                )}
                {line === '' && before !== undefined ? <span data-ask>{t('plan.checkIn.whyHint')}</span> : line}{' '}
                {after === undefined ? null : <span>{after(place)}</span>}
              </button>
            )}
            {fixed || editing === place ? (
              <span />
            ) : (
              <IconButton
                icon={IconX}
                iconSize={14}
                label={t('plan.checkIn.remove', { line })}
                onClick={() => onChange(lines.filter((_, other) => other !== place))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
