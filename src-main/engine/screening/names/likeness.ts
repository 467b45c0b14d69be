/** What it costs to write one sound for another, 0 to 1; each pair both ways. What is not here costs 1. */
const swaps: readonly (readonly [signs: string, others: string, cost: number])[] = [
  ['a', 'e', 0.15],
  ['e', 'i', 0.15],
  ['o', 'u', 0.12],
  ['a', 'o', 0.2],
  ['i', 'y', 0],
  ['a', 'i', 0.3],
  ['a', 'u', 0.3],
  ['e', 'o', 0.3],
  ['e', 'u', 0.35],
  ['i', 'u', 0.35],
  ['i', 'o', 0.4],
  ['e', 'y', 0.15],
  ['u', 'w', 0.1],
  ['o', 'w', 0.15],
  ['u', 'v', 0.25],
  ['v', 'w', 0.05],
  ['v', 'f', 0.15],
  ['w', 'f', 0.2],
  ['v', 'b', 0.3],
  ['i', 'j', 0.1],
  ['y', 'j', 0.05],
  ['k', 'q', 0],
  ['kq', 'g', 0.2],
  ['g', 'G', 0.05],
  ['q', 'G', 0.1],
  ['k', 'G', 0.3],
  ['k', 'x', 0.2],
  ['x', 'h', 0.1],
  ['x', 'c', 0.2],
  ['g', 'h', 0.2],
  ['G', 'h', 0.25],
  ['g', 'j', 0.2],
  ['k', 'c', 0.3],
  ['c', 'S', 0.15],
  ['c', 'j', 0.3],
  ['c', '0', 0.25],
  ['S', 's', 0.3],
  ['S', 'Z', 0.2],
  ['S', 'j', 0.35],
  ['S', 'x', 0.3],
  ['Z', 'j', 0.05],
  ['Z', 'z', 0.2],
  ['z', 's', 0.15],
  ['s', 'c', 0.3],
  ['j', 'd', 0.5],
  ['z', '0', 0.15],
  ['s', '0', 0.25],
  ['s', 'k', 0.5],
  ['t', 'T', 0.05],
  ['T', 's', 0.25],
  ['T', 'd', 0.4],
  ['T', 'f', 0.3],
  ['d', 'D', 0.05],
  ['D', 'z', 0.1],
  ['d', 'z', 0.45],
  ['d', 't', 0.35],
  ['b', 'p', 0.35],
  ['m', 'n', 0.45],
  ['k', 't', 0.9],
  ['l', 'r', 0.7],
  // Arabic letters beside what Latin letters make of them.
  ['A', 'a', 0],
  ['A', 'e', 0.1],
  ['A', 'o', 0.15],
  ['A', 'ui', 0.35],
  ['W', 'uwov', 0],
  ['W', 'a', 0.4],
  ['W', 'e', 0.35],
  ['Y', 'iy', 0],
  ['Y', 'e', 0.05],
  ['Y', 'a', 0.25],
  ['Y', 'j', 0.1],
  ['H', 'h', 0],
  ['H', 'a', 0.02],
  ['H', 'et', 0.05],
  ['2', 'dDz', 0],
  ['2', 'T', 0.2],
  ['3', 'zD', 0],
  ['3', 'd', 0.05],
  ['3', 'T', 0.15],
  ["'", 'aeoiu', 0.05],
  // Hebrew letters that say two sounds.
  ['B', 'bvw', 0],
  ['B', 'fp', 0.3],
  ['P', 'pf', 0],
  ['P', 'bv', 0.3],
  ['K', 'kqx', 0],
  ['K', 'hcg', 0.2],
  ['Q', 'Ss', 0],
  ['Q', 'cz', 0.2],
];

const size = 128;
const swapCost = new Float32Array(size * size).fill(1);
for (let code = 0; code < size; code += 1) swapCost[code * size + code] = 0;
for (const [signs, others, cost] of swaps) {
  for (const one of signs) {
    for (const other of others) {
      swapCost[one.charCodeAt(0) * size + other.charCodeAt(0)] = cost;
      swapCost[other.charCodeAt(0) * size + one.charCodeAt(0)] = cost;
    }
  }
}

