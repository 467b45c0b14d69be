import type { OpsRange } from '../../../src-shared/model/compute.ts';

/** Uncertainty as a factor down and a factor up, both at least 1. */
export interface Spread {
  readonly down: number;
  readonly up: number;
}

/** The same factor both ways. */
export const within = (factor: number): Spread => ({ down: Math.max(1, factor), up: Math.max(1, factor) });

/**
 * Combines independent uncertainties as the product of factors in log space, `exp(√Σ ln²f)`, for each direction.
 *
 * Source: estimation notes, section 2.
 */
export function combine(spreads: readonly Spread[]): Spread {
  return { down: rootSum(spreads.map((one) => one.down)), up: rootSum(spreads.map((one) => one.up)) };
}

/** Bounds around a likely value. Any value that is not above zero has no spread. */
export function rangeAround(likely: number, spread: Spread): OpsRange {
  return { low: likely / spread.down, likely, high: likely * spread.up };
}

/** Adds ranges end to end: errors of parts of one project tend to share a cause, so they are not assumed to cancel. */
export function addRanges(ranges: readonly OpsRange[]): OpsRange {
  return ranges.reduce((sum, one) => ({ low: sum.low + one.low, likely: sum.likely + one.likely, high: sum.high + one.high }), {
    low: 0,
    likely: 0,
    high: 0,
  });
}

/** Smallest range that covers all, around the given likely value. */
export function cover(ranges: readonly OpsRange[], likely: number): OpsRange {
  return {
    low: Math.min(likely, ...ranges.map((one) => one.low)),
    likely,
    high: Math.max(likely, ...ranges.map((one) => one.high)),
  };
}

/** Larger of the two factors of a range around its likely value; 1 for an exact or empty range. */
export function widthOf(range: OpsRange): number {
  if (range.likely <= 0) return 1;
  const down = range.low > 0 ? range.likely / range.low : Number.MAX_VALUE;
  return Math.max(1, down, range.high / range.likely);
}

function rootSum(factors: readonly number[]): number {
  return Math.exp(Math.sqrt(factors.reduce((sum, factor) => sum + Math.log(Math.max(1, factor)) ** 2, 0)));
}
