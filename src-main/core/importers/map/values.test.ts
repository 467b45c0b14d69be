import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChoiceIndex } from './choice.ts';
import { readCountry, suggestCountries } from './country.ts';
import { dateOrderHint, readDate } from './date.ts';
import { decimalSignOf, readNumber } from './number.ts';
import { isEmptyMark, isUnknownWord, readYesNo } from './words.ts';

const value = (text: string, unit?: string, decimal: '.' | ',' | null = null) => {
  const reading = readNumber(text, unit, decimal);
  return reading.is === 'number' ? reading.value : reading.is;
};

describe('numbers as people write them', () => {
  it.each([
    ['405B', 'parameters', 405e9],
    ['7 billion params', 'parameters', 7e9],
    ['70 Mrd.', 'parameters', 70e9],
    ['15.6T tokens', 'tokens', 15.6e12],
    ['15,6T', 'tokens', 15.6e12],
    ['2 Billionen', 'tokens', 2e12],
    ['2.1E+26', 'operations', 2.1e26],
    ['1.2 × 10^25', 'operations', 1.2e25],
    ['1.2×10²⁵ FLOP', 'operations', 1.2e25],
    ['10^25', 'operations', 1e25],
    ['3.8e25 FLOPs', 'operations', 3.8e25],
    ['3640 PF-days', 'operations', 3640 * 1e15 * 86_400],
    ['10 YFLOP', 'operations', 1e25],
    ['54 days', 'hours', 1296],
    ['814 mm2', 'mm²', 814],
    ['8.14 cm²', 'mm²', 814],
    ['3.35 TB/s', 'GB/s', 3350],
    ['900 Gbit/s', 'GB/s', 112.5],
    ['0.7 kW', 'W', 700],
    ['30 MWh', 'kWh', 30_000],
    ['35 %', 'share', 0.35],
    ['35%', '%', 35],
    ['2 PFLOPS', 'TOPS', 2000],
    ['1,234.5', undefined, 1234.5],
    ['1.234,5', undefined, 1234.5],
    ['1 234 567', undefined, 1_234_567],
    ["1'234'567", undefined, 1_234_567],
    ['405,000,000,000', 'parameters', 405e9],
    ['16,384 GPUs', 'chips', 16_384],
  ] as const)('%s (%s) is %s', (text, unit, expected) => {
    expect(value(text, unit)).toBe(expected);
  });

  it.each([
    ['120 PFLOP/s', 'operations', 'wrongUnit'],
    ['989 TFLOPS', 'operations', 'wrongUnit'],
    ['1,200 GPU-hours', 'hours', 'wrongUnit'],
    ['12 apples', 'parameters', 'wrongUnit'],
    ['8x7B', 'parameters', 'notANumber'],
    ['a lot', 'tokens', 'notANumber'],
    ['1e400', undefined, 'notANumber'],
  ] as const)('%s for %s is refused as %s', (text, unit, expected) => {
    expect(value(text, unit)).toBe(expected);
  });

  it('asks whether a lone sign before three digits groups or divides, unless the column or the person says', () => {
    expect(readNumber('1.234', undefined, null)).toEqual({ is: 'twoWays', asPoint: 1.234, asComma: 1234 });
    expect(readNumber('1,234', undefined, null)).toEqual({ is: 'twoWays', asPoint: 1234, asComma: 1.234 });
    expect(value('1.234', undefined, ',')).toBe(1234);
    expect(value('1.234', undefined, '.')).toBe(1.234);
    expect(decimalSignOf(['1.204,7', '14,2', '0,3'])).toBe(',');
    expect(decimalSignOf(['1,000,000', '2.5'])).toBe('.');
    expect(decimalSignOf(['1.5', '2,5'])).toBeNull();
    expect(decimalSignOf(['1,234'])).toBeNull();
  });

  it('keeps the bounds of a range and marks estimates', () => {
    expect(readNumber('10–20B', 'parameters', null)).toEqual({ is: 'number', value: 15e9, low: 10e9, high: 20e9, approximate: true });
    expect(readNumber('~70b', 'parameters', null)).toEqual({ is: 'number', value: 70e9, approximate: true });
  });

  it('reads back any number a machine writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = String(number);
        const reading = readNumber(text, undefined, '.');
        return reading.is === 'number' && reading.value === number;
      }),
    );
  });

  it('never throws and never answers with a number that is not finite', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.constantFrom('parameters', 'operations', 'hours', 'GB/s', 'share', undefined),
        (text, unit) => {
          const reading = readNumber(text, unit, null);
          return reading.is !== 'number' || Number.isFinite(reading.value);
        },
      ),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2024-05-01', '2024-05-01'],
    ['1.2.2024', '2024-02-01'],
    ['13/02/2024', '2024-02-13'],
    ['02/13/2024', '2024-02-13'],
    ['12 Mar 2024', '2024-03-12'],
    ['12. März 2024', '2024-03-12'],
    ['5 de mayo de 2024', '2024-05-05'],
    ['2024/05/01 10:11:12', '2024-05-01T10:11:12'],
    ['2024-10-08 07:38:46.061 -0700', '2024-10-08T07:38:46.061-07:00'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text, null)).toEqual({ is: 'date', iso });
  });

  it('asks for the order of a slashed date that works both ways, and never guesses it', () => {
    expect(readDate('03/10/2026', null)).toEqual({ is: 'twoWays', dmy: '2026-10-03', mdy: '2026-03-10' });
    expect(readDate('03/10/2026', 'DMY')).toEqual({ is: 'date', iso: '2026-10-03' });
    expect(readDate('03/10/2026', 'MDY')).toEqual({ is: 'date', iso: '2026-03-10' });
    expect(dateOrderHint('13/02/2024')).toBe('DMY');
    expect(dateOrderHint('02/13/2024')).toBe('MDY');
    expect(dateOrderHint('03/10/2026')).toBe('both');
  });

  it('refuses days the calendar does not have', () => {
    for (const text of ['2024-02-30', '31.04.2024', '00/00/2024', '2024-13-01', '25:61', 'hello'])
      expect(readDate(text, 'DMY')).toEqual({ is: 'notADate' });
  });
});

