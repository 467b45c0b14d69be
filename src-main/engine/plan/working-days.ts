import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { DaySpan, WorkCalendar } from '../../../src-shared/model/plan.ts';

const dayMs = 86_400_000;
/** A Monday, from which weeks are counted. */
const firstMonday = 4;

/** Arithmetic with the days on which work is done. Days are calendar dates; lengths are working days. */
export interface WorkingDays {
  isWorking(day: IsoDate): boolean;
  /** The day itself if work is done on it, else the next such day. */
  onOrAfter(day: IsoDate): IsoDate;
  /** The day itself if work is done on it, else the last such day before. */
  onOrBefore(day: IsoDate): IsoDate;
  /** The working day so many working days after (negative: before) the working day on or after `day`. */
  plus(day: IsoDate, days: number): IsoDate;
  /** Working days in a span, both ends included; 0 where it holds none. */
  count(span: DaySpan): number;
  /** Working days from one day to another: 1 from Friday to Monday, negative where `to` lies before. */
  between(from: IsoDate, to: IsoDate): number;
}

const numberOf = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayOf = (number: number): IsoDate => new Date(number * dayMs).toISOString().slice(0, 10) as IsoDate;

/**
 * Prepares a calendar for questions. Each answer costs a search among the holidays, however far apart the days are.
 *
 * Boundaries: spans include both ends. A holiday on a weekday that is free anyway changes nothing; one that stands twice counts once.
 * Throws a `RangeError` for a calendar without a working weekday.
 */
export function workingDays(calendar: WorkCalendar): WorkingDays {
  const weekdays = new Set(calendar.weekdays.map((weekday) => weekday - 1));
  if (weekdays.size === 0) throw new RangeError('A calendar needs at least one working weekday');
  const weekdayOf = (number: number): number => (((number - firstMonday) % 7) + 7) % 7;
  const holidays = [...new Set(calendar.holidays.map(({ day }) => numberOf(day)))]
    .filter((number) => weekdays.has(weekdayOf(number)))
    .sort((a, b) => a - b);
  const free = new Set(holidays);
  const perWeek = weekdays.size;
  /** Working weekdays before each weekday of a week. */
  const before = [0, 1, 2, 3, 4, 5, 6].map((weekday) => [...weekdays].filter((one) => one < weekday).length);

  const holidaysBefore = (number: number): number => {
    let [low, high] = [0, holidays.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((holidays[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** Working days before a day, counted from the first Monday. */
  const index = (number: number): number =>
    Math.floor((number - firstMonday) / 7) * perWeek + (before[weekdayOf(number)] ?? 0) - holidaysBefore(number);
  const isWorking = (number: number): boolean => weekdays.has(weekdayOf(number)) && !free.has(number);
  /** The working day that has so many before it. */
  const at = (wanted: number): number => {
    let low = firstMonday + Math.floor(wanted / perWeek) * 7;
    let high = low + 7 * (Math.ceil(holidays.length / perWeek) + 2);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (index(middle + 1) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    isWorking: (day) => isWorking(numberOf(day)),
    onOrAfter: (day) => dayOf(at(index(numberOf(day)))),
    onOrBefore: (day) => dayOf(at(index(numberOf(day) + 1) - 1)),
    plus: (day, days) => dayOf(at(index(numberOf(day)) + days)),
    count: ({ start, end }) => Math.max(0, index(numberOf(end) + 1) - index(numberOf(start))),
    between: (from, to) => index(numberOf(to)) - index(numberOf(from)),
  };
}

/** A span on working days: its start on or after, its end on or before, one day at least. A milestone has one day. */
export function settled(days: WorkingDays, span: DaySpan, milestone: boolean): DaySpan {
  const start = days.onOrAfter(span.start);
  if (milestone) return { start, end: start };
  const end = days.onOrBefore(span.end);
  return { start, end: end < start ? start : end };
}

/** A span moved so that it starts on (or on the working day after) another day, as many working days long as before. */
export function movedTo(days: WorkingDays, span: DaySpan, start: IsoDate): DaySpan {
  const first = days.onOrAfter(start);
  return { start: first, end: days.plus(first, Math.max(1, days.count(span)) - 1) };
}
