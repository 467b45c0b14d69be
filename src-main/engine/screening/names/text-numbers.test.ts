import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextNumbers } from './text-numbers.ts';

describe('numbers of texts', () => {
  it('are those of their order, however many texts there are and whatever they are cut out of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 300 }), fc.string({ maxLength: 5 }), (texts, around) => {
        const numbers = new TextNumbers();
        const met: string[] = [];
        for (const text of texts) {
          if (!met.includes(text)) met.push(text);
          expect(numbers.numberOf(`${around}${text}${around}`, around.length, around.length + text.length)).toBe(met.indexOf(text));
          expect(numbers.numberOf(text)).toBe(met.indexOf(text));
        }
        expect(numbers.texts).toEqual(met);
      }),
    );
  });

  it('stay when the table grows, and begin anew when it is cleared', () => {
    const numbers = new TextNumbers();
    const many = Array.from({ length: 20_000 }, (_, at) => `word ${at}`);
    for (const text of many) numbers.numberOf(text);
    expect(many.map((text) => numbers.numberOf(text))).toEqual([...many.keys()]);
    numbers.clear();
    expect(numbers.numberOf('word 7')).toBe(0);
  });
});
