import { IsoDate } from '../../../src-shared/model/dates.ts';
import { TextField, useText } from '../../ui/index.ts';

interface DayFieldProps {
  readonly label: string;
  /** As typed; empty where nobody said. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day of a holding, written as 2026-03-01. What is no day says so at once. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const t = useText();
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      placeholder={t('field.dayExample')}
      maxLength={10}
      {...(dayOf(value) === undefined ? { error: t('parties.ownership.noDay') } : {})}
    />
  );
}

/** The day, null where nothing stands, undefined where it is none. */
export function dayOf(text: string): IsoDate | null | undefined {
  return text.trim() === '' ? null : IsoDate.safeParse(text.trim()).data;
}
