import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestDistanceKm } from './distance.ts';
import { hoursBehindUtc, placeBoxes } from './place-table.ts';

const codes = [...placeBoxes.keys()];

describe('smallestDistanceKm', () => {
  it.each([
    ['DE', 'NL'],
    ['US', 'CA'],
    ['US', 'MX'],
    ['IN', 'PK'],
    ['SG', 'MY'],
    ['CN', 'HK'],
    ['ES', 'PT'],
    ['CL', 'PE'],
    ['FR', 'GB'],
    ['RU', 'FI'],
    ['KR', 'KP'],
  ])('%s and %s are neighbours', (a, b) => {
    expect(smallestDistanceKm(a, b)).toBeLessThan(130);
  });

  // Ways between the nearest shores or borders, measured on a globe, in km.
  it.each([
    ['US', 'GB', 3000, 4700],
    ['US', 'JP', 3300, 6200],
    ['US', 'BR', 2300, 4000],
    ['NL', 'IN', 4300, 5200],
    ['NL', 'SG', 9000, 10_400],
    ['BR', 'PT', 3000, 5600],
    ['AU', 'NZ', 900, 2300],
    ['US', 'CN', 3500, 9200],
    ['DE', 'JP', 6500, 8900],
    ['ZA', 'AU', 6300, 8600],
  ])('between %s and %s lie %i to %i km', (a, b, low, high) => {
    const km = smallestDistanceKm(a, b) ?? Number.NaN;
    expect(km).toBeGreaterThan(low);
    expect(km).toBeLessThan(high);
  });

  it('is the same both ways, never negative, and nothing within a country', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (a, b) => {
        const km = smallestDistanceKm(a, b) ?? Number.NaN;
        expect(km).toBeGreaterThanOrEqual(0);
        expect(km).toBeLessThan(20_038);
        expect(smallestDistanceKm(b, a)).toBeCloseTo(km, 6);
        expect(smallestDistanceKm(a, a)).toBe(0);
      }),
    );
  });

  it('says nothing about a place that is not in the table', () => {
    expect(smallestDistanceKm('US', 'ZZ')).toBeNull();
  });
});

describe('the table of places', () => {
  it('has boxes that are not turned round, inside the globe', () => {
    const odd = [...placeBoxes].filter(([, boxes]) =>
      boxes.some(([w, s, e, n]) => !(w < e && s < n && w >= -180 && e <= 180 && s >= -90 && n <= 90)),
    );
    expect(odd.map(([code]) => code)).toEqual([]);
    expect(placeBoxes.size).toBeGreaterThan(240);
  });

  it('has clocks only for places it knows, and none east of Greenwich', () => {
    for (const [code, hours] of hoursBehindUtc) {
      expect(placeBoxes.has(code)).toBe(true);
      expect(hours).toBeGreaterThan(0);
    }
  });
});
