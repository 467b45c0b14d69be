import type { HolidayFile, HolidayReject } from '../../../../src-shared/formats/holiday-file.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';

/** Years of which days are wanted, both included. */
export interface Years {
  readonly from: number;
  readonly until: number;
}

const mostHolidays = 2000;
const mostRejects = 200;

/** Gathers days and rejects of a holiday file. A day named twice keeps its first name. */
export function createCollector({ from, until }: Years) {
  const holidays = new Map<IsoDate, string>();
  const others = new Set<string>();
  const rejects: HolidayReject[] = [];
  let rejected = 0;
  const tidy = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
  return {
    /** Takes a day; false where it is no day of the calendar. */
    take(day: string, name: string): boolean {
      const read = IsoDate.safeParse(day).data;
      if (read === undefined) return false;
      const year = Number(read.slice(0, 4));
      if (year < from || year > until) others.add(read);
      else if (holidays.size < mostHolidays && !holidays.has(read)) holidays.set(read, tidy(name).slice(0, 120));
      return true;
    },
    reject(line: number, text: string, reason: HolidayReject['reason']) {
      rejected += 1;
      if (rejects.length < mostRejects) rejects.push({ line, text: tidy(text).slice(0, 200), reason });
    },
    end: (format: HolidayFile['format']): HolidayFile => ({
      format,
      holidays: [...holidays].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      otherYears: others.size,
      rejects: [...rejects].sort((a, b) => a.line - b.line),
      rejected,
    }),
  };
}

export type Collector = ReturnType<typeof createCollector>;
