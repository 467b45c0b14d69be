import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './fields.module.css';
import { Icon } from './Icon.tsx';
import { useText } from './text.tsx';

export interface FieldProps {
  readonly label: string;
  /** Hides the label from sight, not from assistive technology; for filters and table cells. */
  readonly labelHidden?: boolean;
  /** What to write and why, under the control. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Label at the left, on one line with the control and `after`. */
  readonly inline?: boolean;
  /** At the right of an inline control: source, factor, unit. */
  readonly after?: ReactNode;
}

/** Ids that tie label, hint and error to the control. */
export interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (ids: FieldIds) => ReactNode;
}

/** Label, control, hint and error, tied together. Every control of the kit stands in one. */
export function Field({ label, labelHidden = false, hint, error, required = false, inline = false, after, children }: FieldFrameProps) {
  const t = useText();
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={classes['wrap']} data-inline={inline ? '' : undefined}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : classes['label']}>
        {label}
        {required ? <i>{t('common.required')}</i> : null}
      </label>
      {children({ id, describedBy, invalid: error !== undefined })}
      {after === undefined ? null : <span className={classes['hint']}>{after}</span>}
      {hint === undefined ? null : (
        <div id={hintId} className={`${classes['hint'] ?? ''} ${classes['below'] ?? ''}`}>
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <div id={errorId} className={classes['error']} role="alert">
          <Icon of={IconAlertTriangle} size={14} />
          {error}
        </div>
      )}
    </div>
  );
}
