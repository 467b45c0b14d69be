import type { ReactNode } from 'react';
import type { AppError } from '../../src-shared/contract/kernel.ts';
import { Button, Dialog, Note, useText } from '../ui/index.ts';
import classes from './FormDialog.module.css';
import { errorSentence } from './failure.ts';

interface FormDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** The verb and its object, on the primary button. */
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  /** Undo cannot mend what it does. */
  readonly final?: boolean;
  readonly busy: boolean;
  /** Why it cannot be submitted yet. */
  readonly missing?: string | undefined;
  /** How the last try failed; what was typed stays. */
  readonly error: AppError | null;
  /** Words for the error, where the screen knows better ones. */
  readonly errorText?: string | undefined;
  /** Pixels; for forms with lines of several fields. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** A small form over the page: fields, what went wrong, cancel and one action. */
export function FormDialog({
  title,
  onClose,
  submitLabel,
  onSubmit,
  final = false,
  busy,
  missing,
  error,
  errorText,
  width,
  children,
}: FormDialogProps) {
  const t = useText();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      {...(width === undefined ? {} : { width })}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind={final ? 'danger' : 'primary'} busy={busy} disabledBecause={missing} onClick={onSubmit}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <div className={classes['form']}>
        {children}
        {error === null ? null : (
          <Note tone="restricted" live>
            {errorText ?? errorSentence(t, error)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
