import type { IndexData } from './index/data.ts';
import { textAt } from './index/texts.ts';
import type { Expansion } from './score/expand.ts';
import type { ComparableWord } from './score/likeness.ts';

/** The index as one thread reads it: the shared arrays and this thread's own scratch memory. */
export interface ScreeningIndex {
  readonly data: IndexData;
  /** Word of the vocabulary with its sounds, made when first needed. */
  word(number: number): ComparableWord;
  /** Number of a party by its id, -1 when it is not there; of two with one id the first. */
  partyNumber(id: string): number;
  /** What a query's word may stand for, by the word; emptied when it grows large. */
  readonly expansions: Map<string, Expansion>;
  /** Points per reading and the readings that have some, for one query at a time. */
  readonly points: Float32Array;
  readonly seen: Uint8Array;
  /** Marks the words looked at in one go: those whose mark is the current number. */
  readonly looked: { readonly marks: Uint32Array; now: number };
}

export function openIndex(data: IndexData): ScreeningIndex {
  let numbers: Map<string, number> | null = null;
  const words: (ComparableWord | undefined)[] = new Array(data.wordBits.length);
  const readings = data.readingName.length;
  return {
    data,
    word(number) {
      let word = words[number];
      if (word === undefined) {
        word = {
          norm: textAt(data.words, number),
          phones: textAt(data.wordPhones, number),
          family: data.wordFamily[number] as number,
        };
        words[number] = word;
      }
      return word;
    },
    partyNumber(id) {
      if (numbers === null) {
        numbers = new Map();
        for (let party = data.partyList.length - 1; party >= 0; party -= 1) numbers.set(textAt(data.partyIds, party), party);
      }
      return numbers.get(id) ?? -1;
    },
    expansions: new Map(),
    points: new Float32Array(readings),
    seen: new Uint8Array(readings),
    looked: { marks: new Uint32Array(data.wordBits.length), now: 0 },
  };
}

export const partiesIn = (index: ScreeningIndex): number => index.data.partyList.length;
export const namesIn = (index: ScreeningIndex): number => index.data.nameParty.length;
