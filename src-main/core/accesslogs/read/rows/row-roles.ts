import { headerKey } from '../mapping/header-key.ts';

const footerWord =
  /^'?\s*(?:(?:grand\s+|sub-?\s*)?totals?|sum|summe|gesamt(?:summe)?|zwischensumme|somme|suma|generated|exported|erstellt|exportiert|g[eé]n[eé]r[eé]|generado|end of (?:report|file)|ende)(?![\p{L}\p{N}])/iu;
const sumText = /^'?=\s*(?:SUMM?E?|SUBTOTAL|TEILERGEBNIS|SOMME|SUMA)\s*\(/i;

export type TimelessRole = 'data' | 'repeatedHeader' | 'footer' | 'blankRow';

/**
 * Tells what a row is whose time cannot be read: the titles over again, a line with totals or a note below the table, a blank row, or a row gone wrong. Only such
 * rows are looked at: a row with a proper time is data even if somebody is called Total. A file may consist of them, so nothing here is slow.
 */
export function createTimelessRoles(titles: readonly string[]): (cells: readonly string[], sums: boolean) => TimelessRole {
  // Of a two-row header, `Network / source IP`, only the second row may come again.
  const keys = titles.map((title) => [headerKey(title), headerKey(title.slice(title.lastIndexOf(' / ') + 1))] as const);
  const isTitle = (text: string, column: number): boolean => {
    const known = keys[column];
    if (known === undefined || text.length > 400) return false;
    const key = headerKey(text);
    return key !== '' && (key === known[0] || key === known[1]);
  };
  return (cells, sums) => {
    const first = cells.findIndex((text) => text.trim() !== '');
    if (first === -1) return 'blankRow';
    if (isTitle(cells[first] ?? '', first)) {
      const filled = cells.flatMap((text, column) => (text.trim() === '' ? [] : [isTitle(text, column)]));
      if (filled.length > 1 && filled.filter(Boolean).length >= 0.8 * filled.length) return 'repeatedHeader';
    }
    return sums || cells.some((text) => footerWord.test(text) || sumText.test(text)) ? 'footer' : 'data';
  };
}