// What a sound weighs when it has no partner; a word's weight is the sum of its sounds.
const weight = new Float32Array(size).fill(1);
for (const [signs, cost] of [
  ['aeiou', 0.4],
  ['yj', 0.6],
  ['AWY', 0.4],
  ['H', 0.08],
  ["'", 0.04],
  ['h', 0.5],
  ['V', 0],
] as const) {
  for (const sign of signs) weight[sign.charCodeAt(0)] = cost;
}

const isVowel = new Uint8Array(size);
for (const sign of 'aeiouyjAWY') isVowel[sign.charCodeAt(0)] = 1;
/** Signs of words written without short vowels. */
const isArabic = /[AWYH23'V]/u;

const rows = [new Float32Array(64), new Float32Array(64)] as const;
const dropped = new Float64Array(64);

/** Cost of leaving out the sound at a position: less beside a vowel, next to nothing for a short vowel where the other side writes none. */
function dropCost(word: string, at: number, otherWritesNoVowels: boolean): number {
  const code = word.charCodeAt(at);
  const own = weight[code] ?? 1;
  if (isVowel[code] !== 1) {
    if (code !== 104) return own;
    // An h closes a syllable silently (Mehdi, Saleh) or follows a consonant as a mark.
    return at === word.length - 1 ? 0.1 : 0.3;
  }
  const besideVowel = isVowel[word.charCodeAt(at - 1)] === 1 || isVowel[word.charCodeAt(at + 1)] === 1;
  if (otherWritesNoVowels) return besideVowel ? 0.12 : 0.03;
  return besideVowel ? 0.15 : own;
}

/** Cheapest way from one word's sounds to the other's; stops and gives `Infinity` once above `most`. */
function distance(a: string, b: string, most: number): number {
  const aIsArabic = isArabic.test(a);
  const bIsArabic = isArabic.test(b);
  const noVowelsInA = aIsArabic && !bIsArabic;
  const noVowelsInB = bIsArabic && !aIsArabic;
  let [above, row] = rows;
  above[0] = 0;
  for (let j = 0; j < b.length; j += 1) {
    const drop = dropCost(b, j, noVowelsInA);
    dropped[j] = drop;
    above[j + 1] = (above[j] as number) + drop;
  }
  for (let i = 0; i < a.length; i += 1) {
    const drop = dropCost(a, i, noVowelsInB);
    const line = a.charCodeAt(i) * size;
    let before = (above[0] as number) + drop;
    let least = before;
    row[0] = before;
    for (let j = 0; j < b.length; j += 1) {
      let cost = (above[j] as number) + (swapCost[line + b.charCodeAt(j)] ?? 1);
      const dropA = (above[j + 1] as number) + drop;
      if (dropA < cost) cost = dropA;
      const dropB = before + (dropped[j] as number);
      if (dropB < cost) cost = dropB;
      row[j + 1] = cost;
      before = row[j + 1] as number;
      if (before < least) least = before;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [above, row] = [row, above];
  }
  return above[b.length] as number;
}

function weightOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) sum += weight[word.charCodeAt(at)] ?? 1;
  return sum;
}

/**
 * How well two words can be spellings of one name by their sounds (see `phones.ts` for the signs): 0 to 1. Vowels are cheap, sounds that
 * romanisations mix are cheap, the short vowels Arabic script leaves out are almost free. Slips of the keyboard are not its business.
 * What is below `least` may be given as 0.
 */
export function likenessOfPhones(a: string, b: string, least = 0): number {
  if (a === b) return 1;
  if (a.length > 60 || b.length > 60 || a === '' || b === '') return 0;
  const heavier = Math.max(weightOf(a), weightOf(b), 1);
  return Math.max(0, 1 - distance(a, b, (1 - least) * heavier) / heavier);
}
