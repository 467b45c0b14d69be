/**
 * Arabic, Persian, Urdu and Pashto letters: the usual Latin spelling, the Persian one where it differs, and the class
 * of the consonant in the skeleton. A letter without a class is a vowel, or is left out too often to count.
 */
const rows: readonly (readonly [letters: string, latin: string, persian: string, skeleton: string])[] = [
  ['اأإآٱى', 'a', 'a', ''],
  ['ءئؤعٔ', '', '', ''],
  ['ب', 'b', 'b', 'b'],
  ['پ', 'p', 'p', 'b'],
  ['تةطٹټ', 't', 't', 't'],
  ['ث', 'th', 's', 't'],
  ['ج', 'j', 'j', 'j'],
  ['ژ', 'zh', 'zh', 'j'],
  ['ځ', 'dz', 'dz', 'd'],
  ['څ', 'ts', 'ts', 's'],
  ['چ', 'ch', 'ch', 'c'],
  ['ح', 'h', 'h', 'h'],
  ['خ', 'kh', 'kh', 'x'],
  ['دډڈ', 'd', 'd', 'd'],
  ['ذ', 'dh', 'z', 'd'],
  ['رړڑ', 'r', 'r', 'r'],
  ['ز', 'z', 'z', 'd'],
  ['ږ', 'zh', 'g', 'j'],
  ['سص', 's', 's', 's'],
  ['شښ', 'sh', 'sh', 'c'],
  ['ض', 'd', 'z', 'd'],
  ['ظ', 'z', 'z', 'd'],
  ['غ', 'gh', 'gh', 'k'],
  ['فڤ', 'f', 'f', 'f'],
  ['ق', 'q', 'gh', 'k'],
  ['كکګگڭ', 'k', 'k', 'k'],
  ['ل', 'l', 'l', 'l'],
  ['م', 'm', 'm', 'm'],
  ['نڼں', 'n', 'n', 'n'],
  ['هھہۀۂە', 'h', 'h', 'h'],
  ['و', 'u', 'v', ''],
  ['يیېۍےێ', 'i', 'i', ''],
];

interface Letter {
  readonly latin: string;
  readonly persian: string;
  readonly skeleton: string;
}

const letters: ReadonlyMap<string, Letter> = new Map(
  rows.flatMap(([of, latin, persian, skeleton]) => [...of].map((letter) => [letter, { latin, persian, skeleton }] as const)),
);
const harakat = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+/gu;
// One l is heard and written in Latin letters.
const godsName = /ا?لل[هةھہ]$/u;
const waw = 'و';
const yeh = /[يیېۍ]/u;
const finalH = /[ةهھہۀۂەح]$/u;
const longVowel = /[اأإآٱىويیېۍےێ]/u;

/** An Arabic-script word without vowel signs, one form for each letter. */
export function plainArabic(word: string): string {
  return word.replace(harakat, '');
}

/** Consonant skeleton of an Arabic-script word. Its Latin spellings have the same one (see `skeletonOfLatin`). */
export function skeletonOfArabic(word: string): string {
  const plain = plainArabic(word).replace(godsName, 'له');
  const body = finalH.test(plain) ? plain.slice(0, -1) : plain;
  let out = '';
  for (let at = 0; at < body.length; at += 1) {
    const letter = body.charAt(at);
    let code = letters.get(letter)?.skeleton ?? '';
    if (at === 0 && letter === waw) code = 'w';
    else if (at === 0 && yeh.test(letter)) code = 'y';
    out += code;
  }
  return out;
}

function spell(plain: string, way: 'latin' | 'persian'): string {
  let out = '';
  let wasConsonant = false;
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    const letter = letters.get(sign);
    if (letter === undefined) continue;
    const isVowel = at > 0 && longVowel.test(sign);
    const next = plain.charAt(at + 1);
    if (sign === waw && (at === 0 || longVowel.test(plain.charAt(at - 1)) || longVowel.test(next))) out += way === 'persian' ? 'v' : 'w';
    else if (yeh.test(sign) && (at === 0 || longVowel.test(next))) out += 'y';
    else if (sign === waw) out += 'u';
    else if (sign === 'ة') out += 'a';
    else {
      if (wasConsonant && !isVowel && letter.skeleton !== '' && at > 0) out += 'a';
      out += letter[way];
    }
    wasConsonant = letter.skeleton !== '' && !isVowel;
  }
  return out;
}

/**
 * Romanisations of an Arabic-script word as far as the letters tell: the Arabic way first, then the Persian one. Short vowels
 * are not written in the original, an `a` stands for each; names in the families have their real spellings from there.
 */
export function romaniseArabic(word: string): readonly string[] {
  const plain = plainArabic(word);
  return [...new Set([spell(plain, 'latin'), spell(plain, 'persian')])];
}
