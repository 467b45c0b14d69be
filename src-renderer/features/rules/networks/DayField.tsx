import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { Field, useText } from '../../../ui/index.ts';
import classes from './networks.module.css';

interface DayFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** As typed; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The day a text names, null for none, undefined for what is no day. */
export function dayIn(text: string): IsoDate | null | undefined {
  if (text.trim() === '') return null;
  const day = IsoDate.safeParse(text.trim());
  return day.success ? day.data : undefined;
}

/** A day that may be left open. */
export function DayField({ label, hint, value, onChange }: DayFieldProps) {
  const t = useText();
  return (
    <Field label={label} hint={hint} error={dayIn(value) === undefined ? t('networks.dayInvalid') : undefined}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          type="date"
          className={classes['date']}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
