import type { Cell } from '../../../../../src-shared/formats/import-file.ts';
import { rowRole } from '../../../importers/map/header.ts';

const footerWord =
  /^(?:(?:grand\s+|sub-?\s*)?totals?|sum|summe|gesamt(?:summe)?|zwischensumme|somme|suma|generated|exported|erstellt|exportiert|g[eé]n[eé]r[eé]|generado|end of (?:report|file)|ende)(?![\p{L}\p{N}])/iu;

/**
 * What a row is whose time cannot be read: the titles over again, a line with totals or a note below the table, a blank row, or a row gone wrong. Only such
 * rows are looked at: a row with a proper time is data even if somebody is called Total.
 */
export function roleOfTimeless(
  cells: readonly string[],
  sums: boolean,
  titles: readonly string[],
): 'data' | 'repeatedHeader' | 'footer' | 'blankRow' {
  const typed = cells.map((text): Cell => ({ text, type: text === '' ? 'empty' : 'text' }));
  const role = rowRole(typed, titles);
  // Of a two-row header only the second row may come again.
  const names = titles.some((title) => title.includes(' / '))
    ? titles.map((title) => title.slice(title.lastIndexOf(' / ') + 1).replace(/^\/ /, ''))
    : titles;
  if (role === 'data' && names !== titles && rowRole(typed, names) === 'repeatedHeader') return 'repeatedHeader';
  if (role === 'blank') return 'blankRow';
  if (role === 'repeatedHeader') return role;
  if (role === 'totals' || sums) return 'footer';
  return cells.some((text) => footerWord.test(text.trim().replace(/^'/, '')) || /^=\s*SUMM?E?\s*\(/i.test(text)) ? 'footer' : 'data';
}
