import { describe, expect, it } from 'vitest';
import type { CostLine, FigureEvent } from '../../../src-shared/contract/figures.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import { costSums, eventSums } from './sums.ts';

const cost = (more: Partial<CostLine>): CostLine => ({
  ...{ id: 'c', year: 2026, activity: 'staff', what: 'Work', hours: null, amount: null, currency: 'EUR', source: '', revision: 0 },
  ...more,
});
const event = (more: Partial<FigureEvent>): FigureEvent => ({
  ...{ id: 'e', kind: 'won', on: isoDate('2026-05-01'), title: 'Deal', because: '', amount: null, currency: 'EUR', from: null },
  ...{ source: '', days: null, revision: 0, ...more },
});

describe('sums of what was entered', () => {
  it('adds hours and amounts by year and activity, cents exactly, and never two currencies', () => {
    const sums = costSums([
      cost({ amount: 0.1 }),
      cost({ amount: 0.2, hours: 1.5 }),
      cost({ activity: 'counsel', amount: 10, currency: 'USD' }),
      cost({ year: 2025, hours: 3 }),
    ]);
    expect(sums).toEqual([
      { year: 2026, activity: 'staff', hours: 1.5, amounts: [{ currency: 'EUR', amount: 0.3 }] },
      { year: 2026, activity: 'counsel', hours: 0, amounts: [{ currency: 'USD', amount: 10 }] },
      {
        ...{ year: 2026, activity: null, hours: 1.5 },
        amounts: [
          { currency: 'EUR', amount: 0.3 },
          { currency: 'USD', amount: 10 },
        ],
      },
      { year: 2025, activity: 'staff', hours: 3, amounts: [] },
      { year: 2025, activity: null, hours: 3, amounts: [] },
    ]);
  });

  it('counts what happened, and takes the median of those with two days alone', () => {
    expect(
      eventSums([
        event({ kind: 'delayed', days: 10 }),
        event({ kind: 'delayed', days: 40, amount: 5 }),
        event({ kind: 'delayed', days: null }),
        event({ amount: 7 }),
      ]),
    ).toEqual([
      { kind: 'won', count: 1, amounts: [{ currency: 'EUR', amount: 7 }], medianDays: null, timed: 0 },
      { kind: 'delayed', count: 3, amounts: [{ currency: 'EUR', amount: 5 }], medianDays: 25, timed: 2 },
    ]);
    expect(eventSums([])).toEqual([]);
  });
});
