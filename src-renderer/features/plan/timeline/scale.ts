import { dayAfter, daysBetween, type IsoDate } from '../../../../src-shared/model/dates.ts';
import type { DaySpan, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { isWorkingDay, mondayOf, weekdayOf } from './working-days.ts';

/**
 * Where days lie on the chart, in pixels from its left edge. Only the working weekdays have a column: a weekend takes no
 * room, a holiday keeps its column and is shaded.
 */
export interface TimeScale {
  /** Monday of the first week. */
  readonly origin: IsoDate;
  readonly weeks: number;
  /** Working weekdays in a week. */
  readonly perWeek: number;
  readonly dayWidth: number;
  readonly width: number;
  /** Left edge of a day's column; a day off stands where the next working weekday begins. */
  readonly left: (day: string) => number;
  /** Right edge of a day's column; a day off ends where it begins. */
  readonly right: (day: string) => number;
  readonly centre: (day: string) => number;
  /** The working weekday at so many columns from the origin, which may lie outside the chart. */
  readonly dayAt: (column: number) => IsoDate;
  readonly columnOf: (day: string) => number;
}

/** A scale over whole weeks that shows every day from `first` to `last`. */
export function createScale(first: string, last: string, calendar: WorkCalendar, dayWidth: number): TimeScale {
  const weekdays = [...calendar.weekdays].sort((a, b) => a - b);
  const perWeek = weekdays.length;
  const origin = mondayOf(first);
  const weeks = Math.max(1, Math.ceil((daysBetween(origin, last < first ? first : last) + 1) / 7));
  const columnOf = (day: string) => {
    const week = Math.floor(daysBetween(origin, day) / 7);
    const weekday = weekdayOf(day);
    return week * perWeek + weekdays.filter((one) => one < weekday).length;
  };
  const left = (day: string) => columnOf(day) * dayWidth;
  const isColumn = (day: string) => weekdays.includes(weekdayOf(day));
  const right = (day: string) => left(day) + (isColumn(day) ? dayWidth : 0);
  return {
    origin,
    weeks,
    perWeek,
    dayWidth,
    width: weeks * perWeek * dayWidth,
    left,
    right,
    centre: (day) => (left(day) + right(day)) / 2,
    dayAt: (column) => {
      const week = Math.floor(column / perWeek);
      return dayAfter(origin, week * 7 + (weekdays[column - week * perWeek] ?? 1) - 1);
    },
    columnOf,
  };
}

/** The widest whole day column with which so many weeks fit, between `least` and `most` pixels. */
export function fittingDayWidth(room: number, weeks: number, perWeek: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.floor(room / Math.max(1, weeks * perWeek))));
}

export interface WeekMark {
  readonly monday: IsoDate;
  readonly x: number;
  readonly current: boolean;
  /** The month is said where it is not the one of the week before. */
  readonly newMonth: boolean;
}

/** One mark a week, or every second week and so on where they would stand closer than `room` pixels. */
export function weekMarks(scale: TimeScale, today: string, room = 34): readonly WeekMark[] {
  const every = Math.max(1, Math.ceil(room / (scale.perWeek * scale.dayWidth)));
  const now = mondayOf(today);
  const marks: WeekMark[] = [];
  for (let week = 0; week < scale.weeks; week += every) {
    const monday = dayAfter(scale.origin, week * 7);
    const before = marks.at(-1)?.monday;
    marks.push({
      monday,
      x: week * scale.perWeek * scale.dayWidth,
      current: monday === now,
      newMonth: before === undefined || before.slice(0, 7) !== monday.slice(0, 7),
    });
  }
  return marks;
}

/** Holidays that would have been working days, as bands to shade. */
export function holidayBands(
  scale: TimeScale,
  calendar: WorkCalendar,
): ReadonlyArray<{ readonly day: IsoDate; readonly name: string; readonly x: number }> {
  const ends = scale.dayAt(scale.weeks * scale.perWeek - 1);
  const open: WorkCalendar = { weekdays: calendar.weekdays, holidays: [] };
  return calendar.holidays
    .filter(({ day }) => day >= scale.origin && day <= ends && isWorkingDay(day, open))
    .map(({ day, name }) => ({ day, name, x: scale.left(day) }));
}

/** First and last day of many spans; null where there is none. */
export function extentOf(spans: readonly DaySpan[]): DaySpan | null {
  const [first] = spans;
  if (first === undefined) return null;
  return spans.reduce<DaySpan>(
    (all, span) => ({ start: span.start < all.start ? span.start : all.start, end: span.end > all.end ? span.end : all.end }),
    first,
  );
}
