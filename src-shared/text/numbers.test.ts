import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatQuantity, parseQuantity } from './numbers.ts';

describe('parseQuantity', () => {
  it.each([
    ['13.4e12', 13.4e12],
    ['13.4 × 10^12', 13.4e12],
    ['13.4*10**12', 13.4e12],
    ['10²⁶', 1e26],
    ['10^-3', 0.001],
    ['4,096', 4096],
    ['1 980', 1980],
    ['1 980', 1980],
    ['420B', 420e9],
    ['15T', 15e12],
    ['0.35', 0.35],
    ['−2', -2],
    ['.5', 0.5],
  ])('reads %s', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', 'abc', '1,5', '1,23', '12e', '1e999', '0x10', '10^', '1.2.3', '5 or 6'])('refuses %j rather than guess', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  it('reads back what it wrote, to the digits shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e30, noNaN: true }), (value) => {
        const read = parseQuantity(formatQuantity(value, 'en', 6));
        expect(read).not.toBeNull();
        expect(Math.abs((read ?? 0) / value - 1)).toBeLessThan(1e-4);
      }),
    );
  });
});

describe('formatQuantity', () => {
  it.each([
    [1.23e25, '1.2 × 10²⁵'],
    [1e26, '10²⁶'],
    [4096, '4,096'],
    [0.35, '0.35'],
    [1913.6, '1,913.6'],
    [0, '0'],
    [2e-7, '2.0 × 10⁻⁷'],
  ])('writes %d as %s', (value, text) => {
    expect(formatQuantity(value, 'en')).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [229_376, '229 kB'],
    [214_000_000, '214 MB'],
    [999_999, '1 MB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text);
  });
});
