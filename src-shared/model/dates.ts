import { z } from 'zod';

/** Calendar date `YYYY-MM-DD`, no time zone. Compares correctly as a string. Refuses days that do not exist. */
export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, 'Not a day of the calendar')
  .brand<'IsoDate'>();
export type IsoDate = z.infer<typeof IsoDate>;

/** UTC instant, ISO 8601 with milliseconds and `Z`. Compares correctly as a string. */
export const IsoInstant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<'IsoInstant'>();
export type IsoInstant = z.infer<typeof IsoInstant>;

/** Checks a literal or an outside value and brands it. Throws on a day that does not exist: callers use it for literals only. */
export function isoDate(value: string): IsoDate {
  return IsoDate.parse(value);
}

/** The calendar day so many days after another; before it where `days` is negative. */
export function dayAfter(day: string, days: number): IsoDate {
  return isoDate(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

/** Whole days from one calendar day to another, of an instant its UTC day; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  const midnight = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** The same day some months later, or the last day of that month where it has no such day. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const lastDate = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return isoDate(`${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(date, lastDate)).padStart(2, '0')}`);
}

function isRealDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
