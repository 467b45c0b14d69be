const pairs = new Map([
  ['ου', 'ou'],
  ['αυ', 'av'],
  ['ευ', 'ev'],
  ['γγ', 'ng'],
  ['γχ', 'nch'],
  ['γξ', 'nx'],
  ['μπ', 'mp'],
  ['ντ', 'nt'],
  ['γκ', 'gk'],
]);
const letters = new Map(
  Object.entries({
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
    ο: 'o',
    π: 'p',
    ρ: 'r',
    σ: 's',
    ς: 's',
    τ: 't',
    υ: 'y',
    φ: 'f',
    χ: 'ch',
    ψ: 'ps',
    ω: 'o',
  }),
);
// Modern use beside the official standard: b, d and g at the start of a word, h for χ, ph for φ, i for υ.
const spoken: readonly (readonly [RegExp, string])[] = [
  [/^mp/u, 'b'],
  [/^nt/u, 'd'],
  [/^gk/u, 'g'],
  [/ch/gu, 'h'],
  [/y/gu, 'i'],
];
const marks = /\p{M}+/gu;

/** Romanisations of a Greek word, lower-case `a-z`: the official standard (ELOT 743) first, then as commonly spelled. */
export function romaniseGreek(word: string): readonly string[] {
  const plain = word.toLowerCase().normalize('NFD').replace(marks, '');
  let standard = '';
  for (let at = 0; at < plain.length; at += 1) {
    const pair = pairs.get(plain.slice(at, at + 2));
    if (pair !== undefined) {
      standard += pair;
      at += 1;
    } else standard += letters.get(plain.charAt(at)) ?? '';
  }
  let common = standard;
  for (const [from, to] of spoken) common = common.replace(from, to);
  return [...new Set([standard, common, common.replaceAll('f', 'ph')])];
}
