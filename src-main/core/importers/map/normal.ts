/** Text evened out for comparing headings, choices and words: no case, accents, punctuation, invisible characters or double blanks. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’'`´]/g, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}#%+]+/gu, ' ')
    .trim();
}

/** Heading without its unit: what stands in brackets, after a comma, or after "in". */
export function withoutUnit(heading: string): string {
  return heading
    .replace(/[([{].*?[)\]}]/g, ' ')
    .replace(/\s+in\s+\S+$/i, ' ')
    .replace(/[,/]\s*\S+$/, ' ');
}

/**
 * Likeness of two plain texts, 0 to 1, by the share of letter pairs they have in common (Dice). Good enough to suggest; never used to decide.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
