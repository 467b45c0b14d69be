import { clusterAt, clustersOf, signsOf } from './clusters.ts';

// What several letters write together in the spellings of Europe, longest first. One sign for each sound; `0` is ts, `8` is sh, zh and ch.
const clusters = clustersOf([
  ['schtsch', '8'],
  ['shtch', '8'],
  ['chtch', '8'],
  ['shch', '8'],
  ['szcz', '8'],
  ['tsch', '8'],
  ['dsch', '8'],
  ['tch', '8'],
  ['tsh', '8'],
  ['sch', '8'],
  ['dzh', '8'],
  ['zh', '8'],
  ['sh', '8'],
  ['sz', '8'],
  ['cz', '8'],
  ['ch', '8'],
  ['dj', '8'],
  ['dz', '0'],
  ['ts', '0'],
  ['tz', '0'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['th', 't'],
  ['dh', 'd'],
  ['ck', 'k'],
  ['cq', 'k'],
  ['qu', 'k'],
]);
const single = signsOf({
  b: 'b',
  c: 'k',
  d: 'd',
  f: 'f',
  g: 'g',
  h: 'h',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'p',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'v',
  w: 'v',
  x: 'ks',
  z: 's',
});
const vowels = new Set('aeiouyj');

/**
 * How a Latin word sounds, coarsely: consonants only, `a` in front when the word starts with a vowel. The English, German, French, Polish and
 * scholarly spellings of one Slavic name have the same key (Chemezov, Tchemezov, Tschemesow). Digits stand for themselves.
 */
export function soundOf(word: string): string {
  let out = vowels.has(word.charAt(0)) ? 'a' : '';
  let before = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    let code = letter >= '0' && letter <= '9' ? letter : (single[word.charCodeAt(at)] ?? '');
    const cluster = clusterAt(clusters, word, at);
    if (cluster !== undefined) {
      code = cluster[1];
      at += cluster[0].length - 1;
    } else if (letter === 'c' && 'eiy'.includes(word.charAt(at + 1) || '-')) code = 's';
    else if (letter === 'w' && 'aou'.includes(word.charAt(at - 1) || '-') && at > 0 && !vowels.has(word.charAt(at + 1))) code = 'v';
    if (code !== before) out += code;
    before = code;
  }
  // Final -v is written -f, -ff and -w as well.
  return out.endsWith('v') ? `${out.slice(0, -1)}f` : out;
}
