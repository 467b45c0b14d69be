import { monthByName } from '../../../importers/map/date.ts';
import { serialToIso } from '../../../importers/read/serial-date.ts';
import { clockMs } from './civil.ts';
import { parseIso } from './iso.ts';
import type { ParsedTime } from './parsed.ts';

const damaged = /^-?\d(?:[.,]\d+)?E[+-]?\d+$/i;
const plainNumber = /^\d{5,19}(?:[.,]\d{1,17})?$/;
/** The way older Microsoft serializers write a moment. */
const jsonDate = /^\/Date\((\d{12,13})(?:[+-]\d{4})?\)\/$/;
const commonLog = /^\[?(\d{1,2})\/(\p{L}+)\/(\d{4}):(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)\s*(.*?)\]?$/u;
const clock = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([AaPp])\.?\s?[Mm]\.?(?![\p{L}]))?/u;
const weekday = /^(\p{L}{2,10})(\.?,?)\s+(?=[\p{L}\d])/u;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const tightDate = /^(\d{4})(\d{2})(\d{2})$/;
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayName = /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s/-]*(?:de\s+)?(\p{L}+)\.?[\s,/-]*(?:de\s+|del\s+)?(\d{4}|\d{2})?$/u;
const nameDay = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u;
const offset = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i;

/**
 * Reads a moment in any of the forms exports use: ISO with or without a zone, RFC 2822, common log, American and dotted and slashed dates with or
 * without AM/PM, month names in English, German, French and Spanish among others, syslog without a year, epoch in seconds to nanoseconds, spreadsheet
 * serial numbers. Dotted dates are day first. Nothing is guessed: what can be read two ways says so.
 */
