import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';

/**
 * Why a line of a holiday file gave no day, or fewer than it could have. Words under `plan.holidayFile.reject.<reason>`:
 * no day at all, a day that can be read two ways, a time of day, a range that is no holiday, a repetition that is not read (its first day
 * is taken), a cancelled event, an event that the file breaks off in, a line that is no calendar line.
 */
export const HolidayReject = z.strictObject({
  /** Line of a text file or row of a sheet, from 1. */
  line: z.int().positive(),
  text: z.string().max(200),
  reason: z.enum(['noDay', 'twoWays', 'timed', 'tooLong', 'repeats', 'cancelled', 'cut', 'noLine']),
});
export type HolidayReject = z.infer<typeof HolidayReject>;

/** What a file of holidays holds for some years. */
export const HolidayFile = z.strictObject({
  format: z.enum(['calendar', 'table']),
  /** In order, each day once. */
  holidays: z.array(z.strictObject({ day: IsoDate, name: z.string().max(120) })).max(2000),
  /** Days of other years, which are left out. */
  otherYears: z.int().nonnegative(),
  /** The first of them; `rejected` counts all. */
  rejects: z.array(HolidayReject).max(200),
  rejected: z.int().nonnegative(),
});
export type HolidayFile = z.infer<typeof HolidayFile>;
