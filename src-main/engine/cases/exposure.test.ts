import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../src-shared/model/citation.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { PenaltyRules } from '../../../src-shared/model/penalty-rules.ts';
import { penaltyExposure } from './exposure.ts';

const citation: Citation = { sourceId: 'EXAMPLE-REG', locator: '§1', standing: 'verified' };
const rules: Pick<PenaltyRules, 'administrative' | 'criminal'> = {
  administrative: {
    title: 'Administrative',
    says: 'The greater of the two.',
    multiple: 2,
    citations: [citation],
    confidence: 'text',
    history: [
      { from: isoDate('2030-01-01'), until: isoDate('2031-01-01'), value: 1000, citation, confidence: 'text' },
      { from: isoDate('2031-01-01'), value: 1100, citation, confidence: 'background' },
    ],
  },
  criminal: {
    title: 'Criminal',
    says: 'Up to so much.',
    imprisonmentYears: 7,
    citations: [citation],
    confidence: 'text',
    history: [{ from: isoDate('2030-01-01'), value: 9000, citation, confidence: 'text' }],
  },
};
const on = isoDate('2030-06-01');
const one = { low: 1, high: 1 };

describe('penaltyExposure', () => {
  it.each([
    { name: 'twice the value is less', value: { low: 499, high: 499 }, total: { low: 1000, high: 1000 } },
    { name: 'twice the value is just as much', value: { low: 500, high: 500 }, total: { low: 1000, high: 1000 } },
    { name: 'twice the value is more', value: { low: 501, high: 501 }, total: { low: 1002, high: 1002 } },
    { name: 'the value is not known', value: null, total: { low: 1000, high: null } },
    { name: 'the value is a range over the amount', value: { low: 100, high: 700 }, total: { low: 1000, high: 1400 } },
  ])('$name', ({ value, total }) => {
    expect(penaltyExposure({ violations: one, transactionUsd: value }, on, rules).administrative.total).toEqual(total);
  });

  it('multiplies what is administrative by the violations and leaves the criminal fine alone', () => {
    const found = penaltyExposure({ violations: { low: 2, high: 5 }, transactionUsd: { low: 0, high: 600 } }, on, rules);
    expect(found.administrative.total).toEqual({ low: 2000, high: 6000 });
    expect(found.administrative.formula).toEqual(['2 × greater of (1,000; 2 × 0) = 2,000', '5 × greater of (1,000; 2 × 600) = 6,000']);
    expect(found.criminal).toMatchObject({ amount: { value: 9000 }, imprisonmentYears: 7 });
  });

  it('takes the amount of the day, with the weakest confidence it rests on', () => {
    expect(penaltyExposure({ violations: one, transactionUsd: null }, isoDate('2030-12-31'), rules).administrative.amount?.value).toBe(
      1000,
    );
    const later = penaltyExposure({ violations: one, transactionUsd: null }, isoDate('2031-01-01'), rules).administrative;
    expect(later).toMatchObject({ amount: { value: 1100 }, confidence: 'background' });
  });

  it('says nothing for a day without an amount', () => {
    const before = penaltyExposure({ violations: one, transactionUsd: null }, isoDate('2029-12-31'), rules);
    expect(before.administrative).toMatchObject({ amount: null, total: null, formula: [], confidence: 'unknown' });
    expect(before.criminal).toMatchObject({ amount: null, confidence: 'unknown' });
  });

  it.each([
    { violations: { low: 0, high: 1 }, transactionUsd: null },
    { violations: { low: 3, high: 2 }, transactionUsd: null },
    { violations: { low: 1.5, high: 2 }, transactionUsd: null },
    { violations: one, transactionUsd: { low: 9, high: 1 } },
    { violations: one, transactionUsd: { low: -1, high: 1 } },
  ])('refuses %j', (facts) => {
    expect(() => penaltyExposure(facts, on, rules)).toThrow(RangeError);
  });

  it('never falls when violations or the value rise, and is never below the amount for each violation', () => {
    const count = fc.integer({ min: 1, max: 10_000 });
    const money = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(count, count, money, money, (a, b, v, w) => {
        const violations = { low: Math.min(a, b), high: Math.max(a, b) };
        const value = { low: Math.min(v, w), high: Math.max(v, w) };
        const { total } = penaltyExposure({ violations, transactionUsd: value }, on, rules).administrative;
        if (total === null || total.high === null) throw new Error('The rule holds an amount on this day');
        expect(total.low).toBeLessThanOrEqual(total.high);
        expect(total.low).toBeGreaterThanOrEqual(1000 * violations.low);
        const more = penaltyExposure(
          { violations: { ...violations, high: violations.high + 1 }, transactionUsd: { ...value, high: value.high + 1 } },
          on,
          rules,
        );
        expect(more.administrative.total?.high).toBeGreaterThanOrEqual(total.high);
      }),
    );
  });
});
