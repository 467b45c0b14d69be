import type { HolidayFile, HolidayReject } from '../../../../src-shared/formats/holiday-file.ts';
import { dayAfter, daysBetween, type IsoDate } from '../../../../src-shared/model/dates.ts';
import { type CalendarLine, plainWords, readLine, unfolded } from './calendar-lines.ts';
import { type Collector, createCollector, type Years } from './collect.ts';
import { daysOfRule, isoOf, readYearlyRule } from './yearly-rule.ts';

/** A whole-day range longer than this is a season or a project, not a holiday. */
const mostDays = 100;

type Event = ReadonlyMap<string, readonly CalendarLine[]>;

/** Whether a text is an iCalendar file. */
export const isCalendar = (text: string): boolean => /^\ufeff?\s*BEGIN:VCALENDAR\s*$/imu.test(text.slice(0, 4000));

/**
 * Days off in an iCalendar file (RFC 5545): whole-day events, ranges with their exclusive end, yearly repetition with its exceptions and
 * additions, and single occurrences that were moved. What gives no day is rejected with its line; the rest is read all the same.
 */
export function readCalendar(text: string, years: Years): HolidayFile {
  const collector = createCollector(years);
  const events = eventsOf(text.replace(/^\ufeff/u, ''), collector);
  // A moved occurrence stands as an event of its own: the day it was moved from is none.
  const movedFrom = new Set(events.flatMap((event) => movedDay(event) ?? []));
  for (const event of events) takeEvent(event, movedFrom, years, collector);
  return collector.end('calendar');
}

/** Properties of each VEVENT by name. Parts within an event, as alarms, and other components are passed over. */
function eventsOf(text: string, collector: Collector): readonly Event[] {
  const events: Event[] = [];
  let now: { readonly begun: CalendarLine; readonly event: Map<string, CalendarLine[]>; within: number } | null = null;
  const cut = () => {
    if (now !== null) collector.reject(now.begun.line, summaryOf(now.event) || now.begun.raw, 'cut');
    now = null;
  };
  for (const joined of unfolded(text)) {
    const line = readLine(joined);
    if (line === null) {
      if (now !== null) collector.reject(joined.line, joined.raw, 'noLine');
      continue;
    }
    const isEvent = line.value.trim().toUpperCase() === 'VEVENT';
    if (line.name === 'BEGIN' && isEvent) {
      // One that begins within another: the one before was never ended.
      cut();
      now = { begun: line, event: new Map(), within: 0 };
    } else if (now === null) continue;
    else if (line.name === 'BEGIN') now.within += 1;
    else if (line.name === 'END' && isEvent) {
      events.push(now.event);
      now = null;
    } else if (line.name === 'END') now.within -= 1;
    else if (now.within === 0) now.event.set(line.name, [...(now.event.get(line.name) ?? []), line]);
  }
  cut();
  return events;
}

const only = (event: Event, name: string): CalendarLine | undefined => event.get(name)?.[0];
const summaryOf = (event: Event): string => plainWords(only(event, 'SUMMARY')?.value ?? '');
const keyOf = (event: Event, day: string): string => `${only(event, 'UID')?.value ?? ''} ${day}`;

function movedDay(event: Event): string | null {
  const day = isoOf(only(event, 'RECURRENCE-ID')?.value ?? '');
  return day === null ? null : keyOf(event, day);
}

function takeEvent(event: Event, movedFrom: ReadonlySet<string>, years: Years, collector: Collector): void {
  const start = only(event, 'DTSTART');
  const name = summaryOf(event);
  const reject = (reason: HolidayReject['reason'], at = start ?? [...event.values()][0]?.[0]) =>
    collector.reject(at?.line ?? 1, [name, at?.raw ?? ''].filter((part) => part !== '').join(': '), reason);
  const status = only(event, 'STATUS');
  if (status?.value.trim().toUpperCase() === 'CANCELLED') return reject('cancelled', status);
  const first = start === undefined ? null : isoOf(start.value);
  if (start === undefined || first === null) return reject('noDay');
  if (!isWholeDay(start)) return reject('timed');
  const ending = only(event, 'DTEND') ?? only(event, 'DURATION');
  const days = ending === undefined ? 1 : lengthOf(ending, first);
  if (days === null) return reject('timed', ending);
  if (days > mostDays) return reject('tooLong', ending);

  const repeats = only(event, 'RRULE');
  const rule = repeats === undefined ? null : readYearlyRule(repeats.value);
  // Its first day is sure; that the others are missing is said.
  if (repeats !== undefined && rule === null) reject('repeats', repeats);
  const without = new Set(datesIn(event, 'EXDATE'));
  const isMoved = event.has('RECURRENCE-ID');
  for (const day of [...(rule === null ? [first] : daysOfRule(first, rule, years.until)), ...datesIn(event, 'RDATE')]) {
    if (without.has(day) || (!isMoved && movedFrom.has(keyOf(event, day)))) continue;
    for (let place = 0; place < days; place += 1) collector.take(dayAfter(day as IsoDate, place), name);
  }
}

/** A day without a time, or midnight, which is how some programs write whole days. */
const isWholeDay = ({ value }: CalendarLine): boolean => /^\d{8}(?:T000000Z?)?$/u.test(value.trim());

/**
 * Days an event lasts. `DTEND` is the day after the last one; an end no later than the start makes one day, as some programs write it. Null for
 * a part of a day.
 */
function lengthOf(ending: CalendarLine, first: string): number | null {
  if (ending.name === 'DTEND') {
    const last = isoOf(ending.value);
    return last === null || !isWholeDay(ending) ? null : Math.max(1, daysBetween(first, last));
  }
  const parts = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/iu.exec(ending.value.trim());
  return parts === null ? null : Math.max(1, Number(parts[1] ?? 0) * 7 + Number(parts[2] ?? 0));
}

/** Days in a list of dates; periods count by their start. */
const datesIn = (event: Event, name: string): readonly string[] =>
  (event.get(name) ?? []).flatMap(({ value }) => value.split(',').flatMap((one) => isoOf(one.split('/')[0] ?? '') ?? []));
