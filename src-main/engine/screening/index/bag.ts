import { mixed } from './hash-lists.ts';

/** The words of a name as they are written, in lower case, cut at everything that is neither letter nor digit. */
export const bagOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');

const SEED = 0x811c9dc5;
const withUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Key of the written words of a name whatever their order, null for a single word: a shuffled name is found even where its order decided how it is read. */
export function bagKey(text: string): number | null {
  let sum = 0;
  let words = 0;
  let hash = SEED;
  let isInWord = false;
  // Most names are in plain letters, and their words need not be made.
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at === text.length ? 0x20 : text.charCodeAt(at);
    if (unit > 0x7f) return keyOfWords(bagOf(text));
    const isCapital = unit >= 0x41 && unit <= 0x5a;
    if (isCapital || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) {
      hash = withUnit(isInWord ? hash : SEED, isCapital ? unit | 0x20 : unit);
      isInWord = true;
    } else if (isInWord) {
      sum = (sum + mixed(hash)) | 0;
      words += 1;
      isInWord = false;
    }
  }
  return words < 2 ? null : mixed(sum);
}

function keyOfWords(words: readonly string[]): number | null {
  if (words.length < 2) return null;
  let sum = 0;
  for (const word of words) {
    let hash = SEED;
    for (let at = 0; at < word.length; at += 1) hash = withUnit(hash, word.charCodeAt(at));
    sum = (sum + mixed(hash)) | 0;
  }
  return mixed(sum);
}

/** Whether two names have the same words. */
export function isSameBag(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const sorted = [...other].sort();
  return [...one].sort().every((word, place) => word === sorted[place]);
}
