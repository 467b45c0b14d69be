/** Folds text as findings keep it for searching: no accents, lower case, single blanks. */
export const searchFold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
