import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { DateSpan } from '../../../../../src-shared/model/listed-party.ts';

/** Which number comes first where a date is written in numbers alone. */
export type NumberOrder = 'dayFirst' | 'monthFirst';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const circaWords = /^(?:circa|approximately|approx\.?|about|around|c\.|ca\.|abt\.?|en torno a|vers)\s*/i;

/**
 * Reads a date as official lists print it: a day, a month, a year or a span, `circa` where they say so. `00/00/1980` and `dd/mm/1980` are a
 * year. Two-digit years are those up to 49 of this century, else of the last. `null` for what is no date, also for days that do not exist.
 */
export function readSpan(printed: string, order: NumberOrder = 'dayFirst'): DateSpan | null {
  const text = printed.replace(/\s+/g, ' ').trim();
  let rest = text.replace(/^[([]+|[)\].;,]+$/g, '');
  const circa = circaWords.test(rest) || /\((?:approximat|circa)[^)]*\)$/i.test(text);
  rest = rest.replace(circaWords, '').replace(/\s*\((?:approximat|circa)[^)]*$/i, '');
  const between =
    /^(?:between|from)\s+(.+?)\s+(?:and|to|until)\s+(.+)$/i.exec(rest) ??
    /^(.+?)\s+(?:to|or|and)\s+(.+)$/i.exec(rest) ??
    /^(\d{4})\s*[-–/]\s*(\d{4})$/.exec(rest);
  if (between !== null) {
    const last = readOne(between[2] ?? '', order);
    const first = readOne(between[1] ?? '', order) ?? readOne(`${between[1] ?? ''} ${last?.from.slice(0, 4) ?? ''}`, order);
    if (first === null || last === null || first.from > last.until) return null;
    return { from: first.from, until: last.until, circa, text };
  }
  const one = readOne(rest, order);
  return one === null ? null : { ...one, circa, text };
}

/** The day a date names, `null` when it names no one day. */
export function readDay(printed: string, order: NumberOrder = 'dayFirst'): IsoDate | null {
  const span = readSpan(printed, order);
  return span !== null && span.from === span.until ? span.from : null;
}

interface Days {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

function readOne(text: string, order: NumberOrder): Days | null {
  const plain = text.trim().replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?$/.exec(plain);
  if (iso !== null) return days(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2}|dd|mm|\?\?)[/.-](\d{1,2}|mm|dd|\?\?)[/.-](\d{4}|\d{2})$/i.exec(plain);
  if (numbers !== null) {
    const [first, second] = [numbers[1], numbers[2]];
    const monthFirst = order === 'monthFirst' || /^mm$/i.test(first ?? '');
    return days(fullYear(numbers[3] ?? ''), monthFirst ? first : second, monthFirst ? second : first);
  }
  const monthYear = /^(\d{1,2})[/.](\d{4})$/.exec(plain);
  if (monthYear !== null) return days(monthYear[2], monthYear[1], undefined);
  const dayMonth = /^(?:(\d{1,2})[\s.-]+)?([A-Za-zé]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/.exec(plain);
  if (dayMonth !== null) return days(fullYear(dayMonth[3] ?? ''), monthNumber(dayMonth[2] ?? ''), dayMonth[1]);
  const monthDay = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(plain);
  if (monthDay !== null) return days(monthDay[3], monthNumber(monthDay[1] ?? ''), monthDay[2]);
  return null;
}

const fullYear = (year: string): string => (year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`);

/** `00`-like text for a name that is no month, so that the date is refused. */
function monthNumber(name: string): string {
  const index = monthNames.indexOf(name.slice(0, 3).toLowerCase());
  return index === -1 ? '99' : String(index + 1);
}

/** Unknown parts are missing, zero or letters. */
function days(year: string | undefined, month: string | undefined, day: string | undefined): Days | null {
  const y = Number(year);
  const m = Number(month ?? 0) || 0;
  const d = Number(day ?? 0) || 0;
  if (!(y >= 1800 && y <= 2999) || m > 12 || d > 31) return null;
  const yyyy = String(y);
  if (m === 0) return { from: `${yyyy}-01-01` as IsoDate, until: `${yyyy}-12-31` as IsoDate };
  const mm = String(m).padStart(2, '0');
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d === 0) return { from: `${yyyy}-${mm}-01` as IsoDate, until: `${yyyy}-${mm}-${lastDay}` as IsoDate };
  if (d > lastDay) return null;
  const dayText = `${yyyy}-${mm}-${String(d).padStart(2, '0')}` as IsoDate;
  return { from: dayText, until: dayText };
}
