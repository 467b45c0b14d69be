import { describe, expect, it } from 'vitest';
import { rowsOf, thresholdsOf } from './thresholds.ts';

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
