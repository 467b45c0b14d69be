import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import type { NameReading, NameToken } from '../names/index.ts';
import { foldLatin } from '../names/latin.ts';
import type { Slot } from '../names/types.ts';
import { keyOf, mixed } from './hash-lists.ts';

/** Keep kinds of keys apart. */
export const salts = { word: 1, sound: 2, skeleton: 3, family: 4, joined: 5, whole: 6, acronym: 7, identifier: 8, address: 9 } as const;

// Roles are compared one by one: a set of three costs more than its members.
const isSmall = (role: TokenRole): boolean => role === 'particle' || role === 'honorific' || role === 'legalForm';

/** Key of two neighbouring words written as one, from how each is written (`writtenOf`); null where nobody would write them so. */
export function joinedKey(first: string, second: string): number | null {
  return first.length + second.length < 5 ? null : keyOf(second, salts.joined, first);
}

/** Roles whose words a table replaces by one standing word: `OOO` and `Limited Liability Company` are both `llc`. */
export const isStanding = (role: TokenRole): boolean =>
  role === 'legalForm' || role === 'tradeWord' || role === 'place' || role === 'branch';

const written = new Map<string, string>();
const MOST_WRITTEN = 20_000;

/** The word as it is written, `a-z0-9`, where its norm is a standing word; else its norm. */
export function writtenOf({ text, norm, role, script }: NameToken): string {
  if (script !== 'Latn' || (role !== 'particle' && !isStanding(role))) return norm;
  let folded = written.get(text);
  if (folded === undefined) {
    folded = foldLatin(text).replace(/[^a-z0-9]/g, '');
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(text, folded);
  }
  return folded === '' ? norm : folded;
}

/** Key of all telling words, whatever their order. */
export function wholeKey(reading: NameReading): number {
  let sum = 0;
  let telling = 0;
  for (const { role, slot } of reading.tokens) {
    if (isSmall(role)) continue;
    telling += 1;
    sum = (sum + wholeOf(slot)) | 0;
  }
  if (telling === 0) for (const { slot } of reading.tokens) sum = (sum + wholeOf(slot)) | 0;
  return mixed(sum);
}

function wholeOf(slot: Slot): number {
  if (slot.whole === 0) slot.whole = keyOf(slot.norm, salts.whole);
  return slot.whole;
}

const shortest = 4;
const longest = 6;
const notLetter = /[^\p{L}]+/u;

/**
 * First letters of the telling words of a company's name as they are written, four to six; null otherwise. Three letters are the initials of hundreds
 * of companies.
 */
export function acronymOf(reading: NameReading): string | null {
  if (reading.kind !== 'org' || reading.tokens.length > longest + 4) return null;
  let letters = '';
  for (const { text, role, norm, script } of reading.tokens) {
    if (isSmall(role) || role === 'number' || role === 'branch') continue;
    if (script !== 'Latn' || (role === 'word' && !text.includes(' '))) letters += norm.charAt(0);
    else if (isOneWord.test(text)) letters += initialOf(text);
    else for (const word of text.split(notLetter)) letters += initialOf(word);
    if (letters.length > longest) return null;
  }
  return letters.length >= shortest ? letters : null;
}

const isOneWord = /^[a-z]+$/iu;
const initialOf = (word: string): string => (joins.has(word.toLowerCase()) ? '' : foldLatin(word.charAt(0)));
const joins = new Set(['and', 'of', 'for', 'the', 'de', 'y', 'i', 'et', 'und']);

/** Whether a word can be the initials of a name. */
export const isAcronym = (norm: string): boolean => norm.length >= shortest && norm.length <= longest && isLetters.test(norm);
const isLetters = /^[a-z]+$/u;
