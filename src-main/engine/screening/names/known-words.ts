import { TextNumbers } from './text-numbers.ts';
import type { FirmWord, PersonWord, Word } from './types.ts';

/** A written word with everything that was read of it, so that one look-up finds all. What is null was not read yet. */
export interface KnownWord {
  readonly text: string;
  /** ISO 15924. */
  readonly script: string;
  word: Word | null;
  firm: FirmWord | null;
  person: PersonWord | null;
}

const MOST_KNOWN = 400_000;
/** A longer word is read each time, so that a hostile list cannot fill the memory. */
const LONGEST_KEPT = 60;

// Lists repeat their words: 60,000 names hold some 60,000 different ones among 250,000. Reading is pure, so remembering changes nothing.
const texts = new TextNumbers();
const words: KnownWord[] = [];

const fresh = (text: string, script: string): KnownWord => ({ text, script, word: null, firm: null, person: null });

/** The word that stands at a place of a name, in the one script given. */
export function knownIn(name: string, from: number, until: number, script: string): KnownWord {
  if (until - from > LONGEST_KEPT) return fresh(name.slice(from, until), script);
  if (words.length >= MOST_KNOWN) {
    texts.clear();
    words.length = 0;
  }
  const number = texts.numberOf(name, from, until);
  if (number === words.length) words.push(fresh(texts.texts[number] as string, script));
  return words[number] as KnownWord;
}

/** A word by itself, in the one script given. */
export const knownWord = (text: string, script: string): KnownWord => knownIn(text, 0, text.length, script);
