import type { CostLine, CostSum, EventSum, FigureEvent, MoneySum } from '../../../src-shared/contract/figures.ts';
import { FigureActivity, FigureEventKind } from '../../../src-shared/model/figures.ts';

/** Amounts added up currency by currency; what is in two currencies stays two sums. */
function moneyOf(lines: readonly { readonly amount: number | null; readonly currency: string }[]): MoneySum[] {
  const sums = new Map<string, number>();
  // In hundredths, so that cents add up as they do on paper.
  for (const { amount, currency } of lines) if (amount !== null) sums.set(currency, (sums.get(currency) ?? 0) + Math.round(amount * 100));
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, hundredths]) => ({ currency, amount: hundredths / 100 }));
}

const hoursOf = (lines: readonly { readonly hours: number | null }[]): number =>
  Math.round(lines.reduce((sum, { hours }) => sum + (hours ?? 0), 0) * 100) / 100;

/** For each year, newest first: each activity that has something, then all of them (`activity` null). */
export function costSums(costs: readonly CostLine[]): CostSum[] {
  const years = [...new Set(costs.map(({ year }) => year))].sort((a, b) => b - a);
  return years.flatMap((year) => {
    const ofYear = costs.filter((line) => line.year === year);
    const parts = FigureActivity.options.flatMap((activity): CostSum[] => {
      const lines = ofYear.filter((line) => line.activity === activity);
      return lines.length === 0 ? [] : [{ year, activity, hours: hoursOf(lines), amounts: moneyOf(lines) }];
    });
    return [...parts, { year, activity: null, hours: hoursOf(ofYear), amounts: moneyOf(ofYear) }];
  });
}

/** Each kind of event that is there: how many, what they came to, and how long those with two days took. */
export function eventSums(events: readonly FigureEvent[]): EventSum[] {
  return FigureEventKind.options.flatMap((kind): EventSum[] => {
    const some = events.filter((event) => event.kind === kind);
    if (some.length === 0) return [];
    const days = some.flatMap(({ days: took }) => (took === null ? [] : [took])).sort((a, b) => a - b);
    const middle =
      days.length === 0 ? null : ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2;
    return [{ kind, count: some.length, amounts: moneyOf(some), medianDays: middle, timed: days.length }];
  });
}
