import { isAcronym } from '../index/keys.ts';
import type { QueryReading } from './prepare.ts';

/** The word of a company's name that may be the initials of a longer one; null where the name says more than one word. */
export function acronymAsked({ kind, tokens }: QueryReading): string | null {
  if (kind !== 'org') return null;
  const telling = tokens.filter(({ role }) => role !== 'legalForm' && role !== 'particle' && role !== 'honorific');
  const only = telling[0];
  if (telling.length !== 1 || only === undefined || only.role !== 'word' || only.token.script !== 'Latn') return null;
  return isAcronym(only.token.norm) ? only.token.norm : null;
}

/** Letters the short form of a word leaves out, at least. */
const LEFT_OUT = 2;
const SHORTEST = 3;
const LONGEST = 6;
const vowels = /[aeiou]/gu;

/**
 * Whether a word is a short form of another: its start (`Univ`), or a contraction from the first letter to the last, of consonants above all (`Mgmt`,
 * `Intl`, `Bldgs`). Both are `a-z`.
 */
export function isShortForm(short: string, long: string): boolean {
  if (short.length < SHORTEST || short.length > LONGEST || long.length < short.length + LEFT_OUT) return false;
  if (long.startsWith(short)) return true;
  if (short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  // Three letters are the first three consonants, or they are anything.
  if (short.length === SHORTEST) return long.charAt(0) + long.slice(1).replace(vowels, '').slice(0, 2) === short;
  if (short.at(-1) !== long.at(-1) && !(short.endsWith('s') && short.at(-2) === long.at(-1))) return false;
  if (short.replace(vowels, '').length < short.length - 1) return false;
  let place = 0;
  for (const letter of short.endsWith('s') && !long.endsWith('s') ? short.slice(0, -1) : short) {
    place = long.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}
