import type { NumberFact } from '../../../../src-shared/model/item-facts.ts';
import { type FactValue, type NumberValue, tidy, unionOf } from '../../rules/fact-value.ts';

/** A number between two ends; `high` may be infinite. `missing` names the facts that would narrow it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly likely?: number | undefined;
  readonly missing: readonly string[];
  readonly read: readonly string[];
}

/** Reads a figure. Not known becomes zero to infinity with the fact named, never a number. */
export function intervalOf(fact: NumberFact, id: string): Interval {
  if (fact === null || fact === undefined) return { low: 0, high: Number.POSITIVE_INFINITY, missing: [id], read: [id] };
  if (typeof fact === 'number') return { low: fact, high: fact, missing: [], read: [id] };
  return { low: fact.low, high: fact.high, likely: fact.likely, missing: [], read: [id] };
}

export const isOpen = (interval: Interval): boolean => !Number.isFinite(interval.high) && interval.low === 0;
export const isExact = (interval: Interval): boolean => interval.low === interval.high;

const names = (a: Interval, b: Interval) => ({ missing: unionOf(a.missing, b.missing), read: unionOf(a.read, b.read) });

const likelyOf = (interval: Interval): number | undefined => interval.likely ?? (isExact(interval) ? interval.low : undefined);

function pairLikely(a: Interval, b: Interval, join: (left: number, right: number) => number): { likely?: number } {
  const left = likelyOf(a);
  const right = likelyOf(b);
  return left === undefined || right === undefined ? {} : { likely: tidy(join(left, right)) };
}

export const add = (a: Interval, b: Interval): Interval => ({
  low: tidy(a.low + b.low),
  high: tidy(a.high + b.high),
  ...pairLikely(a, b, (left, right) => left + right),
  ...names(a, b),
});

export const scale = (a: Interval, factor: number): Interval => ({
  ...a,
  low: tidy(a.low * factor),
  high: tidy(a.high * factor),
  likely: a.likely === undefined ? undefined : tidy(a.likely * factor),
});

export const multiply = (a: Interval, b: Interval): Interval => ({
  low: tidy(a.low * b.low),
  high: a.high === 0 || b.high === 0 ? 0 : tidy(a.high * b.high),
  ...pairLikely(a, b, (left, right) => left * right),
  ...names(a, b),
});

/** Quotient of two figures that are not below zero; a divisor that may be zero leaves the top open. */
export const divide = (a: Interval, b: Interval): Interval => ({
  low: Number.isFinite(b.high) && b.high > 0 ? tidy(a.low / b.high) : 0,
  high: b.low > 0 ? tidy(a.high / b.low) : Number.POSITIVE_INFINITY,
  ...pairLikely(a, b, (left, right) => (right === 0 ? 0 : left / right)),
  ...names(a, b),
});

/** Larger of two figures, end by end. */
export const larger = (a: Interval, b: Interval): Interval => ({
  low: Math.max(a.low, b.low),
  high: Math.max(a.high, b.high),
  ...pairLikely(a, b, Math.max),
  ...names(a, b),
});

export function toFact(interval: Interval, arithmetic?: string): FactValue {
  if (isOpen(interval)) return { kind: 'unknown', missing: interval.missing, read: interval.read };
  const value: NumberValue = {
    kind: 'number',
    low: interval.low,
    high: interval.high,
    missing: isExact(interval) ? [] : interval.missing,
    read: interval.read,
    ...(interval.likely === undefined ? {} : { likely: interval.likely }),
    ...(arithmetic === undefined ? {} : { arithmetic }),
  };
  return value;
}
