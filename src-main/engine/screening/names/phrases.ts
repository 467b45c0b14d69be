import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { legalForms, legalWords } from './tables/legal-forms.ts';
import { branchWords, places } from './tables/places.ts';
import { joiningWords, tradeWords } from './tables/trade-words.ts';

export interface Phrase {
  readonly words: readonly string[];
  readonly norm: string;
  readonly role: TokenRole;
  readonly family: number;
  /** Two or three letters that mean something only at an end of the name: SA, AG, CO. */
  readonly isShort: boolean;
}

const oneSpelling = new Map<string, string>();
for (const line of legalWords.trim().split('\n')) {
  const [head = '', ...others] = line.split(' ');
  for (const other of others) oneSpelling.set(other, head);
}

/** A romanised word as the tables spell it. */
export function tableSpelling(word: string): string {
  return oneSpelling.get(word) ?? word;
}

const byFirst = new Map<string, Phrase[]>();
const notLatin = /[^\u0020-\u007e]/u;
let longest = 1;

function addPhrase(spelling: string, of: Omit<Phrase, 'words' | 'isShort'>): void {
  const words = notLatin.test(spelling) && !spelling.includes(' ') ? [spelling] : spelling.split(' ').map(tableSpelling);
  const first = words[0] ?? '';
  const phrase = { ...of, words, isShort: of.role === 'legalForm' && spelling.replaceAll(' ', '').length <= 3 };
  longest = Math.max(longest, spelling.length);
  const known = byFirst.get(first);
  if (known === undefined) byFirst.set(first, [phrase]);
  else if (!known.some((other) => other.words.length === words.length && other.words.every((word, at) => word === words[at])))
    known.push(phrase);
}

function addTable(table: string, role: TokenRole, firstFamily: number): void {
  const kinds = new Map<string, number>();
  for (const line of table.split('\n')) {
    if (line === '') continue;
    const colon = line.indexOf(': ');
    // A legal form shares the family of its kind; elsewhere each line is a family.
    const [norm = '', kind = ''] = line.slice(0, colon).split(' ');
    const key = kind === '' ? norm : kind;
    const family = kinds.get(key) ?? firstFamily + kinds.size;
    kinds.set(key, family);
    for (const spelling of line.slice(colon + 2).split(', ')) addPhrase(spelling, { norm, role, family });
  }
}

addTable(legalForms, 'legalForm', 100_000);
addTable(branchWords, 'branch', 140_000);
addTable(joiningWords, 'particle', 150_000);
addTable(tradeWords, 'tradeWord', 200_000);
addTable(places, 'place', 300_000);
for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);

/** The longest phrase of the tables that starts at a word; null for none. Words are romanised, those of other scripts may stand as written. */
export function phraseAt(words: readonly (readonly [norm: string, written: string])[], at: number): Phrase | null {
  const [norm = '', written = ''] = words[at] ?? [];
  const phrases = byFirst.get(written) ?? byFirst.get(norm);
  return (
    phrases?.find(({ words: wanted }) =>
      wanted.every((word, offset) => words[at + offset]?.[0] === word || words[at + offset]?.[1] === word),
    ) ?? null
  );
}

/** Cuts writing without blanks (Han, Kana, Thai) into phrases of the tables and what lies between. */
export function cutUnspaced(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && byFirst.get(text.slice(at, at + length))?.[0]?.words.length !== 1) length -= 1;
    if (length > 1) {
      if (rest !== '') pieces.push(rest);
      rest = '';
      pieces.push(text.slice(at, at + length));
    } else rest += text.slice(at, at + length);
    at += length;
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}
