import type { IsoDate } from '../../../src-shared/model/dates.ts';

export const dayMs = 86_400_000;
export const hourMs = 3_600_000;

/** Days since 1970-01-01 of an instant, in UTC. */
export const dayNumber = (ts: number): number => Math.floor(ts / dayMs);

/** Days since 1970-01-01 of a calendar day; of the first day of a year or month given without the rest. */
export const dayNumberOf = (day: string): number => Math.floor(Date.parse(`${day}${'-01-01'.slice(day.length - 4)}T00:00:00.000Z`) / dayMs);

/** Calendar day of a day number. */
export function isoDayOf(day: number): IsoDate {
  const known = named.get(day) ?? (new Date(day * dayMs).toISOString().slice(0, 10) as IsoDate);
  named.set(day, known);
  return known;
}

/** The same few days are named a million times. */
const named = new Map<number, IsoDate>();

/** Calendar day of an instant, in UTC. */
export const isoDay = (ts: number): IsoDate => isoDayOf(dayNumber(ts));

/** 0 is Monday, 6 Sunday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
