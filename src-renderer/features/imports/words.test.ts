import { describe, expect, it } from 'vitest';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { rawText, valueText } from './words.ts';

const t = createText('en', english);
const known = (value: string | string[]) => ({ state: 'known', value }) as const;

describe('values of a row under review', () => {
  it('names a country and keeps its code for copying', () => {
    expect(valueText(t, known('DE'), 'country')).toBe('Germany');
    expect(valueText(t, known(['DE', 'NO']), 'countries')).toBe('Germany, Norway');
    expect(rawText(t, known('DE'))).toBe('DE');
  });

  it('takes a word of two letters for a country only where the field asks for one', () => {
    expect(valueText(t, known('DE'), 'text')).toBe('DE');
    expect(valueText(t, known('mixtureOfExperts'), 'choice')).toBe('Mixture of experts');
  });
});
