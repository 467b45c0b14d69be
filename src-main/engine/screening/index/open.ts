import type { IndexData } from './data.ts';
import { keyOf } from './hash-lists.ts';
import { salts } from './keys.ts';
import { isTextAt } from './texts.ts';

/** Number of a word of the vocabulary, -1 where the lists have no such word. */
export function wordIn(data: IndexData, text: string): number {
  const { starts, keys, values, shift } = data.byWord;
  const key = keyOf(text, salts.word);
  const end = starts[(key >>> shift) + 1] as number;
  for (let at = starts[key >>> shift] as number; at < end; at += 1) {
    if (keys[at] !== key) continue;
    const word = values[at] as number;
    if (isTextAt(data.words, word, text)) return word;
  }
  return -1;
}

/** Bits of a word as another index counts them; undefined for a word it has not. */
export function raritiesIn(data: IndexData): (text: string) => number | undefined {
  return (text) => {
    const word = wordIn(data, text);
    return word < 0 ? undefined : (data.wordBits[word] as number);
  };
}
