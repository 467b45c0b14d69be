/** Thai consonants: at the start of a syllable, and at its end. */
const rows: readonly (readonly [letters: string, start: string, end: string])[] = [
  ['ก', 'k', 'k'],
  ['ขฃคฅฆ', 'kh', 'k'],
  ['ง', 'ng', 'ng'],
  ['จ', 'ch', 't'],
  ['ฉชฌ', 'ch', 't'],
  ['ซศษส', 's', 't'],
  ['ญ', 'y', 'n'],
  ['ฎด', 'd', 't'],
  ['ฏต', 't', 't'],
  ['ฐฑฒถทธ', 'th', 't'],
  ['ณน', 'n', 'n'],
  ['บ', 'b', 'p'],
  ['ป', 'p', 'p'],
  ['ผพภ', 'ph', 'p'],
  ['ฝฟ', 'f', 'p'],
  ['ม', 'm', 'm'],
  ['ย', 'y', 'i'],
  ['ร', 'r', 'n'],
  ['ลฬ', 'l', 'n'],
  ['ว', 'w', 'o'],
  ['หฮ', 'h', ''],
  ['อ', '', ''],
];
const consonants = new Map(rows.flatMap(([letters, start, end]) => [...letters].map((letter) => [letter, { start, end }] as const)));

/** Vowels by the signs before and after their consonants; `-` stands for the consonants. */
const vowels = new Map(
  Object.entries({
    '-ะ': 'a',
    '-ั': 'a',
    '-ัว': 'ua',
    '-า': 'a',
    '-ำ': 'am',
    '-ิ': 'i',
    '-ี': 'i',
    '-ึ': 'ue',
    '-ื': 'ue',
    '-ุ': 'u',
    '-ู': 'u',
    'เ-': 'e',
    'เ-็': 'e',
    'เ-ะ': 'e',
    'เ-ีย': 'ia',
    'เ-ือ': 'uea',
    'เ-ิ': 'oe',
    'เ-อ': 'oe',
    'เ-า': 'ao',
    'แ-': 'ae',
    'แ-็': 'ae',
    'แ-ะ': 'ae',
    'โ-': 'o',
    'โ-ะ': 'o',
    'ใ-': 'ai',
    'ไ-': 'ai',
    '-็': 'o',
  }),
);

// A consonant with the sign of silence, and its vowel, is written for the word's origin alone; tone marks say nothing here.
const silent = /[ก-ฮ][ิุ]?์/gu;
const tones = /[\u0e48-\u0e4b\u0e4e\u0e3a]/gu;
// A double r is a vowel of its own, with an n where nothing else closes the syllable.
const closedDoubleR = /รร(?=[ก-ฮ](?![ะาำิีึืุูั]))/gu;
const doubleR = /รร/gu;
// The r at the end of Chakr and Mitr is not heard.
const mutedR = /(?<=[ะัาิีุู][กชดตทพ])ร$/u;
// A leading vowel, one consonant or two that open a syllable together, and the signs after them.
const unit = /([เแโใไ]?)(?:([ก-ฮ])(?=[รลว][ะาำิีึืุูั])|([ก-ฮ])(?=[ก-ฮ][ิีึื]|[รลว])(?<=[เแโใไ].))?([ก-ฮ])(ีย|ือ|ัว|(?<=เ[ก-ฮ]{1,2})อ|[ะัาำิีึืุู็])?/gu;
const clusters = /^[กขคตทปผพ]$/u;
const open = new Set(['am', 'ai', 'ao']);

interface Unit {
  start: string;
  readonly end: string;
  vowel: string | null;
}

function unitsOf(word: string): readonly Unit[] {
  const units: Unit[] = [];
  for (const [, before = '', one, other, letter = '', after = ''] of word
    .replace(silent, '')
    .replace(tones, '')
    .replace(mutedR, '')
    .replace(closedDoubleR, 'ั')
    .replace(doubleR, 'ัน')
    .matchAll(unit)) {
    const { start = '', end = '' } = consonants.get(letter) ?? {};
    const vowel = vowels.get(`${before}-${after}`) ?? null;
    const last = units.at(-1);
    if (letter === 'อ' && vowel === null && last !== undefined && last.vowel === null) {
      last.vowel = 'o';
      continue;
    }
    const first = one ?? other;
    if (first === 'ห') units.push({ start, end, vowel });
    else if (first !== undefined && clusters.test(first) && 'รลว'.includes(letter))
      units.push({ start: (consonants.get(first)?.start ?? '') + start, end, vowel });
    else {
      if (first !== undefined)
        units.push({
          start: consonants.get(first)?.start ?? '',
          end: consonants.get(first)?.end ?? '',
          vowel: before === '' && !'ขฉถผศส'.includes(first) ? null : 'a',
        });
      units.push({ start, end, vowel });
    }
  }
  return units;
}

/** One way to read the consonants without a vowel: the first after a vowel closes its syllable where `closes` says so. */
function spell(units: readonly Unit[], closes: boolean): string {
  let out = '';
  let isOpen = false;
  // How many consonants without a vowel follow each other from here on, counted from the end.
  const runs = new Uint32Array(units.length + 1);
  for (let at = units.length - 1; at >= 0; at -= 1) runs[at] = units[at]?.vowel === null ? (runs[at + 1] ?? 0) + 1 : 0;
  for (let at = 0; at < units.length; at += 1) {
    const { start, end, vowel } = units[at] as Unit;
    if (vowel !== null) {
      out += start + vowel;
      isOpen = !open.has(vowel);
      continue;
    }
    const run = runs[at] ?? 1;
    const isEnd = at + run === units.length;
    if (isOpen && (isEnd ? run % 2 === 1 : closes || run > 1)) out += end;
    else if (run === 1) out += `${start}${isEnd ? '' : 'a'}`;
    else if (run % 2 === 0) {
      out += `${start}o${units[at + 1]?.end ?? ''}`;
      at += 1;
    } else out += `${start}a`;
    isOpen = false;
  }
  return out;
}

/**
 * Romanises Thai as the Royal Institute does, without knowing words: vowels written before their consonant are heard after it, consonants at the end
 * of a syllable are k, t, p, m, n, ng, and two consonants without a vowel have an o between them. Several ways, since Thai marks no syllables.
 */
export function romaniseThai(word: string): readonly string[] {
  const units = unitsOf(word);
  const ways = [spell(units, true), spell(units, false)];
  return [...new Set([...ways, ...ways.map((way) => way.replaceAll('oe', 'er').replaceAll('ue', 'u'))])].filter((way) => way !== '');
}
