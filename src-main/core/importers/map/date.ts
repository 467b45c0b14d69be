import type { DateOrder } from '../../../../src-shared/contract/imports.ts';

/** What the text of a cell says as a day, or a day and a time of day. ISO without a zone unless the text names one. */
export type DateReading =
  | { readonly is: 'date'; readonly iso: string }
  /** Day and month can be swapped: `03/10/2026`. Absent readings are no day of the calendar. */
  | { readonly is: 'twoWays'; readonly dmy: string; readonly mdy: string }
  | { readonly is: 'notADate' };

const months = [
  'jan january januar janvier enero gennaio janeiro januari styczeń янв',
  'feb february februar février fevrier febrero febbraio fevereiro februari fev févr luty фев',
  'mar march märz maerz mrz mars marzo março maart marzec мар',
  'apr april avril abril aprile avr abr kwiecień апр',
  'may mai mayo maggio maio mei maj май',
  'jun june juni juin junio giugno junho czerwiec июн',
  'jul july juli juillet julio luglio julho juil lipiec июл',
  'aug august août aout agosto augustus ago sierpień авг',
  'sep sept september septembre septiembre settembre setembro set wrzesień сен',
  'oct october oktober octobre octubre ottobre outubro okt out październik окт',
  'nov november novembre noviembre novembro listopad ноя',
  'dec december dezember décembre decembre diciembre dicembre dezembro dez dic déc grudzień дек',
];
const monthOf = new Map(months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

const zoneEnd = String.raw`(?:\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?`;
const timePart = String.raw`(?:[T,\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?${zoneEnd})?`;
const isoLike = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${timePart}$`);
const numeric = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${timePart}$`);
const dayMonthName = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s/-]*(?:de\\s+)?([\\p{L}]+)\\.?[\\s,/-]*(?:de\\s+)?(\\d{4})${timePart}$`,
  'u',
);
const monthNameDay = new RegExp(`^([\\p{L}]+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${timePart}$`, 'u');
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a date as people and systems write it. Dotted dates are day first, as the countries that use dots have it. Slashed and dashed ones
 * follow `order`; without one, a date that works both ways reads two ways, and one with a number above twelve reads the only way it can.
 */
export function readDate(text: string, order: DateOrder | null): DateReading {
  const trimmed = text
    .trim()
    .replace(/^'/, '')
    .replace(/^\p{L}{2,9}\.?,\s+(?=\d)/u, '');
  if (trimmed.length < 6 || trimmed.length > 60) return { is: 'notADate' };
  const iso = isoLike.exec(trimmed);
  if (iso !== null) return only(build(iso[1], iso[2], iso[3], iso.slice(4)));
  const tight = compact.exec(trimmed);
  if (tight !== null) return only(build(tight[1], tight[2], tight[3], []));
  const named = dayMonthName.exec(trimmed);
  if (named !== null) return only(build(named[3], monthNumber(named[2]), named[1], named.slice(4)));
  const american = monthNameDay.exec(trimmed);
  if (american !== null) return only(build(american[3], monthNumber(american[1]), american[2], american.slice(4)));
  const parts = numeric.exec(trimmed);
  if (parts === null) return { is: 'notADate' };
  const [, first, mark, second, year = '', ...time] = parts;
  const fullYear = year.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2000 : 1900)) : year;
  const dmy = build(fullYear, second, first, time);
  const mdy = build(fullYear, first, second, time);
  if (mark === '.') return only(dmy);
  if (year.length === 2 && order === 'YMD') return only(build(String(2000 + Number(first)), second, year, time));
  if (dmy === null || mdy === null || dmy === mdy) return only(order === 'MDY' ? (mdy ?? dmy) : (dmy ?? mdy));
  if (order === null || order === 'YMD') return { is: 'twoWays', dmy, mdy };
  return only(order === 'DMY' ? dmy : mdy);
}

/** Whether a text date can only be read with the day first, only with the month first, both ways, or tells nothing about order. */
export function dateOrderHint(text: string): 'DMY' | 'MDY' | 'both' | null {
  const parts = numeric.exec(text.trim().replace(/^'/, ''));
  if (parts === null || parts[2] === '.') return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  if (first > 12 && second <= 12) return 'DMY';
  if (second > 12 && first <= 12) return 'MDY';
  return first <= 12 && second <= 12 && first !== second ? 'both' : null;
}

function only(iso: string | null): DateReading {
  return iso === null ? { is: 'notADate' } : { is: 'date', iso };
}

/** 1 to 12 for the name of a month, whole or short, in the languages spreadsheets come in. */
export function monthByName(name: string): number | undefined {
  return monthOf.get(name.toLowerCase()) ?? monthOf.get(name.toLowerCase().slice(0, 3));
}

function monthNumber(name: string | undefined): string | undefined {
  const month = monthByName(name ?? '');
  return month === undefined ? undefined : String(month);
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: readonly (string | undefined)[],
): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00.000Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) return null;
  const clock = clockText(time);
  if (clock === null) return null;
  return clock === '' ? date : `${date}T${clock}`;
}

/** `''` when no time was written, `null` when it is none. */
function clockText([hour, minute, second = '00', fraction, half, zone]: readonly (string | undefined)[]): string | null {
  if (hour === undefined || minute === undefined) return '';
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const parts = [String(hours), minute, second].map((part) => part.padStart(2, '0')).join(':');
  const ms = fraction === undefined ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const offset =
    zone === undefined
      ? ''
      : /^(?:Z|UTC|GMT)$/.test(zone)
        ? 'Z'
        : zone.includes(':')
          ? zone
          : zone.length === 3
            ? `${zone}:00`
            : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return `${parts}${ms}${offset}`;
}
