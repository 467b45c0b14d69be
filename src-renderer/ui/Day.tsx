import { formatDay } from '../../src-shared/text/dates.ts';
import { useText } from './text.tsx';

interface DayProps {
  /** A calendar day, ISO, or the day of an instant in UTC; null where there is none. */
  readonly value: string | null;
  /** Stands where there is no day. */
  readonly none?: string;
}

/** A calendar day in words, `24 Nov 2026`, its figures of one width so that days stand in a column. */
export function Day({ value, none = '' }: DayProps) {
  const { locale } = useText();
  return <span className="figures">{value === null || value === '' ? none : formatDay(value, locale)}</span>;
}
