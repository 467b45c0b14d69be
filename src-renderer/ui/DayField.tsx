import { IsoDate } from '../../src-shared/model/dates.ts';
import { TextField } from './TextField.tsx';
import { useText } from './text.tsx';

interface DayFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** As typed; empty where nobody said. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly labelHidden?: boolean;
  /** Stands in the empty field; an example of a day where not said. */
  readonly placeholder?: string;
  readonly size?: 'small' | 'medium';
  /** Nothing is no answer. */
  readonly required?: boolean;
  /** The value is final for now: focus left, or `Enter` was pressed. */
  readonly onCommit?: () => void;
}

/** A day, written as 2026-03-01. What is no day says so at once. */
export function DayField({
  label,
  labelHidden = false,
  placeholder,
  size = 'medium',
  hint,
  value,
  onChange,
  required = false,
  onCommit,
}: DayFieldProps) {
  const t = useText();
  const day = dayOf(value);
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      hint={hint}
      value={value}
      onChange={onChange}
      onCommit={onCommit}
      placeholder={placeholder ?? t('field.dayExample')}
      size={size}
      maxLength={10}
      error={day === undefined || (required && day === null) ? t('field.noDay') : undefined}
    />
  );
}

/** The day a text names, null where nothing stands, undefined where it is none. */
export function dayOf(text: string): IsoDate | null | undefined {
  return text.trim() === '' ? null : IsoDate.safeParse(text.trim()).data;
}
