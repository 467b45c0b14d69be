import anyAscii from 'any-ascii';

const korean: readonly (readonly [RegExp, string])[] = [
  [/^(?:ch|jj|j)|(?<=[aeiou])(?:ch|jj)/gu, 'j'],
  [/kk|k(?!h)/gu, 'g'],
  [/tt|t/gu, 'd'],
  [/pp|p/gu, 'b'],
  [/sh|ss/gu, 's'],
  [/yeo|you|yu|yoo/gu, 'yo'],
  [/eo|eu|oo|ou|u/gu, 'o'],
  [/ee|ui/gu, 'i'],
];

/** Revised, McCune-Reischauer and free spellings of a Korean syllable in one form. */
export function koreanForm(norm: string): string {
  return korean.reduce((text, [from, to]) => text.replace(from, to), norm);
}

const syllable = /[A-Z][a-z]*/gu;

/** Romanisations of a Hangul word: the revised one, and the form in which the free spellings meet it (see `koreanForm`). */
export function romaniseHangul(text: string): readonly string[] {
  const syllables =
    anyAscii(text)
      .match(syllable)
      ?.map((part) => part.toLowerCase()) ?? [];
  return [...new Set([syllables.join(''), syllables.map(koreanForm).join('')])];
}
