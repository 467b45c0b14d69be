/**
 * How well a search fits a text: 0 not at all, larger is better. Each word must be found as a start, a part, a scattered
 * run of letters, or with one letter wrong, missing, doubled or swapped, so that `clasify modl` finds "Classify the model".
 */
export function fuzzyScore(search: string, text: string): number {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const targets = fold(text)
    .split(/[\s.,:;()&/-]+/)
    .filter(Boolean);
  const whole = targets.join(' ');
  let sum = 0;
  for (const word of words) {
    const best = Math.max(0, ...targets.map((target) => wordScore(word, target)), whole.includes(word) ? 0.7 : 0);
    if (best === 0) return 0;
    sum += best;
  }
  return sum / words.length + (whole.startsWith(words.join(' ')) ? 0.15 : 0);
}

function wordScore(word: string, target: string): number {
  if (target === word) return 1.2;
  if (target.startsWith(word)) return 1;
  if (target.includes(word)) return 0.7;
  if (
    word.length >= 4 &&
    (isOneEditAway(word, target) ||
      isOneEditAway(word, target.slice(0, word.length)) ||
      isOneEditAway(word, target.slice(0, word.length + 1)))
  )
    return 0.5;
  return word.length >= 3 && isScattered(word, target) ? 0.3 : 0;
}

/** Whether the letters occur in this order with gaps, beginning with the first letter. */
function isScattered(word: string, target: string): boolean {
  if (word[0] !== target[0]) return false;
  let at = 0;
  for (const letter of target) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** One letter replaced, added, dropped, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  const restA = a.slice(at);
  const restB = b.slice(at);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
