import anyAscii from 'any-ascii';

const notLetter = /[^a-z0-9]+/gu;

/** First code point of the blocks that share the layout of Devanagari: consonants, vowel signs and the sign for "no vowel" in the same places. */
const isConsonant = (offset: number): boolean => offset >= 0x15 && offset <= 0x39;
const isVowelSign = (offset: number): boolean => offset >= 0x3e && offset <= 0x4c;
const virama = 0x4d;
const anusvara = 0x02;

/** Romanises Devanagari and its sisters: the `a` every bare consonant carries is written, except at the end of the word; then as it is said. */
export function romaniseIndic(word: string): readonly string[] {
  let out = '';
  const codes = [...word].map((sign) => sign.codePointAt(0) ?? 0);
  codes.forEach((code, at) => {
    const offset = code % 0x80;
    if (offset === virama) return;
    out += offset === anusvara ? 'n' : anyAscii(String.fromCodePoint(code)).toLowerCase().replace(notLetter, '');
    if (!isConsonant(offset)) return;
    const next = codes[at + 1];
    if (next === undefined) return;
    const after = next % 0x80;
    if (!isVowelSign(after) && after !== virama) out += 'a';
  });
  // Speech drops the a between two syllables (Thapalvar), long vowels are written once, and v is said w or b by many.
  const said = out.replace(longA, 'a').replace(droppedA, '');
  return [...new Set([out, said, said.replaceAll('v', 'w'), said.replaceAll('v', 'b')])];
}

const longA = /aa/gu;
const droppedA = /(?<=[aeiou][bcdfghjklmnpqrstvwxyz]h?)a(?=[bcdfghjklmnpqrstvwxyz]h?[aeiou])/gu;
