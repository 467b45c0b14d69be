/**
 * What it costs to read one letter for another, in slips: 1 is a letter dropped or added. Letters that transliterations exchange cost little, since
 * they are no slip at all; letters that lie side by side on a keyboard or look alike cost a little less than a stranger.
 */
const size = 36;
/** A letter for one that neither lies beside it nor sounds like it: seldom a slip, more often another name. */
const STRANGER = 1.25;
const substitution = new Float32Array(size * size).fill(STRANGER);

const digits = '0123456789';
const letters = `abcdefghijklmnopqrstuvwxyz${digits}`;
const number = (letter: string): number => letters.indexOf(letter);

function set(pairs: string, cost: number): void {
  for (const pair of pairs.split(' ')) {
    const [one, other] = [number(pair.charAt(0)), number(pair.charAt(1))];
    substitution[one * size + other] = Math.min(cost, substitution[one * size + other] as number);
    substitution[other * size + one] = Math.min(cost, substitution[other * size + one] as number);
  }
}

for (let letter = 0; letter < size; letter += 1) substitution[letter * size + letter] = 0;
// Keyboard neighbours (QWERTY).
set('qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm', 0.85);
// What scanners confuse.
set('0o 1l 1i 5s 8b 2z 6b 9g', 0.35);
set('li uv cl', 0.7);
// Vowels carry little in most scripts' romanisations.
set('ae ei ou ai eo ao au eu io iu ay uy oy', 0.6);
set('ae ei ou', 0.45);
set('iy ey ij', 0.25);
set('yj', 0.45);
// Consonants that romanisations exchange.
set('kq cq ck vw fv uw uv sz cs kx gj jz dt bp gk gq gh hx kh bv td tz ct zs lr mn dz', 0.6);
set('kq ck cq vw', 0.25);
set('sz fv uw gq gj jy gh', 0.4);

const vowel = new Uint8Array(size);
for (const letter of 'aeiouy') vowel[number(letter)] = 1;
const h = number('h');
const j = number('j');

/** Dropped or added: a vowel, an h, a repeated letter or a soft sign's letter is often not written at all. */
const omission = new Float32Array(size).fill(1);
for (let letter = 0; letter < size; letter += 1) if (vowel[letter] === 1) omission[letter] = 0.6;
omission[h] = 0.45;
omission[j] = 0.7;
const REPEATED = 0.3;
const SWAPPED = 0.85;
/** The first letter is seldom mistaken. */
const FIRST = 1.5;

const LONGEST = 40;
const width = LONGEST + 1;
const table = new Float32Array(width * width);
const left = new Uint8Array(LONGEST);
const right = new Uint8Array(LONGEST);
const added = new Float64Array(width);

function codes(word: string, into: Uint8Array): number {
  const length = Math.min(word.length, LONGEST);
  for (let at = 0; at < length; at += 1) {
    const code = word.charCodeAt(at);
    into[at] = code >= 97 ? code - 97 : code - 48 + 26;
  }
  return length;
}

/** Weighted number of slips between two words of `a-z0-9`; stops and gives `Infinity` once above `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  const n = codes(one, left);
  const m = codes(other, right);
  table[0] = 0;
  for (let column = 1; column <= m; column += 1) {
    added[column] = dropCost(right, column - 1);
    table[column] = (table[column - 1] as number) + (added[column] as number);
  }
  for (let row = 1; row <= n; row += 1) {
    const letter = left[row - 1] as number;
    const base = row * width;
    const above = base - width;
    const dropped = dropCost(left, row - 1);
    let least = (table[above] as number) + dropped;
    table[base] = least;
    for (let column = 1; column <= m; column += 1) {
      const facing = right[column - 1] as number;
      let swap = substitution[letter * size + facing] as number;
      if (row === 1 && column === 1) swap *= FIRST;
      let cost = (table[above + column - 1] as number) + swap;
      const drop = (table[above + column] as number) + dropped;
      if (drop < cost) cost = drop;
      const add = (table[base + column - 1] as number) + (added[column] as number);
      if (add < cost) cost = add;
      if (row > 1 && column > 1 && letter === right[column - 2] && facing === left[row - 2] && letter !== facing) {
        const swapped = (table[above - width + column - 2] as number) + SWAPPED;
        if (swapped < cost) cost = swapped;
      }
      table[base + column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
  }
  return table[n * width + m] as number;
}

function dropCost(word: Uint8Array, at: number): number {
  const letter = word[at] as number;
  if (at > 0 && word[at - 1] === letter) return REPEATED;
  const cost = omission[letter] as number;
  return at === 0 ? cost * FIRST : cost;
}
