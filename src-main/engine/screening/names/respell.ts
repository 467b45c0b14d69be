/** German letters for Russian sounds: only names that end as Russian ones do are read so. */
const germanEnd = /(?:[oe]w|[oe]wa|zk[iy]j?|zkaja|skaja|itsch)$/u;
const germanLetters: readonly (readonly [RegExp, string])[] = [
  [/schtsch/gu, '1'],
  [/tsch/gu, '2'],
  [/sch/gu, '3'],
  [/ch/gu, 'kh'],
  [/w/gu, 'v'],
  [/z/gu, 'ts'],
  [/j/gu, 'y'],
  [/1/gu, 'shch'],
  [/2/gu, 'ch'],
  [/3/gu, 'sh'],
];

/** Belarusian and its Russian or Polish neighbour: Piatrou is Petrov, Zaitsau is Zaitsev. */
const belarusianEnd = /(?:[^e]au|[^aeiou]?[oe]u)$/u;
const belarusianSign = /ia|dz|iu|ts|[^e]au$/u;

/**
 * The usual English spelling of a Slavic name that another language wrote: `Awtuchow` is `avtukhov`, `Piatrou` is `petrov`. Empty for most words. Takes
 * a word of `a-z`.
 */
export function respelled(word: string): string {
  const end = word.charCodeAt(word.length - 1);
  if (word.length < 5) return '';
  // w, a, j, y, i, h
  if (end === 119 || end === 97 || end === 106 || end === 121 || end === 105 || end === 104) {
    if (!germanEnd.test(word)) return '';
    let out = word;
    for (const [letters, sound] of germanLetters) out = out.replace(letters, sound);
    return out === word ? '' : out;
  }
  if (end === 117 && belarusianEnd.test(word) && belarusianSign.test(word))
    return `${word.slice(0, -1).replaceAll('ia', 'e').replaceAll('dz', 'd').replace(/a$/u, 'e')}v`;
  return '';
}
