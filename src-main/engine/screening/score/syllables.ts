/** Begin and end of the syllables of a Chinese or Korean name; romanisations exchange sounds within a class, names differ in it. */
const onsets = new Map(
  Object.entries({
    b: 'b',
    p: 'b',
    m: 'm',
    f: 'f',
    d: 'd',
    t: 'd',
    th: 'd',
    dh: 'd',
    n: 'n',
    l: 'l',
    r: 'l',
    g: 'g',
    k: 'g',
    kh: 'g',
    h: 'h',
    hs: 'x',
    j: 'j',
    q: 'j',
    zh: 'j',
    ch: 'j',
    c: 'j',
    z: 'j',
    ts: 'j',
    tz: 'j',
    s: 's',
    x: 'x',
    sh: 's',
    w: 'w',
    v: 'w',
    y: 'y',
  }),
);
const classes: readonly (readonly [string, string])[] = [
  ['j', 's'],
  ['x', 's'],
  ['x', 'h'],
  ['x', 'j'],
  ['w', 'h'],
  ['g', 'h'],
  ['l', ''],
  ['y', ''],
  ['y', 'j'],
  ['w', ''],
  ['l', 'n'],
];
const isNear = new Set(classes.flatMap(([one, other]) => [`${one}|${other}`, `${other}|${one}`]));

interface Syllable {
  readonly onset: string;
  /** `a` or `i` where the vowel is plainly one of them; empty for all that romanisations spell in many ways. */
  readonly vowel: '' | 'a' | 'i';
  readonly coda: string;
}

const vowelless = /^[^aeiou]*$/u;
/** A y or w with no vowel behind it is one. */
const closingGlide = /([yw])(?![aeiou])/gu;
const openA = /^[iuw]?a$/u;
const closeI = /^(?:i|ee)$/u;
const syllable = /([^aeiou]*)([aeiou]+)(ng(?![aeiou])|[nmklrtpbgh](?![aeiou]))?/gu;

/** Syllables of a romanised East Asian word; null where it is none. */
function syllablesOf(word: string): readonly Syllable[] | null {
  const found: Syllable[] = [];
  const spelled = word.replace(closingGlide, (glide) => (glide === 'y' ? 'i' : 'u'));
  let read = 0;
  for (const [all, before = '', vowel = '', coda = ''] of spelled.matchAll(syllable)) {
    const onset = before.length > 1 && (before.endsWith('y') || before.endsWith('w')) ? before.slice(0, -1) : before;
    const known = onset === '' ? '' : onsets.get(onset);
    if (known === undefined) return null;
    const plain = openA.test(vowel) ? 'a' : closeI.test(vowel) ? 'i' : '';
    found.push({ onset: known, vowel: plain, coda: coda === 'h' || coda === 'r' ? '' : coda });
    read += all.length;
  }
  return read === spelled.length && !vowelless.test(spelled) ? found : null;
}

const MOST_KEPT = 20_000;
const kept = new Map<string, readonly Syllable[] | null>();

function known(word: string): readonly Syllable[] | null {
  let syllables = kept.get(word);
  if (syllables === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    syllables = syllablesOf(word);
    kept.set(word, syllables);
  }
  return syllables;
}

/**
 * Whether two Chinese or Korean words can be one: as many syllables, each beginning and ending alike. Their vowels are spelled in many ways (Yeong,
 * Yong, Young), their consonants tell names apart (Yong Ju, Young Ho), and an
 * open a from an i (Kyong Hwa, Kyung Hee). True where either is no such word.
 */
export function isSameBySyllable(one: string, other: string): boolean {
  const [ours, theirs] = [known(one), known(other)];
  if (ours === null || theirs === null) return true;
  if (ours.length !== theirs.length) return false;
  return ours.every(({ onset, vowel, coda }, at) => {
    const facing = theirs[at] as Syllable;
    if (vowel !== facing.vowel && vowel !== '' && facing.vowel !== '') return false;
    return (onset === facing.onset || isNear.has(`${onset}|${facing.onset}`)) && isSameEnd(coda, facing.coda);
  });
}

const ends = new Map([
  ['g', 'k'],
  ['b', 'p'],
  ['d', 't'],
]);

const isSameEnd = (one: string, other: string): boolean => (ends.get(one) ?? one) === (ends.get(other) ?? other);
