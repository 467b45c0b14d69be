const korean: readonly (readonly [RegExp, string])[] = [
  [/^(?:ch|jj|j)|(?<=[aeiou])(?:ch|jj)/gu, 'j'],
  [/kk|k(?!h)/gu, 'g'],
  [/tt|th?/gu, 'd'],
  [/pp|p/gu, 'b'],
  [/sh|ss/gu, 's'],
  [/w(?=oo|u)/gu, ''],
  [/yeo|you|yu|yoo/gu, 'yo'],
  [/eo|eu|oo|ou|u/gu, 'o'],
  [/ee|ui/gu, 'i'],
];

/** Revised, McCune-Reischauer and free spellings of a Korean syllable in one form. */
export function koreanForm(norm: string): string {
  return korean.reduce((text, [from, to]) => text.replace(from, to), norm);
}

// Revised Romanisation, in the order of Unicode's syllables; names are written syllable by syllable, without assimilation.
const initials = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const middles = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const firstSyllable = 0xac00;
const syllables = initials.length * middles.length * finals.length;

/** What McCune-Reischauer and free spellings make of the sounds the revised romanisation writes otherwise. */
const freeSpellings: readonly (readonly [RegExp, string])[] = [
  [/^g/u, 'k'],
  [/^d/u, 't'],
  [/^b/u, 'p'],
  [/^j/u, 'ch'],
  [/eo/u, 'o'],
  [/eu/u, 'u'],
];

/**
 * Romanisations of a Hangul word: the revised one, the form in which the free spellings meet it (see `koreanForm`), and McCune-Reischauer without
 * its marks.
 */
export function romaniseHangul(text: string): readonly string[] {
  const revised: string[] = [];
  for (const sign of text) {
    const at = (sign.codePointAt(0) ?? 0) - firstSyllable;
    if (at < 0 || at >= syllables) continue;
    const open = Math.floor(at / finals.length);
    const [first, last] = [initials[Math.floor(open / middles.length)] ?? '', finals[at % finals.length] ?? ''];
    revised.push(first + (middles[open % middles.length] ?? '') + last);
  }
  const older = revised.map((syllable, place) => {
    // Between voiced sounds the first consonant is voiced in McCune-Reischauer, too.
    const isVoiced = place > 0 && /[aeioungml]$/u.test(revised[place - 1] ?? '');
    return freeSpellings.slice(isVoiced ? 4 : 0).reduce((spelling, [from, to]) => spelling.replace(from, to), syllable);
  });
  return [...new Set([revised.join(''), revised.map(koreanForm).join(''), older.join('')])];
}
