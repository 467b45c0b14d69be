import { daysBetween } from '../model/dates.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it, and a table asks for the same few a thousand times. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formatters.set(key, made);
  return made;
}

/** A calendar day in words, `24 Nov 2026`; the day is a calendar day and has no zone. */
export function formatDay(day: string, locale: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(atMidnight(day));
}

/** Calendar days inside a sentence, `2026-10-05`, as the rest of the page writes them. */
export function daysInWords(sentence: string, locale: string): string {
  return sentence.replace(/\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, (day) => formatDay(day, locale));
}

/** A calendar day without its year, `28 Dec`, where the year is plain from what stands around it. */
export function formatDayShort(day: string, locale: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(atMidnight(day));
}

/** The same with the month spelled out, for sentences: `28 December`. */
export function formatDayMonth(day: string, locale: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(atMidnight(day));
}

/** A weekday by its ISO number, 1 Monday to 7 Sunday: `Monday`. */
export function formatWeekday(weekday: number, locale: string): string {
  return dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 4 + weekday)));
}

/** A calendar day in full for hover and print, `Tuesday, 24 November 2026`. */
export function formatDayLong(day: string, locale: string): string {
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atMidnight(day));
}

/** An instant in the reader's zone, with the zone said: `24 Nov 2026, 08:31 CET`. */
export function formatInstant(instant: string, locale: string, timeZone?: string): string {
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));
}

/** Hour and minute of an instant in the reader's zone: `14:12`. */
export function formatClock(instant: string, locale: string, timeZone?: string): string {
  return dateFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));
}

/** The reader's calendar day of an instant, ISO: what tables show in compact form. */
export function localDay(instant: string | Date): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

/** A moment as told from `now`: `today 13:45`, `yesterday 09:10`, else the day. Words come from the locale. */
export function formatRecent(instant: string, now: Date, locale: string): string {
  const days = daysBetween(localDay(now), localDay(instant));
  if (days < -1 || days > 0) return formatDay(localDay(instant), locale);
  const word = new Intl.RelativeTimeFormat(dayLocale(locale), { numeric: 'auto' }).format(days, 'day');
  return `${word} ${formatClock(instant, locale)}`;
}

/** English days read day first, as the sources on export control outside statutes do. */
function dayLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

function atMidnight(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00.000Z`);
}
