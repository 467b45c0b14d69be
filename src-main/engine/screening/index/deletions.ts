import { mixed } from './hash-lists.ts';

/** Words shorter than this have no neighbourhood: three letters with one of them missing are anybody's. */
const SHORTEST = 4;
/** From here on two missing letters are looked for. */
const TWO_FROM = 7;
/** Letters that are varied (as many as SymSpell varies); a slip behind them leaves the start as it is, so the word is found all the same. */
const VARIED = 7;

const BASE = 0x01000193;
const powers = new Int32Array(VARIED + 1);
powers[0] = 1;
for (let at = 1; at <= VARIED; at += 1) powers[at] = Math.imul(powers[at - 1] as number, BASE);
const before = new Int32Array(VARIED + 2);

/**
 * Calls `take` with the key of the word's start and of everything left of it when one or two letters are dropped. Two words within two slips
 * of each other have a key in common (Garbe, SymSpell). Keys may repeat.
 * `once` drops one letter at most.
 */
export function eachDeletion(word: string, take: (key: number) => void, once = false): void {
  const length = Math.min(word.length, VARIED);
  if (word.length < SHORTEST) return;
  before[0] = 0x2f0b4a27;
  for (let at = 0; at < length; at += 1) before[at + 1] = (Math.imul(before[at] as number, BASE) + word.charCodeAt(at) + 1) | 0;
  const whole = before[length] as number;
  take(mixed(whole));
  for (let first = 0; first < length; first += 1) {
    if (first > 0 && word.charCodeAt(first) === word.charCodeAt(first - 1)) continue;
    // Hash of the word without letter `first`: the part before it, then the rest.
    const one = without(whole, before[first] as number, before[first + 1] as number, length - first - 1);
    take(mixed(one));
    if (once || word.length < TWO_FROM) continue;
    let running = before[first] as number;
    for (let second = first + 1; second < length; second += 1) {
      const next = (Math.imul(running, BASE) + word.charCodeAt(second) + 1) | 0;
      take(mixed(without(one, running, next, length - second - 1)));
      running = next;
    }
  }
}

/** Takes one letter out of a polynomial hash: `upTo` and `including` are the hashes before and after it, `rest` the letters that follow. */
function without(whole: number, upTo: number, including: number, rest: number): number {
  const power = powers[rest] as number;
  return (whole - Math.imul(including, power) + Math.imul(upTo, power)) | 0;
}
