import { phonesOfLatin } from './phones.ts';
import { skeletonOfLatin } from './skeleton.ts';
import { slotOf } from './slots.ts';
import { soundOf } from './sound.ts';
import type { RawWord } from './split.ts';
import { japaneseReadings, japaneseWholes } from './tables/japanese.ts';
import type { NameToken } from './types.ts';

const readings = new Map(
  japaneseReadings
    .trim()
    .split('\n')
    .map((line) => {
      const [character = '', ...ways] = line.split(' ');
      return [character, ways] as const;
    }),
);

const wholes = new Map(
  japaneseWholes
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]),
);

/** Ways of one name, at most: each character has two or three. */
const MOST_WAYS = 24;
const longVowel = /([aeiou])\1+|(?<=o)u/gu;
const repeated = '々';

/** How characters are read together in a Japanese name, the likeliest first; none where the table lacks one of them. */
function waysOf(characters: readonly string[]): readonly string[] {
  let ways = [''];
  let before: readonly string[] = [];
  for (const character of characters) {
    const own = character === repeated ? before : readings.get(character);
    if (own === undefined || own.length === 0) return [];
    ways = ways.flatMap((way) => own.map((reading) => way + reading)).slice(0, MOST_WAYS);
    before = own;
  }
  return [...new Set(ways.map((way) => way.replace(longVowel, '$1')))];
}

/** Ways to read the brand of a Japanese firm; none where the table lacks one of its characters. */
export const japaneseWays = (text: string): readonly string[] => {
  const whole = wholes.get(text);
  return whole === undefined ? waysOf([...text]).slice(0, MOST_OF_BRAND) : [whole];
};
const MOST_OF_BRAND = 6;

function tokenFor(text: string, role: 'given' | 'family', [norm = '', ...others]: readonly string[]): NameToken {
  const keys = { skeleton: skeletonOfLatin(norm), sound: soundOf(norm), phones: phonesOfLatin(norm) };
  return { text, norm, others, role, script: 'Hani', ...keys, family: -1, slot: slotOf(norm) };
}

const longestPart = 3;

/**
 * Readings of a name in Han characters as a Japanese one, family name first, with or without a blank: one for each place the family name may end,
 * where all its characters are in the table of Japanese readings. Chinese readings of the same name are not its business.
 */
export function readJapanese(words: readonly RawWord[]): readonly (readonly NameToken[])[] {
  if (words.length > 2 || words.some(({ script }) => script !== 'Hani')) return [];
  const characters = words.map(({ text }) => [...text]);
  const all = characters.flat();
  if (all.length < 2 || all.length > 2 * longestPart || !all.every((one) => one === repeated || readings.has(one))) return [];
  const found: (readonly NameToken[])[] = [];
  for (let at = 1; at < all.length && at <= longestPart; at += 1) {
    if (all.length - at > longestPart || (words.length === 2 && at !== characters[0]?.length)) continue;
    const [family, given] = [all.slice(0, at), all.slice(at)];
    const whole = wholes.get(family.join(''));
    const [ofFamily, ofGiven] = [whole === undefined ? waysOf(family) : [whole], waysOf(given)];
    if (ofFamily.length > 0 && ofGiven.length > 0)
      found.push([tokenFor(given.join(''), 'given', ofGiven), tokenFor(family.join(''), 'family', ofFamily)]);
  }
  return found;
}
