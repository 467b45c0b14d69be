import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { cutUnspaced, type Phrase, phraseAt, tableSpelling } from './phrases.ts';
import type { RawWord } from './split.ts';
import { numberSigns, numberWords } from './tables/numbers.ts';
import { articles, assimilatedArticles } from './tables/particles.ts';
import type { NameToken } from './types.ts';
import { fieldsOf, readWord, type Word } from './words.ts';

interface Part {
  readonly word: Word;
  readonly key: readonly [norm: string, written: string];
  readonly from: number;
  readonly until: number;
  readonly glue: string;
}

const apostrophe = /'/gu;
const digits = /^0*(\d+)(?:st|nd|rd|th|oy|ya|yy)?$/u;
const unspaced = new Set(['Hani', 'Hira', 'Kana', 'Thai', 'Hang']);

/** Reads single letters with dots between as one word (`S.A.`, `J. S. C.`), and cuts writing without blanks. */
function partsOf(words: readonly RawWord[]): readonly Part[] {
  const parts: Part[] = [];
  const push = (text: string, script: string, from: number, until: number, glue: string): void => {
    const word = readWord(text, script);
    parts.push({ word, key: [tableSpelling(word.norm), script === 'Latn' ? text : text.toLowerCase()], from, until, glue });
  };
  for (let at = 0; at < words.length; at += 1) {
    const raw = words[at];
    if (raw === undefined) break;
    if (unspaced.has(raw.script) && raw.text.length > 1) {
      let from = raw.from;
      for (const piece of cutUnspaced(raw.text)) {
        push(piece, raw.script, from, from + piece.length, from === raw.from ? raw.glue : ' ');
        from += piece.length;
      }
      continue;
    }
    let text = raw.text.includes("'") ? raw.text.replace(apostrophe, '') : raw.text;
    let { until } = raw;
    if (text.length === 1 && raw.script === 'Latn' && text !== '&') {
      for (let next = words[at + 1]; next !== undefined && next.glue === '.' && next.text.length === 1; next = words[at + 1]) {
        text += next.text;
        until = next.until;
        at += 1;
      }
    }
    push(text, raw.script, raw.from, until, raw.glue);
  }
  return parts;
}

function isArticle(parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  const next = parts[at + 1];
  if (part === undefined || next === undefined || next.word.norm.length < 2) return false;
  if (next.glue !== '-') return false;
  return articles.has(part.word.norm) || (assimilatedArticles.has(part.word.norm) && part.word.norm.length > 1);
}

/** Short forms mean a legal form only at an end of the name, beside another form, or after a comma. */
function stands(phrase: Phrase, parts: readonly Part[], at: number, before: TokenRole | undefined): boolean {
  if (!phrase.isShort) return true;
  const end = at + phrase.words.length;
  const next = parts[end];
  if (at === 0) return parts.length > phrase.words.length;
  return (
    next === undefined ||
    next.glue === '(' ||
    next.glue === ',' ||
    parts[at]?.glue === ',' ||
    before === 'legalForm' ||
    phraseAt(keysOf(parts), end)?.role === 'legalForm'
  );
}

function keysOf(parts: readonly Part[]): readonly (readonly [string, string])[] {
  return parts.map((part) => part.key);
}

/** Reads the words of an organisation's name (of a vessel's and an aircraft's, too): legal forms, trade words, places and numbers apart. */
export function readOrganisation(clean: string, words: readonly RawWord[]): readonly NameToken[] {
  const parts = partsOf(words);
  const keys = keysOf(parts);
  const tokens: NameToken[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    let part = parts[at];
    if (part === undefined || part.word.norm === '') continue;
    const { from } = part;
    let article = '';
    if (isArticle(parts, at)) {
      article = part.word.norm;
      at += 1;
      part = parts[at] ?? part;
    }
    const phrase = phraseAt(keys, at);
    if (phrase !== null && stands(phrase, parts, at, tokens.at(-1)?.role)) {
      const last = parts[at + phrase.words.length - 1] ?? part;
      tokens.push({
        text: clean.slice(from, last.until),
        ...fieldsOf(part.word),
        norm: phrase.norm,
        others: [],
        role: phrase.role,
        family: phrase.family,
      });
      at += phrase.words.length - 1;
      continue;
    }
    const next = parts[at + 1];
    const after = next === undefined ? undefined : (digits.exec(next.word.norm)?.[1] ?? numberWords.get(next.word.norm));
    if (after !== undefined && next !== undefined && numberSigns.has(part.word.norm)) {
      tokens.push({ text: clean.slice(from, next.until), ...fieldsOf(next.word), norm: after, others: [], role: 'number', family: -1 });
      at += 1;
      continue;
    }
    const number = digits.exec(part.word.norm)?.[1] ?? numberWords.get(part.word.norm) ?? numberWords.get(part.key[1]);
    const role: TokenRole = number !== undefined ? 'number' : part.word.norm.length === 1 ? 'initial' : 'word';
    const fields = fieldsOf(part.word);
    const others = article === '' ? fields.others : [...fields.others, article + part.word.norm];
    tokens.push({
      text: clean.slice(from, part.until),
      ...fields,
      others,
      norm: number ?? part.word.norm,
      role,
      ...(number === undefined ? {} : { family: -1 }),
    });
  }
  return tokens;
}
