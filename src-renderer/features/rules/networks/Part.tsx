import type { ReactNode } from 'react';
import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { errorSentence } from '../../../host/index.ts';
import { Note, Section, useText } from '../../../ui/index.ts';
import classes from './networks.module.css';

interface PartProps {
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly text: string;
  /** How the last tries failed; a dialog closed without a choice is no failure. */
  readonly errors?: readonly (AppError | null)[];
  readonly children: ReactNode;
}

/** One part of the page: heading, what it is for, what went wrong, content. */
export function Part({ title, text, errors = [], children }: PartProps) {
  const t = useText();
  const failed = errors.find((error) => error !== null && error.code !== 'cancelled') ?? null;
  return (
    <Section title={title}>
      <div className={classes['part']}>
        <p className="small muted">{text}</p>
        {failed === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, failed)}
          </Note>
        )}
        {children}
      </div>
    </Section>
  );
}
