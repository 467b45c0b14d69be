import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HolidaySet } from '../../../src-shared/model/plan.ts';
import { easterSunday, holidaysOf } from './holiday-sets.ts';

const days = (set: HolidaySet, year: number) => holidaysOf(set, year, year).map(({ day }) => day);

describe('public holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('know Easter of %i', (year, day) => expect(new Date(easterSunday(year)).toISOString().slice(0, 10)).toBe(day));

  it('of the United States move from a weekend to the nearest weekday', () => {
    expect(days('usFederal', 2026)).toEqual([
      ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12'],
      ...['2026-11-11', '2026-11-26', '2026-12-25'],
    ]);
    expect(days('usFederal', 2027)).toContain('2027-12-24');
    // The first of January 2028 is a Saturday: it is kept in the year before.
    expect(holidaysOf('usFederal', 2028, 2028)[0]?.day).toBe('2027-12-31');
  });

  it('of England and Wales get a substitute after a weekend', () => {
    expect(days('englandAndWales', 2026)).toEqual([
      ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ]);
    expect(days('englandAndWales', 2022).slice(0, 1)).toEqual(['2022-01-03']);
    expect(days('englandAndWales', 2027).slice(-2)).toEqual(['2027-12-27', '2027-12-28']);
    expect(days('englandAndWales', 2022).slice(-2)).toEqual(['2022-12-26', '2022-12-27']);
  });

  it('of Norway, Germany and France follow Easter', () => {
    expect(days('norway', 2026)).toEqual(expect.arrayContaining(['2026-04-02', '2026-05-14', '2026-05-17', '2026-05-25']));
    expect(days('germany', 2026)).toEqual(expect.arrayContaining(['2026-04-06', '2026-05-14', '2026-10-03']));
    expect(days('france', 2026)).toHaveLength(11);
  });

  it('come in order, each day once, and an earlier year never takes from a later one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HolidaySet.options), fc.integer({ min: 1990, max: 2090 }), (set, year) => {
        const both = holidaysOf(set, year, year + 1).map(({ day }) => day);
        expect([...both].sort()).toEqual(both);
        expect(new Set(both).size).toBe(both.length);
        expect(both).toEqual(expect.arrayContaining([...days(set, year), ...days(set, year + 1)]));
      }),
    );
  });
});
