import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParseOptions, parseQuantity } from './index.ts';

function read(text: string, options: ParseOptions = {}) {
  const result = parseQuantity(text, options);
  if (!result.ok) throw new Error(`${text}: ${result.error.code}`);
  return result.value;
}

describe('parseQuantity', () => {
  it.each([
    ['1.2e25', 1.2e25],
    ['405B', 405e9],
    ['15.6T tokens', 15.6e12],
    ['2.1 × 10^26', 2.1e26],
    ['2,1·10²⁶', 2.1e26],
    ['10²⁶', 1e26],
    ['8 x 10 ** 24 FLOP', 8e24],
    ['38 yottaFLOP', 3.8e25],
    ['3640 PFLOP/s-days', 3640 * 8.64e19],
    ['1.234.567,89', 1_234_567.89],
    ['1,234,567.89', 1_234_567.89],
    ['1 234 567', 1_234_567],
    ["1'234'567", 1_234_567],
    ['15,6 Mrd. Parameter', 15.6e9],
    ['1,5', 1.5],
    ['.35', 0.35],
    ['40 %', 0.4],
    ['89 days', 2136],
    ['30.8M GPU hours', 30.8e6],
    ['$60 million', 60e6],
    ['5 GWh', 5e6],
    ['3.35 TB/s', 3350],
    ['~25,000', 25_000],
  ])('reads %s as %d', (text, value) => {
    expect(read(text).value / value).toBeCloseTo(1, 9);
  });

  it('tells a rate from a total', () => {
    expect(read('989 TFLOP/s')).toMatchObject({ unit: 'flopPerSecond', value: 989e12 });
    expect(parseQuantity('989 TFLOP/s', { wanted: 'flop' })).toMatchObject({ ok: false, error: { code: 'rateForTotal' } });
    expect(parseQuantity('3.8e25 FLOP', { wanted: 'flopPerSecond' })).toMatchObject({ ok: false, error: { code: 'totalForRate' } });
  });

  it('takes FLOPS in a field for totals, but asks', () => {
    expect(read('3.8e25 FLOPS', { wanted: 'flop' })).toMatchObject({ unit: 'flop', notes: [{ code: 'flopsMeansTotal' }] });
  });

  it('names the reading of a mark that could be decimal or thousands', () => {
    expect(read('16,384')).toMatchObject({ value: 16_384, notes: [{ code: 'commaTakenAsThousands' }] });
    expect(read('16.384')).toMatchObject({ value: 16.384, notes: [{ code: 'pointTakenAsDecimal' }] });
    expect(read('16.384', { decimal: 'comma' }).value).toBe(16_384);
  });

  it.each([
    ['', 'empty'],
    ['lots', 'notANumber'],
    ['FLOP', 'notANumber'],
    ['-5', 'negative'],
    ['1e999', 'tooLarge'],
    ['12 bananas', 'notANumber'],
    ['1.2.3', 'notANumber'],
  ])('refuses "%s" as %s', (text, code) => {
    expect(parseQuantity(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses hours where tokens are wanted', () => {
    expect(parseQuantity('12 h', { wanted: 'tokens' })).toMatchObject({ ok: false, error: { code: 'wrongKind' } });
  });

  it('reads back every number it could have printed, and never throws', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e30, noNaN: true }), (value) => {
        expect(read(value.toExponential()).value / value).toBeCloseTo(1, 9);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => void parseQuantity(text)));
  });
});
