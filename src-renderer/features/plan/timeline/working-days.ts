import { dayAfter, daysBetween, type IsoDate } from '../../../../src-shared/model/dates.ts';
import type { DaySpan, WorkCalendar } from '../../../../src-shared/model/plan.ts';

/** Steps further than this are a calendar without a working day in sight, not a plan. */
const FURTHEST = 3700;

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return (((daysBetween('1970-01-05', day) % 7) + 7) % 7) + 1;
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): IsoDate {
  return dayAfter(day, 1 - weekdayOf(day));
}

/** Whether work is done on a day: one of the working weekdays and no holiday. */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  return calendar.weekdays.includes(weekdayOf(day)) && !calendar.holidays.some((holiday) => holiday.day === day);
}

/** The day itself if work is done on it, else the next such day in the direction given. The day itself again where there is none within ten years. */
export function nearestWorkingDay(day: IsoDate, calendar: WorkCalendar, direction: 1 | -1 = 1): IsoDate {
  for (let step = 0; step < FURTHEST; step += 1) {
    const at = dayAfter(day, step * direction);
    if (isWorkingDay(at, calendar)) return at;
  }
  return day;
}

/** The day so many working days after another; before it where `steps` is negative. A day off counts as the next working day. */
export function stepWorkingDays(day: IsoDate, steps: number, calendar: WorkCalendar): IsoDate {
  const direction = steps < 0 ? -1 : 1;
  let at = nearestWorkingDay(day, calendar, direction === 1 ? 1 : -1);
  for (let left = Math.abs(steps); left > 0; left -= 1) at = nearestWorkingDay(dayAfter(at, direction), calendar, direction);
  return at;
}

/** Working days in a span, both ends included; at least one. */
export function workingDaysIn(span: DaySpan, calendar: WorkCalendar): number {
  let count = 0;
  for (let at = span.start; at <= span.end; at = dayAfter(at, 1)) if (isWorkingDay(at, calendar)) count += 1;
  return Math.max(1, count);
}

/** The span begun on another day: as many working days long as before. */
export function movedTo(span: DaySpan, start: IsoDate, calendar: WorkCalendar): DaySpan {
  const first = nearestWorkingDay(start, calendar);
  if (span.start === span.end) return { start: first, end: first };
  return { start: first, end: stepWorkingDays(first, workingDaysIn(span, calendar) - 1, calendar) };
}

/** The span moved by so many working days, as long as before. */
export function movedBy(span: DaySpan, steps: number, calendar: WorkCalendar): DaySpan {
  return movedTo(span, stepWorkingDays(span.start, steps, calendar), calendar);
}

/** The span with another end, which is no earlier than its start. */
export function resizedTo(span: DaySpan, end: IsoDate, calendar: WorkCalendar): DaySpan {
  const last = nearestWorkingDay(end, calendar, -1);
  return { start: span.start, end: last < span.start ? span.start : last };
}

/** The span made longer, or shorter where `steps` is negative, by so many working days at its end; one day is the least. */
export function resizedBy(span: DaySpan, steps: number, calendar: WorkCalendar): DaySpan {
  return resizedTo(span, stepWorkingDays(span.end, steps, calendar), calendar);
}
