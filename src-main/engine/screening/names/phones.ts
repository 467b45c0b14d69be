import { clusterAt, clustersOf } from './clusters.ts';

/**
 * Sounds of a word, one sign each, so that spellings can be compared sound by sound (see `likenessOfPhones`). Latin letters stand for themselves, but:
 * `c` ch, `S` sh, `Z` zh, `x` kh, `G` gh, `T` th, `D` dh, `0` ts. Arabic letters that say more than one sound have signs of their own:
 * `A` alif, `W` waw, `Y` yeh, `H` a final h or ta marbuta, `2` dad, `3` za, `'` ʿayn and hamza. So
 * have Hebrew ones: `B` b or v, `P` p or f, `K` k or kh, `Q` sh or s; a silent `V` at the end says that vowels are not written.
 */
// Longest first.
const clusters = clustersOf([
  ['schtsch', 'Sc'],
  ['shch', 'Sc'],
  ['chtch', 'Sc'],
  ['szcz', 'Sc'],
  ['tsch', 'c'],
  ['dsch', 'j'],
  ['tch', 'c'],
  ['sch', 'S'],
  ['dzh', 'j'],
  ['kh', 'x'],
  ['gh', 'G'],
  ['th', 'T'],
  ['dh', 'D'],
  ['sh', 'S'],
  ['sz', 'S'],
  ['ch', 'c'],
  ['cz', 'c'],
  ['zh', 'Z'],
  ['dj', 'j'],
  ['ts', '0'],
  ['tz', '0'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['cq', 'k'],
  ['qu', 'k'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['ij', 'i'],
  ['iy', 'i'],
  ['ii', 'i'],
  ['yy', 'y'],
]);
const vowels = 'aeiouy';

/** Sounds of a romanised word (`a-z0-9`). */
export function phonesOfLatin(word: string): string {
  let out = '';
  let last = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const cluster = clusterAt(clusters, word, at);
    let sounds = letter;
    if (cluster !== undefined) {
      sounds = cluster[1];
      at += cluster[0].length - 1;
    } else if (letter === 'c') {
      const next = word.charAt(at + 1);
      if (next !== '' && 'eiy'.includes(next)) sounds = 's';
      else sounds = next === '' && word.charAt(at - 1) === 'i' ? 'c' : 'k';
    } else if (letter === 'x') sounds = at === 0 && 'iu'.includes(word.charAt(1) || '-') ? 'S' : 'ks';
    else if (letter === 'q') sounds = 'q';
    else if (letter === 'y' && at > 0 && !vowels.includes(word.charAt(at + 1) || '-')) sounds = 'i';
    // Kept beside: asking the growing text for its end each time is quadratic in a hostile word.
    if (sounds === last) continue;
    out += sounds;
    last = sounds.charAt(sounds.length - 1);
  }
  return out;
}