export function parseTime(text: string, into: ParsedTime): void {
  if (parseIso(text, into)) return;
  into.is = 'nothing';
  into.zoneWord = null;
  into.onlyOrder = null;
  const trimmed = text
    .trim()
    .replace(/^'/, '')
    .replace(/\[[A-Za-z_/+-]+\]$/, '');
  if (trimmed.length < 5 || trimmed.length > 80) return;
  const date = jsonDate.exec(trimmed)?.[1];
  if (trimmed !== text && parseIso(trimmed, into)) return;
  into.is = 'nothing';
  if (damaged.test(trimmed)) into.is = 'damaged';
  else if (date !== undefined || plainNumber.test(trimmed)) parseNumber((date ?? trimmed).replace(',', '.'), into);
  else parseWritten(trimmed, into);
}

/** Epoch by its number of digits, packed dates of 8 or 14 digits, spreadsheet serials of five. */
function parseNumber(text: string, into: ParsedTime): void {
  const whole = text.split('.')[0] ?? '';
  const factor =
    whole.length === 9 || whole.length === 10
      ? 1000
      : whole.length === 12 || whole.length === 13
        ? 1
        : whole.length === 16
          ? 1e-3
          : whole.length === 19
            ? 1e-6
            : 0;
  if (factor !== 0) {
    into.is = 'utc';
    // The last digits of micro- and nanoseconds do not matter, but must not round a moment up to the next.
    into.ms = factor >= 1 ? Math.round(Number(text) * factor) : Number(whole.slice(0, 13));
  } else if (whole.length === 8 || whole.length === 14) {
    const [year, month, day] = [whole.slice(0, 4), whole.slice(4, 6), whole.slice(6, 8)].map(Number);
    const time = whole.length === 14 ? timeOfDay(whole.slice(8, 10), whole.slice(10, 12), whole.slice(12, 14), undefined, undefined) : 0;
    setLocal(into, clockMs(year ?? 0, month ?? 0, day ?? 0, time));
  } else if (whole.length === 5) {
    const iso = serialToIso(Number(text), false);
    if (iso !== null) setLocal(into, Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`));
  }
}

function parseWritten(text: string, into: ParsedTime): void {
  const log = commonLog.exec(text);
  if (log !== null) {
    const [, day, name, year, time, zone] = log;
    const ms = clockMs(Number(year), monthByName(name ?? '') ?? 0, Number(day), timeText(time ?? ''));
    setLocal(into, ms);
    applyZone(zone ?? '', into);
    return;
  }
  // `20260105T101112Z` and the like are made an ordinary date and time first.
  const plain = text.replace(weekday, withoutWeekday).replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/, '$1-$2-$3 $4:$5:$6');
  const time = clock.exec(plain);
  if (time === null) {
    parseDate(plain, 0, into);
    return;
  }
  const ms = timeOfDay(time[1], time[2], time[3], time[4], time[5]);
  const before = plain
    .slice(0, time.index)
    .replace(/[\s,T]+$/, '')
    .replace(/\s+(?:at|um|à|a las)$/u, '')
    .trim();
  let after = plain.slice(time.index + time[0].length).trim();
  let date = before;
  // `Mon Jan 5 10:11:12 CET 2026`, and the time written before the date.
  const lateYear = /(?:^|\s)(\d{4})$/.exec(after);
  if (before !== '' && lateYear !== null) {
    date = `${before} ${lateYear[1]}`;
    after = after.slice(0, lateYear.index).trim();
  } else if (before === '') {
    const dated = /^[,\s]*(\S+(?:\s+\p{L}+\.?\s+\d{4})?)\s*(.*)$/u.exec(after);
    date = dated?.[1] ?? '';
    after = dated?.[2] ?? '';
  }
  parseDate(date, ms, into);
  if (into.is !== 'nothing') applyZone(after, into);
}

/** `Mar 5` begins with a month, `Mar, 5 Jan` and `Tue Mar 5` with a weekday. */
const withoutWeekday = (whole: string, word: string, mark: string) => (mark.endsWith(',') || monthByName(word) === undefined ? '' : whole);

function parseDate(text: string, time: number, into: ParsedTime): void {
  const first = yearFirst.exec(text) ?? tightDate.exec(text);
  if (first !== null) {
    const [year, month, day] = first.length === 5 ? [first[1], first[3], first[4]] : [first[1], first[2], first[3]];
    setLocal(into, clockMs(Number(year), Number(month), Number(day), time));
    return;
  }
  const parts = numeric.exec(text);
  if (parts !== null) {
    parseNumericDate(Number(parts[1]), parts[2] ?? '', Number(parts[3]), parts[4] ?? '', time, into);
    return;
  }
  const dayFirst = dayName.exec(text);
  const named = dayFirst ?? nameDay.exec(text);
  if (named === null) return;
  const [name, day, year] = dayFirst === null ? [named[1], named[2], named[3]] : [named[2], named[1], named[3]];
  const month = monthByName(name ?? '');
  if (month === undefined) return;
  if (year === undefined) {
    const ms = clockMs(2000, month, Number(day), time);
    if (Number.isNaN(ms)) return;
    into.is = 'noYear';
    into.ms = ms;
  } else setLocal(into, clockMs(fullYear(year), month, Number(day), time));
}

const fullYear = (text: string) => (text.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : Number(text));

function parseNumericDate(one: number, mark: string, two: number, yearText: string, time: number, into: ParsedTime): void {
  const year = fullYear(yearText);
  const dayFirst = clockMs(year, two, one, time);
  if (mark === '.') {
    setLocal(into, dayFirst);
    return;
  }
  const monthFirst = clockMs(year, one, two, time);
  if (one === two) setLocal(into, dayFirst);
  else if (Number.isNaN(dayFirst) || Number.isNaN(monthFirst)) {
    setLocal(into, Number.isNaN(dayFirst) ? monthFirst : dayFirst);
    into.onlyOrder = Number.isNaN(dayFirst) ? 'MDY' : 'DMY';
  } else {
    into.is = 'twoWays';
    into.ms = dayFirst;
    into.monthFirstMs = monthFirst;
  }
}

function setLocal(into: ParsedTime, ms: number): void {
  into.is = Number.isNaN(ms) ? 'nothing' : 'local';
  into.ms = ms;
}

/** Takes what stands after the time: nothing, `UTC`, an offset, or a word whose meaning is asked. Anything else spoils the reading. */
function applyZone(rest: string, into: ParsedTime): void {
  const text = rest.replace(/^\(|\)$/g, '').trim();
  if (text === '' || into.is === 'nothing') return;
  const fixed = /^(?:Z|UTC|GMT|UT)$/i.test(text) ? 0 : fixedOffset(text.replace(/\s*\([^)]*$/, ''));
  if (fixed !== null) {
    into.ms -= fixed;
    into.monthFirstMs -= fixed;
    if (into.is === 'local') into.is = 'utc';
    else into.zoneWord = 'UTC';
  } else if (/^[A-Z]{2,5}$/.test(text) || /^[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+$/.test(text)) into.zoneWord = text;
  else into.is = 'nothing';
}

/** Milliseconds of `+01`, `+0100`, `+01:00`, `UTC+1`; `null` when the text is none. */
export function fixedOffset(text: string): number | null {
  const found = offset.exec(text.trim());
  if (found === null) return null;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return minutes > 18 * 60 ? null : (found[1] === '-' ? -1 : 1) * minutes * 60_000;
}

const timeText = (text: string) => {
  const found = clock.exec(text);
  return found === null ? Number.NaN : timeOfDay(found[1], found[2], found[3], found[4], found[5]);
};

function timeOfDay(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
): number {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return Number.NaN;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const seconds = Number(second ?? 0);
  if (hours > 23 || Number(minute) > 59 || seconds > 60) return Number.NaN;
  return ((hours * 60 + Number(minute)) * 60 + seconds) * 1000 + Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
}
