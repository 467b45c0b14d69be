import type { HolidaySet, WorkCalendar } from '../../../src-shared/model/plan.ts';

type Holiday = WorkCalendar['holidays'][number];

const dayMs = 86_400_000;
const utc = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);
const weekday = (at: number) => new Date(at).getUTCDay();
const iso = (at: number) => new Date(at).toISOString().slice(0, 10) as Holiday['day'];

/** The n-th weekday (0 Sunday) of a month; the last for n = -1. */
function nth(year: number, month: number, day: number, n: number): number {
  if (n === -1) {
    const last = utc(year, month + 1, 0);
    return last - ((weekday(last) - day + 7) % 7) * dayMs;
  }
  const first = utc(year, month, 1);
  return first + (((day - weekday(first) + 7) % 7) + (n - 1) * 7) * dayMs;
}

/** Easter Sunday of the Western churches, by the anonymous Gregorian computus (Meeus, Jones and Butcher). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return utc(year, Math.floor(sum / 31), (sum % 31) + 1);
}

type Named = readonly [at: number, name: string];

/** A federal holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after. */
const observed = (at: number, name: string): Named => {
  const on = weekday(at);
  return on === 6 ? [at - dayMs, `${name} (observed)`] : on === 0 ? [at + dayMs, `${name} (observed)`] : [at, name];
};

/** Christmas and Boxing Day of England and Wales: each that falls on a weekend gets a weekday after both. */
function christmasOfEngland(year: number): readonly Named[] {
  const on = weekday(utc(year, 12, 25));
  const at = (day: number) => utc(year, 12, day);
  if (on === 5)
    return [
      [at(25), 'Christmas Day'],
      [at(28), 'Boxing Day (substitute)'],
    ];
  if (on === 6)
    return [
      [at(27), 'Christmas Day (substitute)'],
      [at(28), 'Boxing Day (substitute)'],
    ];
  if (on === 0)
    return [
      [at(26), 'Boxing Day'],
      [at(27), 'Christmas Day (substitute)'],
    ];
  return [
    [at(25), 'Christmas Day'],
    [at(26), 'Boxing Day'],
  ];
}

function newYearOfEngland(year: number): Named {
  const at = utc(year, 1, 1);
  const on = weekday(at);
  return on === 6
    ? [at + 2 * dayMs, 'New Year’s Day (substitute)']
    : on === 0
      ? [at + dayMs, 'New Year’s Day (substitute)']
      : [at, 'New Year’s Day'];
}

const sets: Readonly<Record<HolidaySet, (year: number) => readonly Named[]>> = {
  // 5 U.S.C. 6103 and Executive Order 11582.
  usFederal: (year) => [
    observed(utc(year, 1, 1), 'New Year’s Day'),
    [nth(year, 1, 1, 3), 'Birthday of Martin Luther King, Jr.'],
    [nth(year, 2, 1, 3), 'Washington’s Birthday'],
    [nth(year, 5, 1, -1), 'Memorial Day'],
    observed(utc(year, 6, 19), 'Juneteenth'),
    observed(utc(year, 7, 4), 'Independence Day'),
    [nth(year, 9, 1, 1), 'Labor Day'],
    [nth(year, 10, 1, 2), 'Columbus Day'],
    observed(utc(year, 11, 11), 'Veterans Day'),
    [nth(year, 11, 4, 4), 'Thanksgiving Day'],
    observed(utc(year, 12, 25), 'Christmas Day'),
  ],
  englandAndWales: (year) => [
    newYearOfEngland(year),
    [easterSunday(year) - 2 * dayMs, 'Good Friday'],
    [easterSunday(year) + dayMs, 'Easter Monday'],
    [nth(year, 5, 1, 1), 'Early May bank holiday'],
    [nth(year, 5, 1, -1), 'Spring bank holiday'],
    [nth(year, 8, 1, -1), 'Summer bank holiday'],
    ...christmasOfEngland(year),
  ],
  germany: (year) => [
    [utc(year, 1, 1), 'Neujahr'],
    [easterSunday(year) - 2 * dayMs, 'Karfreitag'],
    [easterSunday(year) + dayMs, 'Ostermontag'],
    [utc(year, 5, 1), 'Tag der Arbeit'],
    [easterSunday(year) + 39 * dayMs, 'Christi Himmelfahrt'],
    [easterSunday(year) + 50 * dayMs, 'Pfingstmontag'],
    [utc(year, 10, 3), 'Tag der Deutschen Einheit'],
    [utc(year, 12, 25), '1. Weihnachtstag'],
    [utc(year, 12, 26), '2. Weihnachtstag'],
  ],
  france: (year) => [
    [utc(year, 1, 1), 'Jour de l’an'],
    [easterSunday(year) + dayMs, 'Lundi de Pâques'],
    [utc(year, 5, 1), 'Fête du travail'],
    [utc(year, 5, 8), 'Victoire 1945'],
    [easterSunday(year) + 39 * dayMs, 'Ascension'],
    [easterSunday(year) + 50 * dayMs, 'Lundi de Pentecôte'],
    [utc(year, 7, 14), 'Fête nationale'],
    [utc(year, 8, 15), 'Assomption'],
    [utc(year, 11, 1), 'Toussaint'],
    [utc(year, 11, 11), 'Armistice 1918'],
    [utc(year, 12, 25), 'Noël'],
  ],
  norway: (year) => [
    [utc(year, 1, 1), 'Første nyttårsdag'],
    [easterSunday(year) - 3 * dayMs, 'Skjærtorsdag'],
    [easterSunday(year) - 2 * dayMs, 'Langfredag'],
    [easterSunday(year) + dayMs, 'Andre påskedag'],
    [utc(year, 5, 1), 'Arbeidernes dag'],
    [utc(year, 5, 17), 'Grunnlovsdagen'],
    [easterSunday(year) + 39 * dayMs, 'Kristi himmelfartsdag'],
    [easterSunday(year) + 50 * dayMs, 'Andre pinsedag'],
    [utc(year, 12, 25), 'Første juledag'],
    [utc(year, 12, 26), 'Andre juledag'],
  ],
};

/**
 * Public holidays of some years, worked out by the rules that fix them, in order. Days moved or added once (a coronation, a funeral),
 * those of single states and regions, and Sundays are not among them.
 */
export function holidaysOf(set: HolidaySet, from: number, until: number): Holiday[] {
  const years = Array.from({ length: Math.max(0, until - from + 1) }, (_, place) => from + place);
  const days = new Map(years.flatMap((year) => sets[set](year)).map(([at, name]) => [iso(at), name]));
  return [...days].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
