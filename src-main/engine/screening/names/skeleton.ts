import { clusterAt, clustersOf, signsOf } from './clusters.ts';

// Longest first: what several Latin letters write together. `c` stands for sh and ch, `x` for kh, `k` also for q, g and gh.
const digraphs = clustersOf([
  ['tsch', 'c'],
  ['sch', 'c'],
  ['tch', 'c'],
  ['kh', 'x'],
  ['gh', 'k'],
  ['dh', 'd'],
  ['th', 't'],
  ['sh', 'c'],
  ['ch', 'c'],
  ['dj', 'j'],
  ['zh', 'j'],
  ['ph', 'f'],
  ['ck', 'k'],
]);
const single = signsOf({
  b: 'b',
  p: 'b',
  t: 't',
  j: 'j',
  d: 'd',
  z: 'd',
  r: 'r',
  s: 's',
  f: 'f',
  q: 'k',
  k: 'k',
  g: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  h: 'h',
});
const softens = new Set('eiy');
const vowels = new Set('aeiouyw');

const glide = /[aeiou](?:w|v|ou(?=[aeiy]))|[ao]uw?(?=[aeiy])/u;

/**
 * A skeleton of one consonant says too little: then a w heard between vowels counts too (Rawi, Aouad), as it is written in Arabic.
 */
export function withGlide(skeleton: string, hasGlide: boolean, isBefore: boolean): string {
  if (skeleton.length > 1 || !hasGlide || skeleton === 'w') return skeleton;
  return isBefore ? `w${skeleton}` : `${skeleton}w`;
}

/**
 * Consonant skeleton of a Latin word, `a-z` only: doubled letters once, no vowels, no final h, sounds that Arabic romanisations
 * mix written as one (d, dh and z; k, q, g and gh; t and th; sh and ch; b and p).
 */
export function skeletonOfLatin(word: string): string {
  const skeleton = consonantsOf(word);
  if (skeleton.length !== 1) return skeleton;
  const at = word.search(glide);
  return withGlide(skeleton, at >= 0, at >= 0 && consonantsOf(word.slice(0, at + 1)) === '');
}

function consonantsOf(word: string): string {
  let out = '';
  let before = '';
  const end = word.endsWith('h') && vowels.has(word.charAt(word.length - 2)) ? word.length - 1 : word.length;
  for (let at = 0; at < end; at += 1) {
    let code = '';
    const letter = word.charAt(at);
    const digraph = clusterAt(digraphs, word, at, end);
    if (digraph !== undefined) {
      code = digraph[1];
      at += digraph[0].length - 1;
    } else if (letter === 'c') code = softens.has(word.charAt(at + 1)) ? 's' : 'k';
    else if (letter === 'x') code = before.endsWith('k') ? 's' : 'ks';
    else if (at === 0 && letter === 'y') code = 'y';
    else if (at === 0 && (letter === 'w' || letter === 'v')) code = 'w';
    else if (at === 0 && letter === 'o' && word.charAt(1) === 'u' && vowels.has(word.charAt(2))) code = 'w';
    else code = single[word.charCodeAt(at)] ?? '';
    // Only neighbours are one doubled letter: the two m of Mamduh are written in Arabic too.
    if (code !== before) out += code;
    before = code;
  }
  return out;
}
