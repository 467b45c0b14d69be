import { skeletonOfLatin } from './skeleton.ts';

/** Hebrew letters: Latin spellings inside a word, likeliest first, and sound (see `phones.ts`; vowels are not written, as in Arabic). */
const rows: readonly (readonly [letters: string, phone: string, ...spellings: readonly string[]])[] = [
  ['א', 'A', 'a'],
  ['ב', 'B', 'v', 'b'],
  ['ג', 'g', 'g'],
  ['ד', 'd', 'd'],
  ['ה', 'h', 'h'],
  ['ו', 'W', 'o'],
  ['ז', 'z', 'z'],
  ['ח', 'x', 'h', 'ch', 'kh'],
  ['טת', 't', 't'],
  ['י', 'Y', 'i'],
  ['כ', 'K', 'k', 'kh', 'ch'],
  ['ך', 'K', 'kh', 'ch', 'k'],
  ['ל', 'l', 'l'],
  ['מם', 'm', 'm'],
  ['נן', 'n', 'n'],
  ['ס', 's', 's'],
  ['ע', "'", ''],
  ['פ', 'P', 'f', 'p'],
  ['ף', 'P', 'f', 'p'],
  ['צץ', '0', 'tz', 'ts', 'z'],
  ['ק', 'k', 'k'],
  ['ר', 'r', 'r'],
  ['ש', 'Q', 'sh', 's'],
];
const letters = new Map(rows.flatMap(([of, phone, ...spellings]) => [...of].map((letter) => [letter, { phone, spellings }] as const)));
/** Letters that are spelled otherwise at the start of a word. */
const atStart = new Map<string, readonly string[]>([
  ['ב', ['b', 'v']],
  ['ו', ['v']],
  ['י', ['y']],
  ['כ', ['k']],
  ['פ', ['p', 'f']],
]);
/** Letters that are spelled otherwise at the end of a word; the vowel before a final het is heard before it (Noah, Noach). */
const atEnd = new Map<string, readonly string[]>([
  ['ה', ['a']],
  ['ח', ['ah', 'ach', 'akh']],
]);
const points = /[\u0591-\u05c7]+/gu;
const mostWays = 12;

/** Names that end in "God". */
const godly = /(?<=.)אל$/u;
/** Son and daughter of, written out: what stands before a father's name. */
const kin = new Map([
  ['בן', 'ben'],
  ['בר', 'bar'],
  ['בת', 'bat'],
]);

const vowel = /[aeiou]$/u;

/** What is written on with one more letter: a vowel goes between two letters that would be read as one (Oded, not Odd; Yitzhak with z and h). */
function joined(way: string, spelling: string): string {
  const needsVowel = way !== '' && spelling !== '' && !vowel.test(way) && (way.endsWith(spelling) || spelling === 'h');
  return needsVowel ? `${way}e${spelling}` : way + spelling;
}

/**
 * Reads a Hebrew word: romanisations without most of the vowels it does not write, the likeliest first and twelve at most, the skeleton of the
 * first, and its sounds.
 */
export function readHebrew(word: string): { readonly ways: readonly string[]; readonly skeleton: string; readonly phones: string } {
  const plain = word.replace(points, '');
  const known = kin.get(plain);
  if (known !== undefined) return { ways: [known], skeleton: skeletonOfLatin(known), phones: known };
  let ways: readonly string[] = [''];
  let phones = '';
  const signs = [...plain.replace(godly, '')];
  signs.forEach((letter, at) => {
    const of = letters.get(letter);
    if (of === undefined) return;
    const isEnd = at > 0 && at === signs.length - 1 && signs.length === [...plain].length;
    const spellings = (at === 0 ? atStart.get(letter) : isEnd ? atEnd.get(letter) : undefined) ?? of.spellings;
    const taken = ways.length * spellings.length > mostWays ? spellings.slice(0, 1) : spellings;
    ways = taken.flatMap((spelling) => ways.map((way) => joined(way, spelling)));
    phones += isEnd && letter === 'ה' ? 'H' : of.phone;
  });
  if (godly.test(plain)) {
    ways = ways.map((way) => `${way}el`);
    phones += 'Al';
  }
  return { ways, skeleton: skeletonOfLatin(ways[0] ?? ''), phones: `${phones}V` };
}
