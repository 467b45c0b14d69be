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
const FIRST_SIZE = 1 << 12;

// Lists repeat their words: 60,000 names hold some 60,000 different ones among 250,000. Reading is pure, so remembering changes nothing.
// A table of its own and no Map, since a word that is known is found without being cut out of its name. Slots without a word are empty.
let words: (KnownWord | undefined)[] = new Array(FIRST_SIZE).fill(undefined);
let hashes = new Uint32Array(FIRST_SIZE);
let count = 0;

/** The word that stands at a place of a name, in the one script given. */
export function knownIn(name: string, from: number, until: number, script: string): KnownWord {
  let hash = 0x811c9dc5;
  for (let at = from; at < until; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = (hash ^ (hash >>> 15)) >>> 0;
  const length = until - from;
  let slot = hash & (words.length - 1);
  for (let one = words[slot]; one !== undefined; one = words[slot]) {
    if (hashes[slot] === hash && one.text.length === length && name.startsWith(one.text, from)) return one;
    slot = (slot + 1) & (words.length - 1);
  }
  const fresh: KnownWord = { text: name.slice(from, until), script, word: null, firm: null, person: null };
  if (length > LONGEST_KEPT) return fresh;
  if (count >= MOST_KNOWN) forgetAll();
  else if (count * 2 >= words.length) grow();
  put(fresh, hash);
  count += 1;
  return fresh;
}

/** A word by itself, in the one script given. */
export const knownWord = (text: string, script: string): KnownWord => knownIn(text, 0, text.length, script);

function put(word: KnownWord, hash: number): void {
  let slot = hash & (words.length - 1);
  while (words[slot] !== undefined) slot = (slot + 1) & (words.length - 1);
  words[slot] = word;
  hashes[slot] = hash;
}

function grow(): void {
  const [oldWords, oldHashes] = [words, hashes];
  words = new Array(oldWords.length * 2).fill(undefined);
  hashes = new Uint32Array(words.length);
  for (const [slot, word] of oldWords.entries()) if (word !== undefined) put(word, oldHashes[slot] as number);
}

function forgetAll(): void {
  words.fill(undefined);
  count = 0;
}
