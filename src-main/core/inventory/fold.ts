/** Folds text for searching: compatibility forms, lower case, no accents, single blanks. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words of a search, folded; at most ten, so that a pasted page stays quick. */
export function searchWords(text: string): readonly string[] {
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 10);
}
