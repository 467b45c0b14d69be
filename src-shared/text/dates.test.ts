import { describe, expect, it } from 'vitest';
import { daysBetween } from '../model/dates.ts';
import { daysInWords, formatDay, formatDayMonth, formatDayShort, formatInstant, formatRecent, formatWeekday } from './dates.ts';

describe('dates', () => {
  it('counts days across a change of clocks', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });

  it('writes days day first and says the zone of an instant', () => {
    expect(formatDay('2026-11-24', 'en')).toBe('24 Nov 2026');
    expect(formatInstant('2026-11-24T07:31:00.000Z', 'en', 'Europe/Amsterdam')).toMatch(/^24 Nov 2026, 08:31 (CET|GMT\+1)$/);
  });

  it('leaves the year out where it is plain, and names weekdays by their ISO number', () => {
    expect(formatDayShort('2026-12-28', 'en')).toBe('28 Dec');
    expect(formatDayMonth('2026-12-28', 'en')).toBe('28 December');
    expect([1, 5, 7].map((one) => formatWeekday(one, 'en'))).toEqual(['Monday', 'Friday', 'Sunday']);
  });

  it('tells today and yesterday, and else the day', () => {
    const now = new Date(2026, 10, 24, 14, 0);
    expect(formatRecent(new Date(2026, 10, 24, 13, 45).toISOString(), now, 'en')).toBe('today 13:45');
    expect(formatRecent(new Date(2026, 10, 23, 9, 5).toISOString(), now, 'en')).toBe('yesterday 09:05');
    expect(formatRecent(new Date(2026, 10, 12, 9, 5).toISOString(), now, 'en')).toBe('12 Nov 2026');
  });
});

describe('daysInWords', () => {
  it('writes calendar days of a sentence in words and leaves other numbers alone', () => {
    expect(daysInWords('3 events from 2026-10-05 to 2026-11-02, case 2026-99-01', 'en')).toBe(
      '3 events from 5 Oct 2026 to 2 Nov 2026, case 2026-99-01',
    );
  });
});
