import type { DictionaryPart } from '../event-batch.ts';

export interface Dictionary {
  /** Number of a text; 0 for none. */
  number(text: string): number;
  /** Texts that are new since the last call. */
  take(): DictionaryPart;
}

/** Beyond this many texts a dictionary begins anew between two batches, so that a log of a million different paths does not fill the memory. */
const mostTexts = 200_000;

export function createDictionary(most: number = mostTexts): Dictionary {
  const numbers = new Map<string, number>();
  let first = 1;
  let texts: string[] = [];
  return {
    number(text) {
      if (text === '') return 0;
      let number = numbers.get(text);
      if (number === undefined) {
        number = numbers.size + 1;
        numbers.set(text, number);
        texts.push(text);
      }
      return number;
    },
    take() {
      const part = { first, texts };
      if (numbers.size >= most) numbers.clear();
      first = numbers.size + 1;
      texts = [];
      return part;
    },
  };
}
