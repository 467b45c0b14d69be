import { withGlide } from './skeleton.ts';

/**
 * Arabic, Persian, Urdu and Pashto letters: the usual Latin spelling, the Persian one where it differs, and the class
 * of the consonant in the skeleton, and its sound (see `phones.ts`). A letter without a class is a vowel, or is left out too often to count.
 */
const rows: readonly (readonly [letters: string, latin: string, persian: string, skeleton: string, phone: string])[] = [
  ['اأإآٱى', 'a', 'a', '', 'A'],
  ['ءئؤعٔ', '', '', '', "'"],
  ['ب', 'b', 'b', 'b', 'b'],
  ['پ', 'p', 'p', 'b', 'p'],
  ['تطٹټ', 't', 't', 't', 't'],
  ['ة', 'a', 'a', '', 'H'],
  ['ث', 'th', 's', 't', 'T'],
  ['ج', 'j', 'j', 'j', 'j'],
  ['ژ', 'zh', 'zh', 'j', 'Z'],
  ['ځ', 'dz', 'dz', 'd', 'z'],
  ['څ', 'ts', 'ts', 's', '0'],
  ['چ', 'ch', 'ch', 'c', 'c'],
  ['ح', 'h', 'h', 'h', 'h'],
  ['خ', 'kh', 'kh', 'x', 'x'],
  ['دډڈ', 'd', 'd', 'd', 'd'],
  ['ذ', 'dh', 'z', 'd', 'D'],
  ['رړڑ', 'r', 'r', 'r', 'r'],
  ['ز', 'z', 'z', 'd', 'z'],
  ['ږ', 'zh', 'g', 'j', 'Z'],
  ['سص', 's', 's', 's', 's'],
  ['شښ', 'sh', 'sh', 'c', 'S'],
  ['ض', 'd', 'z', 'd', '2'],
  ['ظ', 'z', 'z', 'd', '3'],
  ['غ', 'gh', 'gh', 'k', 'G'],
  ['ف', 'f', 'f', 'f', 'f'],
  ['ڤۋ', 'v', 'v', '', 'v'],
  ['ق', 'q', 'gh', 'k', 'q'],
  ['كکڭ', 'k', 'k', 'k', 'k'],
  ['ګگ', 'g', 'g', 'k', 'g'],
  ['ل', 'l', 'l', 'l', 'l'],
  ['م', 'm', 'm', 'm', 'm'],
  ['نڼں', 'n', 'n', 'n', 'n'],
  ['هھہۀۂە', 'h', 'h', 'h', 'h'],
  ['و', 'u', 'v', '', 'W'],
  ['يیېۍےێ', 'i', 'i', '', 'Y'],
];

interface Letter {
  readonly latin: string;
  readonly persian: string;
  readonly skeleton: string;
  readonly phone: string;
}

const letters: ReadonlyMap<string, Letter> = new Map(
  rows.flatMap(([of, latin, persian, skeleton, phone]) => [...of].map((letter) => [letter, { latin, persian, skeleton, phone }] as const)),
);
const harakat = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+/gu;
// A waw beside a long vowel is a consonant.
const glide = /(?<=[اأآ])و(?=.)|(?<=.)و(?=[اأآ])/u;
// One l is heard and written in Latin letters.
const godsName = /ا?لل[هةھہ]$/u;
const waw = 'و';
const yeh = /[يیېۍ]/u;
const finalH = /[ةهھہۀۂەح]$/u;
const longVowel = /[اأإآٱىويیېۍےێ]/u;

/** An Arabic-script word without vowel signs, one form for each letter. */
function plainArabic(word: string): string {
  return word.replace(harakat, '');
}

/** Consonant skeleton of an Arabic-script word. Its Latin spellings have the same one (see `skeletonOfLatin`). */
export function skeletonOfArabic(word: string): string {
  const skeleton = consonantsOf(word);
  if (skeleton.length !== 1) return skeleton;
  const at = plainArabic(word).search(glide);
  return withGlide(skeleton, at >= 0, at >= 0 && consonantsOf(word.slice(0, at + 1)) === '');
}

function consonantsOf(word: string): string {
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

/** Sounds of an Arabic-script word: what its letters say, without the short vowels they leave out. */
export function phonesOfArabic(word: string): string {
  const plain = plainArabic(word);
  let out = '';
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    out += at > 0 && at === plain.length - 1 && finalH.test(sign) ? 'H' : (letters.get(sign)?.phone ?? '');
  }
  return out.replace('llH', 'lH');
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
    else {
      if (wasConsonant && !isVowel && letter.skeleton !== '' && at > 0) out += 'a';
      out += letter[way];
    }
    wasConsonant = letter.skeleton !== '' && !isVowel;
  }
  return out;
}

// Words that need no guess, and those that only look as if they began with the article.
const known = new Map([
  ['عبد', 'abd'],
  ['بن', 'bin'],
  ['ابن', 'ibn'],
  ['بنت', 'bint'],
  ['ولد', 'ould'],
  ['أبو', 'abu'],
  ['ابو', 'abu'],
  ['أبي', 'abi'],
  ['ابي', 'abi'],
  ['ابی', 'abi'],
  ['أبا', 'abu'],
  ['ابا', 'abu'],
  ['آل', 'al'],
  ['ال', 'al'],
  ['الدين', 'aldin'],
  ['الدین', 'aldin'],
  ['دين', 'din'],
  ['دین', 'din'],
  ['الله', 'allah'],
  ['اللہ', 'allah'],
  ['اللة', 'allah'],
  ['الل', 'allah'],
]);
const noArticle = new Set(['الياس', 'إلياس', 'الیاس', 'الهام', 'إلهام', 'الماس', 'الطاف', 'الفت', 'الهي', 'الهی', 'اللهيار']);
// Also after and (و) and for (ل), which are written on to it.
const article = /^(?:و?[اٱ]ل|لل)(?=.{3})/u;

/** An Arabic-script word without vowel signs and without the article before it. */
export function bareArabic(word: string): string {
  const plain = plainArabic(word);
  return noArticle.has(plain) || known.has(plain) ? plain : plain.replace(article, '');
}

/**
 * Romanisations of an Arabic-script word as far as the letters tell: the Arabic way first, then the Persian one. Short vowels
 * are not written in the original, an `a` stands for each; names in the families have their real spellings from there.
 */
export function romaniseArabic(word: string): readonly string[] {
  const plain = plainArabic(word);
  const sure = known.get(plain);
  return sure === undefined ? [...new Set([spell(plain, 'latin'), spell(plain, 'persian')])] : [sure];
}

const arabicLetter = /[\u0600-\u06ff]/u;
const oneLetter: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/gu, 'ا'],
  [/[يىېۍ]/gu, 'ی'],
  [/ك/gu, 'ک'],
  [/[ةۀہھە]/gu, 'ه'],
  [/ؤ/gu, 'و'],
  [/ئ/gu, 'ی'],
];

/** An Arabic-script word with one letter for each that Arabic, Persian and Urdu keyboards write differently. */
export function oneWriting(word: string): string {
  return arabicLetter.test(word) ? oneLetter.reduce((text, [from, to]) => text.replace(from, to), word) : word;
}
