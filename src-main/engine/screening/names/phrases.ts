import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { legalForms } from './tables/legal-forms.ts';
import { tradeWords } from './tables/trade-words.ts';

export interface Phrase {
  readonly words: readonly string[];
  readonly norm: string;
  readonly role: TokenRole;
  readonly family: number;
}

const byFirst = new Map<string, Phrase[]>();

function add(table: string, role: TokenRole, firstFamily: number): void {
  let family = firstFamily;
  for (const line of table.split('\n')) {
    if (line === '') continue;
    const [norm = '', rest = ''] = line.split(': ');
    for (const spelling of rest.split(', ')) {
      const words = spelling.split(' ');
      const phrase = { words, norm, role, family };
      const known = byFirst.get(words[0] ?? '');
      if (known === undefined) byFirst.set(words[0] ?? '', [phrase]);
      else known.push(phrase);
    }
    family += 1;
  }
}

add(legalForms, 'legalForm', 100_000);
add(tradeWords, 'tradeWord', 200_000);
for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);

/** The longest phrase of the tables that starts at a word; null for none. */
export function phraseAt(norms: readonly string[], at: number): (Phrase & { readonly length: number }) | null {
  const phrases = byFirst.get(norms[at] ?? '');
  if (phrases === undefined) return null;
  const found = phrases.find(({ words }) => words.every((word, offset) => norms[at + offset] === word));
  return found === undefined ? null : { ...found, length: found.words.length };
}
