import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyTable, wordsPerKey } from './key-table.ts';

describe('createKeyTable', () => {
  it('answers as a map of whole keys would, also where keys differ in one word only', () => {
    const word = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 0xffff_ffff }));
    const key = fc.tuple(word, word, word, word);
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const table = createKeyTable();
        const map = new Map<string, number>();
        keys.forEach((words, place) => {
          const text = words.join();
          expect(table.findOrAdd(Uint32Array.from(words), 0, place + 1)).toBe(map.get(text) ?? 0);
          if (!map.has(text)) map.set(text, place + 1);
        });
      }),
    );
  });

  it('knows every key after it grew far beyond what was expected', () => {
    const count = 200_000;
    const table = createKeyTable(10);
    const words = new Uint32Array(count * wordsPerKey);
    for (let place = 0; place < count; place += 1) {
      words[place * wordsPerKey] = Math.imul(place, 0x9e3779b1);
      words[place * wordsPerKey + 3] = Math.imul(place, 0x85ebca6b);
    }
    const ids = Float64Array.from({ length: count }, (_, place) => 5_000_000_000 + place);
    table.addAll(words, ids);
    for (let place = 0; place < count; place += 997) expect(table.findOrAdd(words, place, 1)).toBe(ids[place]);
  });
});
