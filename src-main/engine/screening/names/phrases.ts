import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { bareArabic, oneWriting } from './arabic.ts';
import { addMendable, mayBeMended, mended } from './mend.ts';
import { Sieve } from './sieve.ts';
import { slotOf } from './slots.ts';
import { hanWords } from './tables/han-words.ts';
import { legalForms, legalWords } from './tables/legal-forms.ts';
import { branchWords, places } from './tables/places.ts';
import { joiningWords, tradeWords } from './tables/trade-words.ts';
import type { Phrase, TableWord } from './types.ts';

// Every key of `oneSpelling`, `knownWords` and `byFirst`.
const inTables = new Sieve();
const oneSpelling = new Map<string, string>();
for (const line of legalWords.trim().split('\n')) {
  const [head = '', ...others] = line.split(' ');
  for (const other of others) {
    oneSpelling.set(other, head);
    inTables.add(other);
  }
}

const knownWords = new Set<string>();
// Words of legal forms that are long enough to be known when another word is written on to them.
const formStarts = new Map<string, string[]>();
const formEnds = new Map<string, string[]>();
// Their first letters, and their last ones.
const starting = new Sieve();
const ending = new Sieve();
const noForms: readonly string[] = [];
const shortestGlued = 4;
const longestGlued = 48;
const closingForms = ['limited', 'company', 'corporation', 'incorporated'];
// No name begins with one of these: another word was written on to it.
const openingForms = ['company', 'limited', 'corporation', 'incorporated', 'obshchestvo', 'otvetstvennostyu', 'predpriyatie'];
const shortestAfter = 2;

// Russian and Ukrainian adjectives in any gender, number and case, in several romanisations.
const adjective =
  /^(.{3,}(?:n|sk|v|ch|t|r))(?:yy|iy|yi|ii|ij|yj|y|aya|aia|aja|oe|oye|oie|oje|ye|ie|yye|iye|ykh|ikh|ym|im|ogo|oho|oy|oi|oj|iya|iia|a|e)$/u;
const adjectiveStems = new Map<string, string>();
// Stems have four letters at least.
const STEM = 4;
const stemStarts = new Sieve();
const baseForm = /(?:yy|iy|aya|oe|oye)$/u;

/** A romanised word as the tables spell it: Russian adjectives in one form; one slip in a long word of a phrase mended. */
export function tableSpelling(word: string): string {
  if (!filled) fillTables();
  if (inTables.mayHold(word)) {
    const known = oneSpelling.get(word);
    if (known !== undefined || knownWords.has(word)) return known ?? word;
  }
  if (!mayBeMended(word)) return word;
  // A scanner reads rn for m.
  const scanned = word.includes('rn') ? word.replace('rn', 'm') : word;
  if (scanned !== word && knownWords.has(scanned)) return scanned;
  const stem = stemStarts.mayHold(word, 0, STEM) ? adjective.exec(word)?.[1] : undefined;
  const spelled = stem === undefined ? undefined : adjectiveStems.get(stem);
  return spelled ?? mended(word) ?? word;
}

function addForm(word: string): void {
  for (const [forms, key] of [
    [formStarts, word.slice(0, shortestGlued)],
    [formEnds, word.slice(-shortestGlued)],
  ] as const) {
    const known = forms.get(key);
    if (known === undefined) forms.set(key, [word]);
    else if (!known.includes(word)) known.push(word);
  }
  starting.add(word.slice(0, shortestGlued));
  ending.add(word.slice(-shortestGlued));
}

const byFirst = new Map<string, Phrase[]>();
const notLatin = /[^\u0020-\u007e]/u;
// Letters of the longest phrase written without blanks.
let longest = 1;

function addPhrase(spelling: string, of: Omit<Phrase, 'words' | 'isShort' | 'slot'>): void {
  const words = notLatin.test(spelling)
    ? spelling.split(' ').map((word) => oneWriting(bareArabic(word)))
    : spelling.split(' ').map(tableSpelling);
  if (of.role === 'legalForm') {
    for (const word of words) {
      addMendable(word, 6);
      if (word.length > shortestGlued) addForm(word);
    }
    if (words.length > 1 && spelling.length > 12) addPhrase(words.join(''), of);
  }
  if (words.length > 1 && of.role === 'tradeWord') for (const word of words) addMendable(word, 8);
  for (const word of words) {
    knownWords.add(word);
    inTables.add(word);
    const stem = baseForm.test(word) ? adjective.exec(word)?.[1] : undefined;
    if (stem !== undefined && stem.length >= STEM && !adjectiveStems.has(stem)) {
      adjectiveStems.set(stem, word);
      stemStarts.add(stem.slice(0, STEM));
    }
  }
  const first = words[0] ?? '';
  inTables.add(first);
  const phrase = { ...of, words, isShort: of.role === 'legalForm' && spelling.replaceAll(' ', '').length <= 3, slot: slotOf(of.norm) };
  if (words.length === 1 && notLatin.test(spelling)) longest = Math.max(longest, spelling.length);
  const known = byFirst.get(first);
  if (known === undefined) byFirst.set(first, [phrase]);
  // SCI is a form of company at the end of a name and a science elsewhere.
  else if (!known.some((other) => (!other.isShort || phrase.isShort) && isSamePhrase(other.words, words))) known.push(phrase);
}

