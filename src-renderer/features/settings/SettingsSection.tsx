import type { ReactNode } from 'react';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { errorSentence } from '../../host/index.ts';
import { Note, useText } from '../../ui/index.ts';
import classes from './settings.module.css';

/** The column of a settings page. */
export function SettingsColumn({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }) {
  return <div className={`${classes['content'] ?? ''} ${wide ? (classes['wide'] ?? '') : ''}`}>{children}</div>;
}

/** One group of settings with what it is about. */
export function SettingsSection({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes['section']} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {text === undefined ? null : <p>{text}</p>}
      </header>
      {children}
    </section>
  );
}

/** A label at the left of a control that has none of its own in sight. */
export function SettingLine({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes['line']}>
      <span>{label}</span>
      <div>{children}</div>
    </div>
  );
}

/** The failure of the last command of a section, if any. */
export function CommandFailure({ errors }: { readonly errors: ReadonlyArray<AppError | null> }) {
  const t = useText();
  const error = errors.find((one) => one !== null) ?? null;
  return error === null ? null : (
    <Note tone="restricted" live>
      {errorSentence(t, error)}
    </Note>
  );
}
