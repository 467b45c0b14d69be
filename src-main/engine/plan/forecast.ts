import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { WorkingDays } from './working-days.ts';

const draws = 500;
/** Working days looked ahead: about two years. What takes longer has no day worth naming. */
const furthest = 520;
/** Fewer days than two weeks of work say nothing about pace. */
const leastDays = 10;
const leastActiveDays = 3;

export interface Forecast {
  readonly earliest: IsoDate;
  readonly likely: IsoDate;
  readonly latest: IsoDate;
}

/**
 * Draws futures from the pace so far: each coming working day closes what one of the past working days closed, chosen at random.
 * Answers the days by which everything is closed in 1, 5 and 9 of 10 such futures, given that nothing is added.
 *
 * The draws start from the same seed each time: the same past has the same answer. Null while fewer than ten working days are
 * past or fewer than three of them closed anything, and where the ninth of ten lies more than 520 working days ahead.
 * Today may still be worked on, so it counts as the first coming day.
 */
export function forecastOf(left: number, closedPerDay: readonly number[], today: IsoDate, days: WorkingDays): Forecast | null {
  if (left <= 0) return null;
  if (closedPerDay.length < leastDays || closedPerDay.filter((closed) => closed > 0).length < leastActiveDays) return null;
  const random = seeded(0x9e3779b9);
  const lengths: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    let remaining = left;
    let length = 0;
    while (remaining > 0 && length < furthest) {
      remaining -= closedPerDay[Math.floor(random() * closedPerDay.length)] ?? 0;
      length += 1;
    }
    lengths.push(length);
  }
  lengths.sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.min(draws - 1, Math.floor(share * draws))] ?? furthest;
  if (at(0.9) >= furthest) return null;
  const dayOf = (share: number) => days.plus(days.onOrAfter(today), at(share) - 1);
  return { earliest: dayOf(0.1), likely: dayOf(0.5), latest: dayOf(0.9) };
}

/** Mulberry32: small, fast and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
