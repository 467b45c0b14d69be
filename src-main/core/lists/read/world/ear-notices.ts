import { readDay } from '../values/spans.ts';
import { oneLine } from './draft.ts';

/** Notices of one cell: `63 FR 64322, 11/19/98. 65 FR 14444, 3/17/00`. */
export const readNotices = (text: string): readonly string[] =>
  text
    .split(/\n|(?:[,.;]?\s+(?:and\s+)?|,)(?=\d{1,3}\.?\s*F\.?\s?R\.?\s*\d)/)
    .map((one) => oneLine(one).replace(/[.;,\s]+$/, ''))
    .filter((one) => one !== '');

/** Day of the first notice of a cell: the entry holds since then where nothing else says so. */
export const firstNoticeDay = (text: string) => readDay(/\b(\d{1,2}\/\d{1,2}\/\d{2,4})/.exec(text)?.[1] ?? '', 'monthFirst');

/** Footnote numbers of a licence requirement, as they stand in the text: `734.9(g),3`, `734.9(e) 1`, `of the EAR) 4`, `of the EAR²`. */
export function footnotesOf(requirement: string): readonly string[] {
  const text = requirement.replace(/[\u00b9\u00b2\u00b3\u2074\u2075]/g, (mark) => ` ${superscripts[mark] ?? ''} `);
  const found = new Set<string>();
  for (const pattern of [/734\.9\((?:e|g)\)(?:\(\d\))?,?\s?([1-5])(?=[\s,])/g, /EAR\b[.)\s]*\s?([1-5])(?=\s*(?:\.|,|;|$|\s[A-Z]))/g]) {
    for (const match of text.matchAll(pattern)) found.add(match[1] ?? '');
  }
  return [...found].sort();
}

const superscripts: Readonly<Record<string, string>> = { '\u00b9': '1', '\u00b2': '2', '\u00b3': '3', '\u2074': '4', '\u2075': '5' };
