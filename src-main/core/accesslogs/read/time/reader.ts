import type { LogAnswers, LogProblem } from '../../../../../src-shared/formats/access-log.ts';
import { createParsedTime } from './parsed.ts';
import { parseTime } from './written.ts';
import { createZone, type Zone } from './zones.ts';

const earliest = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

/** Reads the moments of one file, in its order. */
export interface TimeReader {
  /** Milliseconds since 1970, UTC, or NaN; then `problem` says why. With a number, `problem` is a warning or `null`. */
  read(text: string): number;
  readonly problem: LogProblem | null;
  /** Word of a zone that nobody explained yet, after `zoneWordUnknown`. */
  readonly zoneWord: string | null;
  /** After a date that works in one order only. */
  readonly onlyOrder: 'DMY' | 'MDY' | null;
  /** Of the moments so far that name no year: how often a new year began among them, and the latest of them, as a moment of the year 2000 or `null`. */
  readonly newYears: number;
  readonly latestInYear: number | null;
}

export type TimeAnswers = Pick<LogAnswers, 'zone' | 'dateOrder' | 'year' | 'zoneWords'>;

/** `now`: milliseconds since 1970; moments more than a day later are refused, as are those before 2000: then it is rather the wrong column. */
export function createTimeReader(answers: TimeAnswers, now: number): TimeReader {
  const parsed = createParsedTime();
  const fileZone = answers.zone === null ? null : createZone(answers.zone);
  const words = new Map(Object.entries(answers.zoneWords).map(([word, name]) => [word, createZone(name)]));
  let problem: LogProblem | null = null;
  let zoneWord: string | null = null;
  const years = createYearRoll(answers.year);

  const fail = (why: LogProblem): number => {
    problem = why;
    return Number.NaN;
  };

  const zoneOf = (): Zone | LogProblem => {
    if (parsed.zoneWord === null) return fileZone ?? 'zoneUnknown';
    if (!words.has(parsed.zoneWord)) words.set(parsed.zoneWord, /\/|^UTC$/.test(parsed.zoneWord) ? createZone(parsed.zoneWord) : null);
    const found = words.get(parsed.zoneWord) ?? null;
    if (found !== null) return found;
    zoneWord = parsed.zoneWord;
    return 'zoneWordUnknown';
  };

  const place = (localMs: number): number => {
    const zone = zoneOf();
    if (typeof zone === 'string') return fail(zone);
    const ms = zone.toUtc(localMs);
    if (Number.isNaN(ms)) return fail('noSuchLocalTime');
    if (zone.twice) problem = 'twiceInClockChange';
    return ms;
  };

  const settle = (): number => {
    switch (parsed.is) {
      case 'utc':
        return parsed.ms;
      case 'local':
        if (parsed.onlyOrder !== null && answers.dateOrder !== null && answers.dateOrder !== parsed.onlyOrder) {
          const ms = place(parsed.ms);
          problem ??= 'againstDateOrder';
          return ms;
        }
        return place(parsed.ms);
      case 'twoWays':
        if (answers.dateOrder === null || answers.dateOrder === 'YMD') return fail('ambiguousDate');
        return place(answers.dateOrder === 'DMY' ? parsed.ms : parsed.monthFirstMs);
      case 'noYear': {
        const ms = years.place(parsed.ms);
        return Number.isNaN(ms) ? fail(answers.year === null ? 'yearUnknown' : 'badTimestamp') : place(ms);
      }
      case 'damaged':
        return fail('damagedTimestamp');
      case 'nothing':
        return fail('badTimestamp');
    }
  };

  return {
    read(text) {
      problem = null;
      zoneWord = null;
      parseTime(text, parsed);
      const ms = settle();
      if (ms < earliest || ms > now + dayMs) return fail('impossibleYear');
      return ms;
    },
    get problem() {
      return problem;
    },
    get newYears() {
      return years.newYears;
    },
    get latestInYear() {
      return years.latest;
    },
    get zoneWord() {
      return zoneWord;
    },
    get onlyOrder() {
      return parsed.is === 'local' ? parsed.onlyOrder : null;
    },
  };
}

/**
 * Puts the year to moments that name none. Lines come in order, so a month far before the last one means the next year; a line that is a little late
 * over New Year's Eve still gets the old one.
 */
function createYearRoll(firstYear: number | null) {
  let newYears = 0;
  let lastMonth = 0;
  let latest: number | null = null;
  const place = (msIn2000: number): number => {
    const moment = new Date(msIn2000);
    const month = moment.getUTCMonth() + 1;
    const isLate = lastMonth !== 0 && month > lastMonth + 6;
    if (lastMonth !== 0 && month < lastMonth - 6) newYears += 1;
    if (!isLate) {
      lastMonth = month;
      latest = msIn2000;
    }
    if (firstYear === null) return Number.NaN;
    const used = firstYear + newYears - (isLate ? 1 : 0);
    const ms = Date.UTC(used, month - 1, moment.getUTCDate()) + (msIn2000 % dayMs);
    // 29 February in a year that has none.
    return new Date(ms).getUTCMonth() + 1 === month ? ms : Number.NaN;
  };
  return {
    place,
    get newYears() {
      return newYears;
    },
    get latest() {
      return latest;
    },
  };
}
