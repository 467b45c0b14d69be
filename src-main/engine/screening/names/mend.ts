/** No word of the tables is longer; what is may be hostile. */
const LONGEST = 24;
/** Shorter words are other words with a letter more or less. */
const SHORTEST = 6;

// Long words of legal forms and of longer phrases, by what is left of them with one letter out: a slip in "Companny" costs nothing.
const mendable = new Map<string, string>();

const BASE = 0x01000193;
const powers = new Int32Array(LONGEST + 1);
powers[0] = 1;
for (let at = 1; at <= LONGEST; at += 1) powers[at] = Math.imul(powers[at - 1] as number, BASE);
const before = new Int32Array(LONGEST + 1);

// A bit for the hash of each key of `mendable`: most words are told by them, without cutting a letter out.
const BITS = 19;
const marks = new Uint32Array(1 << (BITS - 5));

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
  return hash;
}

const placeOf = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - BITS);

function mark(word: string): void {
  const place = placeOf(hashOf(word));
  marks[place >>> 5] = (marks[place >>> 5] as number) | (1 << (place & 31));
}

function isMarked(hash: number): boolean {
  const place = placeOf(hash);
  return (((marks[place >>> 5] as number) >>> (place & 31)) & 1) === 1;
}

/** Takes a word of the tables in that slips are mended; a shorter one than `shortest` is passed by. */
export function addMendable(word: string, shortest: number): void {
  if (word.length < shortest) return;
  mendable.set(word, word);
  mark(word);
  for (let at = 0; at < word.length; at += 1) {
    const rest = word.slice(0, at) + word.slice(at + 1);
    if (!mendable.has(rest)) mendable.set(rest, word);
    mark(rest);
  }
}

/** Whether a word is of a length in which slips are mended. */
export const mayBeMended = ({ length }: string): boolean => length >= SHORTEST && length <= LONGEST;

/** The word of the tables that a word of such a length (`mayBeMended`) is but for one slip; undefined for most. */
export function mended(word: string): string | undefined {
  const { length } = word;
  for (let at = 0; at < length; at += 1) before[at + 1] = (Math.imul(before[at] as number, BASE) + word.charCodeAt(at)) | 0;
  const whole = before[length] as number;
  const same = isMarked(whole) ? mendable.get(word) : undefined;
  if (same !== undefined) return same;
  for (let at = 0; at < length; at += 1) {
    // Hash of the word without this letter: the part before it, then the rest.
    const power = powers[length - at - 1] as number;
    if (!isMarked((whole - Math.imul(before[at + 1] as number, power) + Math.imul(before[at] as number, power)) | 0)) continue;
    const near = mendable.get(word.slice(0, at) + word.slice(at + 1));
    // Same first letter and nearly the same length, or the name of a firm would become a legal form.
    if (near !== undefined && near.charAt(0) === word.charAt(0) && Math.abs(near.length - length) < 2) return near;
  }
  return undefined;
}

/** Whether two words are one but for a letter dropped, added, changed or exchanged with its neighbour. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short.charAt(start) === long.charAt(start)) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const rest = long.slice(start, long.length - end);
  if (short.length < long.length) return rest.length === 1;
  return rest.length === 1 || (rest.length === 2 && rest.charAt(0) === short.charAt(start + 1) && rest.charAt(1) === short.charAt(start));
}
