const dayMs = 86_400_000;
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);

/** A yearly repetition that can be worked out: months, with days of the month or the n-th weekday of it. */
interface YearlyRule {
  readonly interval: number;
  readonly count: number | null;
  /** Last day it may fall on, ISO; null for ever. */
  readonly until: string | null;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: ReadonlyArray<{ readonly day: number; readonly nth: number }>;
}

/** Reads a RRULE (RFC 5545, 3.3.10); null for one that is not simply yearly. */
export function readYearlyRule(value: string): YearlyRule | null {
  const pairs = value
    .trim()
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '')
    .map((part) => part.split('='));
  const parts = new Map(pairs.map(([key = '', said = '']) => [key, said]));
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((key) => !known.has(key))) return null;
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1');
  const count = wholeNumber(parts.get('COUNT') ?? '1');
  const until = isoOf(parts.get('UNTIL') ?? '19700101');
  const months = numbers(parts.get('BYMONTH'), 1, 12);
  const monthDays = numbers(parts.get('BYMONTHDAY'), -31, 31);
  const weekdays = nthWeekdays(parts.get('BYDAY'));
  if (interval === null || count === null || until === null || months === null || monthDays === null || weekdays === null) return null;
  // Weekdays are counted within a month; days of the month beside them would narrow them, which holidays here do not need.
  if (weekdays.length > 0 && (months.length === 0 || monthDays.length > 0)) return null;
  return {
    ...{ interval, months, monthDays, weekdays },
    count: parts.has('COUNT') ? count : null,
    until: parts.has('UNTIL') ? until : null,
  };
}

/**
 * Days a rule falls on from its first day to the end of a year, in order. The first day counts whether the rule names it or not, as RFC 5545
 * has it. A 29 February comes in leap years only.
 */
export function daysOfRule(first: string, rule: YearlyRule, lastYear: number): readonly string[] {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const months = rule.months.length > 0 ? rule.months : [month];
  const monthDays = rule.monthDays.length > 0 ? rule.monthDays : [day];
  const days = [first];
  for (let at = year; at <= lastYear; at += rule.interval) {
    const inYear = months.flatMap((one) =>
      rule.weekdays.length > 0
        ? rule.weekdays.flatMap((wanted) => nthOf(at, one, wanted.day, wanted.nth) ?? [])
        : monthDays.flatMap((number) => dayOf(at, one, number) ?? []),
    );
    for (const one of inYear.sort()) {
      if (rule.count !== null && days.length >= rule.count) return days;
      if (one > first && (rule.until === null || one <= rule.until)) days.push(one);
    }
  }
  return days;
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A day of a month, counted from its end where negative; null where the month has none such. */
function dayOf(year: number, month: number, number: number): string | null {
  const length = lengthOf(year, month);
  const day = number < 0 ? length + 1 + number : number;
  return day < 1 || day > length ? null : iso(Date.UTC(year, month - 1, day));
}

function nthOf(year: number, month: number, weekday: number, nth: number): string | null {
  const edge = Date.UTC(year, month - 1, nth > 0 ? 1 : lengthOf(year, month));
  const on = new Date(edge).getUTCDay();
  const away = nth > 0 ? ((weekday - on + 7) % 7) + (nth - 1) * 7 : (nth + 1) * 7 - ((on - weekday + 7) % 7);
  const at = edge + away * dayMs;
  return new Date(at).getUTCMonth() === month - 1 ? iso(at) : null;
}

function nthWeekdays(text: string | undefined): YearlyRule['weekdays'] | null {
  if (text === undefined || text === '') return [];
  const read = text.split(',').map((one) => /^([+-]?[1-5])(SU|MO|TU|WE|TH|FR|SA)$/u.exec(one));
  return read.some((one) => one === null)
    ? null
    : read.map((one) => ({ nth: Number(one?.[1] ?? 1), day: weekdayNames.indexOf(one?.[2] ?? 'SU') }));
}

const wholeNumber = (text: string): number | null => (/^[1-9]\d{0,5}$/u.test(text) ? Number(text) : null);

function numbers(text: string | undefined, least: number, most: number): readonly number[] | null {
  if (text === undefined) return [];
  const read = text.split(',').map((one) => (/^[+-]?\d{1,2}$/u.test(one) ? Number(one) : 0));
  return read.every((one) => one >= least && one <= most && one !== 0) ? read : null;
}

/** `20261225` or `20261225T000000Z` as ISO; null where it is no day of the calendar. */
export function isoOf(value: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/u.exec(value.trim()) ?? [];
  if (day === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return dayOf(Number(year), Number(month), Number(day));
}
