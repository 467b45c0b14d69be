import anyAscii from 'any-ascii';

// Letters whose usual spelling without marks any-ascii does not give, or that have two.
const spelled = new Map([
  ['ə', 'a'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['đ', 'dj'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['ħ', 'h'],
]);

// How each orthography spells a marked letter when it has no marks: Müller is Muller or Mueller.
const written = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['ø', 'oe'],
  ['đ', 'd'],
  ['ñ', 'ny'],
  ['ş', 'sh'],
  ['š', 'sh'],
  ['ș', 'sh'],
  ['ś', 's'],
  ['ç', 'ch'],
  ['č', 'ch'],
  ['ć', 'c'],
  ['ž', 'zh'],
  ['ğ', 'gh'],
  ['ə', 'e'],
  ['æ', 'e'],
]);

const combining = /\p{M}+/gu;
const notWord = /[^a-z0-9]+/gu;
const isAscii = /^[a-z0-9]*$/u;

/** A Latin word in lower-case `a-z0-9`, marks dropped; letters of another kind through any-ascii. */
export function foldLatin(word: string): string {
  const lower = word.toLowerCase();
  if (isAscii.test(lower)) return lower;
  let folded = '';
  for (const letter of lower)
    folded += letter < '\u0080' ? letter : (spelled.get(letter) ?? letter.normalize('NFD').replace(combining, ''));
  if (!isAscii.test(folded)) folded = anyAscii(folded).toLowerCase().replace(notWord, '');
  return folded;
}

/** Whether a word is in `a-z0-9` as it stands, so that it is its own fold and has no other spelling. */
export const isFolded = (lower: string): boolean => isAscii.test(lower);

/** The other spelling of a word with marked letters: `Mueller` for Müller, `Milosevic` has `Miloshevich`. Empty when there is none. */
export function spellOutLatin(word: string): string {
  const lower = word.toLowerCase().normalize('NFC');
  if (isAscii.test(lower)) return '';
  let changed = false;
  let out = '';
  for (const letter of lower) {
    const way = written.get(letter);
    if (way !== undefined) changed = true;
    out += way ?? letter;
  }
  return changed ? foldLatin(out) : '';
}