const isSamePhrase = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at]);

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

const noWays: readonly (readonly string[])[] = [];
const waysOfHan = new Map<string, readonly (readonly string[])[]>();

/** What English names say for a word in Han characters, way by way and word by word; empty for a word the table has not. */
export function translationsOf(word: string): readonly (readonly string[])[] {
  if (!filled) fillTables();
  return waysOfHan.get(word) ?? noWays;
}

let filled = false;

/** Lays the tables out, when the first name is read or before: everybody loads this module, few read names. */
export function readyTables(): void {
  if (!filled) fillTables();
}

function fillTables(): void {
  filled = true;
  addTable(legalForms, 'legalForm', 100_000);
  addTable(branchWords, 'branch', 140_000);
  addTable(joiningWords, 'particle', 150_000);
  addTable(tradeWords, 'tradeWord', 200_000);
  addTable(places, 'place', 300_000);
  for (const line of hanWords.trim().split('\n')) {
    const [word = '', ways = ''] = line.split(': ');
    longest = Math.max(longest, word.length);
    waysOfHan.set(
      word,
      ways.split(' | ').map((way) => way.split(' ')),
    );
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
}

/** Phrases that start with a word, the longest first; none for most words. */
export function phrasesFrom({ norm, written }: TableWord): readonly Phrase[] | undefined {
  if (!filled) fillTables();
  return phrasesOf(norm) ?? (written === norm ? undefined : phrasesOf(written));
}

const phrasesOf = (word: string): readonly Phrase[] | undefined => (inTables.mayHold(word) ? byFirst.get(word) : undefined);

/** Whether the words of a phrase that starts with the word at a place (`phrasesFrom`) stand there. */
export function isPhraseAt({ words: meant }: Phrase, words: readonly { readonly read: TableWord }[], at: number): boolean {
  for (let offset = 1; offset < meant.length; offset += 1) {
    const word = words[at + offset]?.read;
    if (word === undefined || (word.norm !== meant[offset] && word.written !== meant[offset])) return false;
  }
  return true;
}

/**
 * Where two words of a firm's name were written as one by mistake (`liabilitycompany`, `associatespartnership`, `orionlimited`): the letters of the
 * first, 0 for a word as it should be. One of the two belongs to a legal form, the other to the tables or before a form that closes the name.
 * Only of a word that the tables spell as it is (`tableSpelling`).
 */
export function gluedAt(word: string): number {
  const { length } = word;
  if (length < 2 * shortestGlued || length > longestGlued || (inTables.mayHold(word) && knownWords.has(word))) return 0;
  if (starting.mayHold(word, 0, shortestGlued))
    for (const form of formStarts.get(word.slice(0, shortestGlued)) ?? noForms)
      if (word.startsWith(form) && knownWords.has(word.slice(form.length)) && length - form.length >= shortestGlued) return form.length;
  if (ending.mayHold(word, length - shortestGlued))
    for (const form of formEnds.get(word.slice(-shortestGlued)) ?? noForms) {
      const at = length - form.length;
      if (at >= shortestGlued && word.endsWith(form) && knownWords.has(word.slice(0, at))) return at;
    }
  const opening = starting.mayHold(word, 0, shortestGlued) ? openingForms.find((one) => word.startsWith(one)) : undefined;
  if (opening !== undefined && length - opening.length >= shortestAfter) return opening.length;
  const form = closingForms.find((one) => word.endsWith(one));
  return form === undefined || word.length - form.length < shortestGlued ? 0 : word.length - form.length;
}

const ownNumber = /^\d+|^第[〇零一二三四五六七八九十百]+|^[〇零一二三四五六七八九十百]{2,}(?=研究|所|院|厂)/u;

/** Province, city, county, district: written on to the name of one. */
const areas = /^(?:特别行政区|自治区|[省市县區区])/u;

/** Cuts writing without blanks (Han, Kana, Thai) into phrases of the tables and what lies between. */
export function cutUnspaced(text: string): readonly string[] {
  if (!filled) fillTables();
  const pieces: string[] = [];
  let rest = '';
  for (let at = 0; at < text.length; ) {
    // 360 in 奇虎360.
    const digits = ownNumber.exec(text.slice(at, at + 8))?.[0].length ?? 0;
    if (digits > 0) {
      if (rest !== '') pieces.push(rest);
      rest = '';
      pieces.push(text.slice(at, at + digits));
      at += digits;
      continue;
    }
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !isUnspacedPhrase(text.slice(at, at + length))) length -= 1;
    const area = length === 1 && rest === '' && isPlace(pieces.at(-1)) ? (areas.exec(text.slice(at, at + 5))?.[0].length ?? 0) : 0;
    if (area > 0) {
      pieces.push(text.slice(at, at + area));
      at += area;
      continue;
    }
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

const isUnspacedPhrase = (text: string): boolean => waysOfHan.has(text) || byFirst.get(text)?.[0]?.words.length === 1;

function isPlace(piece: string | undefined): boolean {
  if (piece === undefined) return false;
  const word = waysOfHan.get(piece)?.[0]?.[0] ?? piece;
  return byFirst.get(word)?.[0]?.role === 'place';
}

/** Whether a piece only says what sort of place the one before it is. */
export const isArea = (piece: string): boolean => areas.exec(piece)?.[0] === piece;
