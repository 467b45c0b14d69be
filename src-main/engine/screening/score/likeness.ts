import type { PairReason } from '../../../../src-shared/model/screening.ts';
import { likenessOfPhones } from '../names/likeness.ts';
import { slipsBetween } from './letters.ts';

/** A word as far as its likeness to another one is told. */
export interface ComparableWord {
  readonly norm: string;
  /** Its sounds, one sign each. */
  readonly phones: string;
  /** Spelling family, -1 for none. */
  readonly family: number;
}

export interface Likeness {
  readonly similarity: number;
  readonly reason: PairReason;
}

/** Below this two words have nothing to do with each other. */
export const LEAST = 0.7;

/** Letters nearer than this are worth listening to. */
const NEAR = 0.62;

/** A slip this small needs no listening to. */
const CLEAR_SLIP = 0.89;

/** A slip in a word of four letters weighs more: most of them make another name. */
const SHORT = 0.62;
/** The same for sounds, by the number of letters. */
const SHORT_SOUND: readonly number[] = [1, 1, 1, 0.4, 0.45, 0.6, 0.8];
/** Spellings of one sound are near full marks, never full. */
const SOUND = 0.97;
/** Two names that both stand in the tables of spellings, but not together, are two names: Amin is no slip of Amir. */
const STRANGERS = 0.08;
/** Hashemi is of Hashem's people, not Hashem. */
const DERIVED = 0.07;
const isDerived = (stem: string, word: string): boolean =>
  word.length === stem.length + 1 && word.endsWith('i') && stem.length > 2 && word.startsWith(stem) && !/[aeiou]$/u.test(stem);

/** From here on every letter of one can be a spelling of the other, known names or not. */
const ALL_SOUNDS = 0.95;

/**
 * How alike two different words are, by their letters (slips of the hand) or their sounds (spellings of one name), whichever is more; null where
 * not at all. Short words must be nearer: in a word of four letters one slip is a quarter of it. `slipFirst` looks at the sounds only of words whose
 * letters are near; `sound` at the sounds alone, for words written without vowels.
 */
export function likenessOf(one: ComparableWord, other: ComparableWord, by: 'either' | 'slipFirst' | 'sound'): Likeness | null {
  const longest = Math.max(one.norm.length, other.norm.length);
  const known = one.family >= 0 && other.family >= 0 && one.family !== other.family;
  const derived = isDerived(one.norm, other.norm) || isDerived(other.norm, one.norm) ? DERIVED : 0;
  const slip = by === 'sound' ? 0 : bySlips(one.norm, other.norm, longest) - (known ? STRANGERS : 0) - derived;
  if (by === 'slipFirst' && slip <= 0) return null;
  if (slip >= CLEAR_SLIP) return { similarity: slip, reason: 'slip' };
  let sound = one.phones === '' || other.phones === '' ? 0 : likenessOfPhones(one.phones, other.phones, LEAST);
  if (known && sound < ALL_SOUNDS) sound -= STRANGERS * 2;
  if (longest <= 6 && by !== 'sound') sound = longest < 3 ? 0 : 1 - (1 - sound) / (SHORT_SOUND[longest] as number);
  sound = sound * SOUND - derived;
  const similarity = Math.max(slip, sound);
  return similarity < LEAST ? null : { similarity, reason: sound >= slip ? 'sound' : 'slip' };
}

function bySlips(one: string, other: string, longest: number): number {
  if (longest < 4 || Math.abs(one.length - other.length) > 3) return 0;
  const scale = longest === 4 ? longest * SHORT : longest;
  const most = (1 - NEAR) * scale;
  const slips = slipsBetween(one, other, most);
  return slips > most ? 0 : 1 - slips / scale;
}
