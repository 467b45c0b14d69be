import { mixed } from './hash-lists.ts';

/** The words of a name as they are written, in lower case, cut at everything that is neither letter nor digit. */
export const bagOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');

/** Key of the written words of a name whatever their order, null for a single word: a shuffled name is found even where its order decided how it is read. */
export function bagKey(words: readonly string[]): number | null {
  if (words.length < 2) return null;
  let sum = 0;
  for (const word of words) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
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
