import { describe, expect, it } from 'vitest';
import { outlinesOf } from './outline.ts';

const far = Number.POSITIVE_INFINITY;

describe('outlinesOf', () => {
  it('draws two overlapping paragraphs as one step', () => {
    const [ring, ...others] = outlinesOf([
      { left: 4800, right: far, bottom: 0, top: far },
      { left: 1600, right: far, bottom: 6, top: far },
    ]);
    expect(others).toEqual([]);
    expect(ring).toHaveLength(6);
    expect(new Set(ring?.map((corner) => corner.join()))).toEqual(
      new Set(['4800,0', 'Infinity,0', 'Infinity,Infinity', '1600,Infinity', '1600,6', '4800,6']),
    );
  });

  it('keeps boxes that do not touch apart', () => {
    expect(
      outlinesOf([
        { left: 1, right: 2, bottom: 1, top: 2 },
        { left: 5, right: 6, bottom: 5, top: 6 },
      ]),
    ).toHaveLength(2);
  });

  it('leaves out what a stricter paragraph covers', () => {
    const [ring] = outlinesOf([{ left: 1600, right: far, bottom: 3, top: 6 }], [{ left: 4800, right: far, bottom: 0, top: far }]);
    expect(new Set(ring?.map((corner) => corner.join()))).toEqual(new Set(['1600,3', '4800,3', '4800,6', '1600,6']));
  });

  it('draws nothing from nothing', () => {
    expect(outlinesOf([])).toEqual([]);
  });
});
