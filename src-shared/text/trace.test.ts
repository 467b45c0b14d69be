import { describe, expect, it } from 'vitest';
import { english } from './en/index.ts';
import { createText } from './format.ts';
import { factName, traceSentence } from './trace.ts';

const text = createText<Record<string, string>>('en', english);
const say = (said: string, params: Record<string, string | number | null>) => traceSentence({ ruleId: '9X091.a', said, params }, text);

describe('traceSentence', () => {
  it.each([
    [
      say('trace.compare', { fact: 'tpp', bound: 'atLeast', limit: 4800, unit: 'TPP', title: 't', value: 4400 }),
      'Total processing performance: 4,400 TPP; the limit is at least 4,800 TPP',
    ],
    [
      say('trace.compare', {
        fact: 'countedOperations',
        bound: 'above',
        limit: 1e26,
        unit: 'operations',
        title: 't',
        value: 4.5e24,
        high: 1.8e25,
      }),
      'Training operations counted under the entry: between 4.50 × 10²⁴ and 1.80 × 10²⁵ operations; the limit is more than 10²⁶ operations',
    ],
    [
      say('trace.compare', { fact: 'tpp', bound: 'below', limit: 1600, unit: 'TPP', title: 't', value: 100, high: null }),
      'Total processing performance: 100 TPP or more; the limit is below 1,600 TPP',
    ],
    [
      say('trace.is', { fact: 'published', value: null, wanted: 'yes' }),
      'Published without restriction: not known (the rule asks for yes)',
    ],
    [
      say('trace.in', { fact: 'hostEntries', value: '3A001.z', wanted: '3A001.z, 4A003.z' }),
      'Other entries the item falls under: 3A001.z (the rule asks for one of 3A001.z, 4A003.z)',
    ],
    [say('trace.status', { entry: '9X091', textStatus: 'inForce', on: '2031-11-24' }), 'The text of 9X091: In force on 24 Nov 2031'],
    [say('pack: Count the operations', {}), 'Count the operations'],
    [say('trace.unheardOf', {}), '9X091.a'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });

  it('names what is contained, fields of the register and unknown ids in words', () => {
    expect(factName('contains:3A090.a', text)).toBe('Contains an item of 3A090.a');
    expect(factName('parametersActive', text)).toBe('Parameters, active');
    expect(factName('someNewFact', text)).toBe('Some new fact');
  });
});