describe('countries', () => {
  it.each([
    ['DE', 'DE'],
    ['DEU', 'DE'],
    ['840', 'US'],
    ['Deutschland', 'DE'],
    ['Großbritannien', 'GB'],
    ['中国', 'CN'],
    ['Etats-Unis', 'US'],
    ['South Korea', 'KR'],
    ['Iran, Isl. Rep.', 'IR'],
    ['the Netherlands', 'NL'],
    ['Frankfurt, Germany', 'DE'],
    ['US (Oregon)', 'US'],
    ['Czech Republic', 'CZ'],
    ['Hong Kong', 'HK'],
    ['Taiwan', 'TW'],
  ])('%s is %s', (text, code) => {
    expect(readCountry(text)).toMatchObject({ is: 'country', code });
  });

  it('asks where a name fits several, and for NA, which is Namibia and "not available"', () => {
    expect(readCountry('Korea')).toEqual({ is: 'ask', codes: ['KR', 'KP'] });
    expect(readCountry('Congo')).toEqual({ is: 'ask', codes: ['CD', 'CG'] });
    expect(readCountry('NA').is).toBe('ask');
    expect(readCountry('Germany / France').is).toBe('ask');
  });

  it('does not take words for codes', () => {
    for (const text of ['in', 'no', 'Atlantis', '', '---', '12']) expect(readCountry(text).is).toBe('notACountry');
    expect(suggestCountries('Germny')).toContain('DE');
  });
});

describe('choices, yes and no, unknown', () => {
  it('finds a choice by value, label or synonym, whatever the case and accents', () => {
    const index = createChoiceIndex([
      { value: 'mixtureOfExperts', label: 'Mixture of experts', aliases: ['MoE', 'sparse'] },
      { value: 'other', label: 'Other' },
    ]);
    expect(index.match('MIXTURE-OF-EXPERTS')).toEqual({ value: 'mixtureOfExperts', how: 'exact' });
    expect(index.match('moe')).toEqual({ value: 'mixtureOfExperts', how: 'alias' });
    expect(index.match('mixture')).toBeNull();
    expect(index.suggest('mixture')[0]?.value).toBe('mixtureOfExperts');
  });

  it('tells yes, no, unknown and silence apart in several languages', () => {
    expect(['ja', 'X', '1', '✓', 'oui', 'да', '是'].map(readYesNo)).toEqual(Array.from({ length: 7 }, () => 'yes'));
    expect(['nein', '0', 'falsch', 'нет', '否'].map(readYesNo)).toEqual(Array.from({ length: 5 }, () => 'no'));
    expect(readYesNo('maybe')).toBeNull();
    expect(['n/a', '?', 'k. A.', 'unbekannt', 'TBD', '不明'].every(isUnknownWord)).toBe(true);
    expect(['NA', 'none', 'Norway'].some(isUnknownWord)).toBe(false);
    expect(['', ' - ', '—'].every(isEmptyMark)).toBe(true);
  });
});
