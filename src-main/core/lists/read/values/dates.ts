import { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { DateSpan } from '../../../../../src-shared/model/listed-party.ts';

/** Order of day and month in dates with slashes, points or dashes: the format says, the text cannot. */
export type DateOrder = 'DMY' | 'MDY';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day, a month or a year as its first and last day; `null` for anything else. */
interface Span {
  readonly from: string;
  readonly until: string;
}

/**
 * Reads a date of lists with whatever precision it has: `01 Jan 1962`, `Jan 1962`, `1962`, `circa 1960`, `1955 to 1960`, `between 1955 and 1960`, `1960s`,
 * `00/00/1980`, `1962-01-01`. `null` for a text that is none; the text itself is kept as printed.
 */
export function dateSpan(text: string, order: DateOrder = 'DMY'): DateSpan | null {
  const printed = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]+$/, '');
  let rest = printed.toLowerCase();
  const circa = /\b(?:circa|approximately|approx\.?|about|around|c\.|ca\.?)(?=\s|\d|$)|^c\.? ?\d|\(approx(?:imately)?\)/.test(rest);
  rest = rest
    .replace(/\((?:[^()]*)\)/g, ' ')
    .replace(/^(?:circa|approximately|approx\.?|about|around|c\.|ca\.?|c)\s*(?=\d|[a-z])/, '')
    .replace(/\b(?:circa|approximately|approx\.?|about)\s+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const range =
    /^(?:between |from )?(.+?)\s+(?:to|and|until|through)\s+(.+)$/.exec(rest) ??
    /^(\d{4})\s*[-–/]\s*(\d{4})$/.exec(rest) ??
    /^(\d{1,2} [a-z]{3,9} \d{4})\s*[-–]\s*(\d{1,2} [a-z]{3,9} \d{4})$/.exec(rest);
  let span: Span | null;
  if (range === null) span = oneDate(rest, order);
  else {
    const last = oneDate(range[2] ?? '', order);
    const first = oneDate(range[1] ?? '', order) ?? withYear(range[1] ?? '', last, order);
    span = first === null || last === null ? null : first.from <= last.until ? { from: first.from, until: last.until } : null;
  }
  if (span === null) return null;
  const from = IsoDate.safeParse(span.from);
  const until = IsoDate.safeParse(span.until);
  return from.success && until.success ? { from: from.data, until: until.data, circa, text: printed } : null;
}

/** `12 to 14 Mar 1970` and `Mar to May 1970` say the year once. */
function withYear(text: string, last: Span | null, order: DateOrder): Span | null {
  if (last === null) return null;
  const year = last.until.slice(0, 4);
  if (/^\d{1,2}$/.test(text)) return day(Number(year), Number(last.until.slice(5, 7)), Number(text));
  return oneDate(`${text} ${year}`, order);
}

function oneDate(text: string, order: DateOrder): Span | null {
  const plain = text
    .replace(/,/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  let found = /^(\d{4})$/.exec(plain);
  if (found !== null) return year(Number(found[1]));
  found = /^(?:the )?(early|mid|late)?[ -]?(?:the )?(\d{3}0)['’]?s$/.exec(plain);
  if (found !== null) {
    const start = Number(found[2]);
    const [first, last] = found[1] === 'early' ? [0, 4] : found[1] === 'late' ? [5, 9] : found[1] === 'mid' ? [3, 7] : [0, 9];
    return { from: `${start + first}-01-01`, until: `${start + last}-12-31` };
  }
  found = /^(?:early|mid|late|beginning of|end of)[ -]?(\d{4})$/.exec(plain);
  if (found !== null) return year(Number(found[1]));
  found = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/.exec(plain);
  if (found !== null) return day(Number(found[3]), monthOf(found[2] ?? ''), Number(found[1]));
  found = /^([a-z]{3,9})\.? (\d{1,2}) (\d{4})$/.exec(plain);
  if (found !== null) return day(Number(found[3]), monthOf(found[1] ?? ''), Number(found[2]));
  found = /^([a-z]{3,9})\.?[ -](\d{4})$/.exec(plain);
  if (found !== null) return month(Number(found[2]), monthOf(found[1] ?? ''));
  found = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:t[\d:.]+z?)?$/.exec(plain) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(plain);
  if (found !== null) return day(Number(found[1]), Number(found[2]), Number(found[3] ?? 0));
  found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: [\d:]+)?$/.exec(plain);
  if (found !== null) {
    const [first, second] = [Number(found[1]), Number(found[2])];
    return order === 'DMY' ? day(Number(found[3]), second, first) : day(Number(found[3]), first, second);
  }
  found = /^(\d{1,2})[/.-](\d{4})$/.exec(plain);
  return found === null ? null : month(Number(found[2]), Number(found[1]));
}

const monthOf = (name: string) => months.indexOf(name.slice(0, 3)) + 1;

/** Day 0 or month 0 mean "not known", as the UK list writes it. */
function day(yearNumber: number, monthNumber: number, dayNumber: number): Span | null {
  if (monthNumber === 0 && dayNumber === 0) return year(yearNumber);
  if (dayNumber === 0) return month(yearNumber, monthNumber);
  if (monthNumber === 0) return null;
  const date = `${pad(yearNumber, 4)}-${pad(monthNumber, 2)}-${pad(dayNumber, 2)}`;
  return yearNumber < 1000 || !IsoDate.safeParse(date).success ? null : { from: date, until: date };
}

function month(yearNumber: number, monthNumber: number): Span | null {
  if (monthNumber < 1 || monthNumber > 12 || yearNumber < 1000) return null;
  const last = new Date(Date.UTC(yearNumber, monthNumber, 0)).getUTCDate();
  const start = `${yearNumber}-${pad(monthNumber, 2)}`;
  return { from: `${start}-01`, until: `${start}-${pad(last, 2)}` };
}

const year = (yearNumber: number): Span | null =>
  yearNumber < 1000 ? null : { from: `${yearNumber}-01-01`, until: `${yearNumber}-12-31` };

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** A whole day as lists and orders give it; `null` when it is none, or only a month or a year. */
export function wholeDay(text: string, order: DateOrder = 'DMY'): IsoDate | null {
  const span = dateSpan(text, order);
  return span === null || span.from !== span.until ? null : span.from;
}
