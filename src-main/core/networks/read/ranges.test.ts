import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, ipv6Address } from '../../../../src-shared/formats/internet-address.ts';
import { type AddressRange, contains, rangeOf, writeRange } from './ranges.ts';
import { createStepsBuilder, stepsOfSet, stretches, valueAt } from './steps.ts';

describe('rangeOf', () => {
  it.each([
    ['192.0.2.0/24', '192.0.2.0/24'],
    ['192.0.2.77/24', '192.0.2.0/24'],
    ['192.0.2.0/255.255.255.0', '192.0.2.0/24'],
    ['192.0.2.0 255.255.254.0', '192.0.2.0/23'],
    ['192.0.2.4 - 192.0.2.9', '192.0.2.4-192.0.2.9'],
    ['192.0.2.4–192.0.2.7', '192.0.2.4/30'],
    ['192.0.2.9', '192.0.2.9'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['2001:db8::5', '2001:db8::5'],
    ['2001:db8::1-2001:db8::2', '2001:db8::1-2001:db8::2'],
    ['::ffff:192.0.2.0/120', '192.0.2.0/24'],
  ])('reads %s as %s', (text, written) => {
    const range = rangeOf(text);
    expect(range === null ? null : writeRange(range)).toBe(written);
  });

  it.each([
    '',
    'AS64500',
    '192.0.2.0/33',
    '2001:db8::/129',
    '192.0.2.9-192.0.2.4',
    '192.0.2.1-2001:db8::1',
    '192.0.2.0/255.0.255.0',
    '1.2.3/24',
    'host/24',
  ])('refuses %s', (text) => {
    expect(rangeOf(text)).toBeNull();
  });
});

const prefix4 = fc
  .tuple(fc.integer({ min: 0, max: 0xffff_ffff }), fc.integer({ min: 1, max: 32 }))
  .map(([value, bits]) => rangeOf(`${[24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')}/${bits}`) as AddressRange);
const prefix6 = fc
  .tuple(fc.bigInt({ min: 1n << 112n, max: (1n << 128n) - 1n }), fc.integer({ min: 1, max: 128 }))
  .map(([value, bits]): AddressRange => {
    const hostBits = BigInt(128 - bits);
    const first = (value >> hostBits) << hostBits;
    return { family: 6, first, last: first | ((1n << hostBits) - 1n) };
  });

/** The ends of a range, the addresses beside them, and one inside. */
function edges(range: AddressRange): readonly Address[] {
  if (range.family === 4) {
    const middle = Math.floor((range.first + range.last) / 2);
    const values = [range.first - 1, range.first, middle, range.last, range.last + 1];
    return values.filter((value) => value >= 0 && value <= 0xffff_ffff).map((value) => ({ family: 4, value }));
  }
  const values = [range.first - 1n, range.first, (range.first + range.last) / 2n, range.last, range.last + 1n];
  return values.filter((value) => value >= 0n && value < 1n << 128n).map(ipv6Address);
}

describe('a set of prefixes', () => {
  it.each([
    ['IPv4', prefix4],
    ['IPv6', prefix6],
  ] as const)('holds every address of its prefixes and no neighbour of them (%s)', (_, prefix) => {
    fc.assert(
      fc.property(fc.array(prefix, { minLength: 1, maxLength: 30 }), (ranges) => {
        const steps = stepsOfSet(ranges);
        for (const address of ranges.flatMap(edges)) {
          expect(valueAt(steps, address) === 1).toBe(ranges.some((range) => contains(range, address)));
        }
      }),
    );
  });

  it('holds the whole space and nothing', () => {
    const whole = stepsOfSet([{ family: 4, first: 0, last: 0xffff_ffff }]);
    expect(valueAt(whole, { family: 4, value: 0xffff_ffff })).toBe(1);
    expect(valueAt(whole, ipv6Address(1n))).toBe(0);
    expect(valueAt(stepsOfSet([]), { family: 4, value: 0 })).toBe(0);
  });
});

describe('steps', () => {
  it('gives back the stretches they were made from', () => {
    const builder = createStepsBuilder();
    const given: readonly [AddressRange, number][] = [
      [{ family: 4, first: 10, last: 19 }, 1],
      [{ family: 4, first: 20, last: 29 }, 2],
      [{ family: 4, first: 40, last: 0xffff_ffff }, 1],
      [{ family: 6, first: 1n << 64n, last: (1n << 65n) - 1n }, 3],
    ];
    for (const [range, value] of given) builder.add(range, value);
    const known = [...stretches(builder.finish())].filter(({ value }) => value !== 0);
    expect(known.map(({ range, value }) => [range, value])).toEqual(given);
  });

  it('refuses ranges out of order', () => {
    const builder = createStepsBuilder();
    builder.add({ family: 4, first: 10, last: 19 }, 1);
    expect(() => builder.add({ family: 4, first: 19, last: 30 }, 2)).toThrow('out of order');
  });
});
