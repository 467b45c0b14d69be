import { z } from 'zod';
import { dayAfter, IsoDate } from '../../../../src-shared/model/dates.ts';
import { WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { mondayOf } from '../timeline/working-days.ts';

export const startSteps = ['template', 'start', 'holidays', 'owners', 'review'] as const;
export type StartStep = (typeof startSteps)[number];

/** What was chosen so far; it is saved as a draft, so that leaving the wizard loses nothing. */
export const StartDraft = z.strictObject({
  step: z.enum(startSteps),
  templateId: z.string().nullable(),
  startsOn: z.string(),
  weekdays: z.array(z.int().min(1).max(7)),
  holidays: WorkCalendar.shape.holidays,
  owners: z.record(z.string(), z.string()),
});
export type StartDraft = z.infer<typeof StartDraft>;

/** Today where it is a Monday, else the Monday after it. */
export function nextMonday(today: string): IsoDate {
  const monday = mondayOf(today);
  return monday === today ? monday : dayAfter(monday, 7);
}

/** Most holidays a calendar holds. */
export const mostHolidays = 400;

export const emptyDraft = (today: string): StartDraft => ({
  step: 'template',
  templateId: null,
  startsOn: nextMonday(today),
  weekdays: [1, 2, 3, 4, 5],
  holidays: [],
  owners: {},
});

/** A Monday the plan can start on; null where the text is no day, or another weekday. */
export function startDay(text: string): IsoDate | null {
  const day = IsoDate.safeParse(text.trim()).data;
  return day !== undefined && mondayOf(day) === day ? day : null;
}

export interface ReadHolidays {
  readonly holidays: StartDraft['holidays'];
  /** Numbers of the lines that hold no day. */
  readonly unread: readonly number[];
}

/** Holidays as pasted, one a line: the day first, then its name. A day named twice keeps its first name. */
export function readHolidays(text: string): ReadHolidays {
  const holidays = new Map<string, StartDraft['holidays'][number]>();
  const unread: number[] = [];
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    if (words === '') continue;
    const [, day = '', name = ''] = /^(\d{4}-\d{2}-\d{2})[\s,;:.–-]*(.*)$/.exec(words) ?? [];
    const read = IsoDate.safeParse(day).data;
    if (read === undefined) unread.push(place + 1);
    else if (!holidays.has(read)) holidays.set(read, { day: read, name: name.trim().slice(0, 120) });
  }
  return { holidays: [...holidays.values()].sort((a, b) => a.day.localeCompare(b.day)), unread };
}
