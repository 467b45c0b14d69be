import { describe, expect, it } from 'vitest';
import { inForce, rowsOf, thresholdsOf, withLineFor } from './thresholds.ts';

describe('thresholds of the company', () => {
  it('come back as they were, whether for a list, a type, both or everything', () => {
    const thresholds = {
      '*': { review: 0.7, strong: 0.9 },
      SDN: { review: 0.6, strong: 0.8 },
      person: { review: 0.75, strong: 0.9 },
      'EL/org': { review: 0.65, strong: 0.85 },
    };
    const rows = rowsOf(thresholds);
    expect(rows.map(({ list, type }) => [list, type])).toEqual([
      [null, null],
      ['SDN', null],
      [null, 'person'],
      ['EL', 'org'],
    ]);
    expect(thresholdsOf(rows)).toEqual(thresholds);
  });
});

describe('inForce', () => {
  const at = (review: number) => ({ review, strong: 0.9 });
  const thresholds = { '*': at(0.75), person: at(0.7), SDN: at(0.6), 'SDN/org': at(0.65) };

  it.each([
    ['SDN', 'org', 'SDN/org', 0.65],
    ['SDN', 'person', 'SDN', 0.6],
    ['EL', 'person', 'person', 0.7],
    ['EL', 'vessel', '*', 0.75],
    [null, 'person', 'person', 0.7],
  ] as const)('takes for %s and %s the line %s', (list, type, from, review) => {
    expect(inForce(thresholds, list, type)).toEqual({ review, strong: 0.9, from });
  });
});

describe('withLineFor', () => {
  it('adds a line that starts from what is in force, once', () => {
    const rows = withLineFor([], { list: 'SDN', type: 'org' }, { review: 0.75, strong: 0.9 });
    expect(rows).toEqual([{ list: 'SDN', type: 'org', review: 0.75, strong: 0.9 }]);
    expect(withLineFor(rows, { list: 'SDN', type: 'org' }, { review: 0.1, strong: 0.2 })).toBe(rows);
  });
});
