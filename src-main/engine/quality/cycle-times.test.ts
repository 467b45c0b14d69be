import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleTimeOf } from './cycle-times.ts';

const closed = (days: number) => ({ opened: '2026-01-01', closed: new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10) });

describe('how long cases take', () => {
  it('says nothing of times while nothing is closed, but how old the oldest is', () => {
    expect(cycleTimeOf('task', [{ opened: '2026-01-01', closed: null }], '2026-01-11', 7)).toEqual({
      ...{ kind: 'task', closed: 0, medianDays: null, slowDays: null, open: 1, oldestOpenDays: 10 },
      ...{ targetDays: 7, withinTarget: 0, pastTarget: 1 },
    });
  });

  it('gives the middle and the slow end of what was closed, and how many met the target', () => {
    const cases = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40].map(closed);
    expect(cycleTimeOf('screeningHit', cases, '2026-06-01', 5)).toMatchObject({
      closed: 10,
      medianDays: 5,
      slowDays: 9,
      withinTarget: 5,
      pastTarget: 0,
    });
  });

  it('never falls below zero and grows with the share, whatever the days', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => closed(n).closed);
    fc.assert(
      fc.property(fc.array(fc.record({ opened: day, closed: fc.option(day) }), { minLength: 1, maxLength: 60 }), (cases) => {
        const { medianDays, slowDays, oldestOpenDays, closed: ended, open } = cycleTimeOf('task', cases, '2026-08-01', null);
        expect(ended + open).toBe(cases.length);
        expect(medianDays ?? 0).toBeGreaterThanOrEqual(0);
        expect(slowDays ?? 0).toBeGreaterThanOrEqual(medianDays ?? 0);
        expect(oldestOpenDays ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
