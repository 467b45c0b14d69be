import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, contentHashInSlices } from './content-hash.ts';
import { createHider, hiddenIn, hiddenInSlices } from './hide-people.ts';

const atOnce = () => Promise.resolve();
const report = fc.record({
  on: fc.string(),
  empty: fc.constant([]),
  figures: fc.dictionary(fc.string(), fc.jsonValue()),
  rows: fc.array(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }), { maxLength: 250 }),
});

describe('a report of any length', () => {
  it('has the same hash whether it is worked out in one go or in slices', async () => {
    await fc.assert(
      fc.asyncProperty(report, async (value) => {
        expect(await contentHashInSlices(value, atOnce)).toBe(contentHash(value));
      }),
    );
  });

  it('hides the same whether it is read in one go or in slices', async () => {
    const { rest } = createHider({ people: 'initials' }, { roster: ['Priya Raman'], typed: [], signs: [], advice: [] });
    const rows = Array.from({ length: 300 }, (_, at) => ({
      number: at,
      said: `Priya Raman asked ${at} times`,
      tied: ['by Priya Raman', null],
    }));
    const value = { title: 'For Priya Raman', tables: [{ rows }], none: [], logo: 'data:image/png;Priya Raman' };
    const hidden = await hiddenInSlices(value, rest, atOnce);
    expect(hidden).toEqual(hiddenIn(value, rest));
    expect(hidden.tables[0]?.rows[299]).toEqual({ number: 299, said: 'P. R. asked 299 times', tied: ['by P. R.', null] });
  });
});
