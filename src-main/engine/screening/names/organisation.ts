import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { phraseAt } from './phrases.ts';
import type { RawWord } from './split.ts';
import type { NameToken } from './types.ts';
import { fieldsOf, readWord, type Word } from './words.ts';

interface Part {
  readonly word: Word;
  readonly from: number;
  readonly until: number;
  readonly glue: string;
}

const apostrophe = /'/gu;
const digits = /^(\d+)(?:st|nd|rd|th)?$/u;

/** Reads single letters with dots between as one word: `S.A.`, `J. S. C.`. */
function partsOf(words: readonly RawWord[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const raw = words[at];
    if (raw === undefined) break;
    let text = raw.text.includes("'") ? raw.text.replace(apostrophe, '') : raw.text;
    let { until } = raw;
    if (text.length === 1 && raw.script === 'Latn' && text !== '&') {
      for (let next = words[at + 1]; next !== undefined && next.glue === '.' && next.text.length === 1; next = words[at + 1]) {
        text += next.text;
        until = next.until;
        at += 1;
      }
    }
    parts.push({ word: readWord(text, raw.script), from: raw.from, until, glue: raw.glue });
  }
  return parts;
}

/** Reads the words of an organisation's name (of a vessel's and an aircraft's, too): legal forms, trade words, places and numbers apart. */
export function readOrganisation(clean: string, words: readonly RawWord[]): readonly NameToken[] {
  const parts = partsOf(words);
  const norms = parts.map((part) => part.word.norm);
  const tokens: NameToken[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined || part.word.norm === '') continue;
    const phrase = phraseAt(norms, at);
    const last = phrase === null ? part : (parts[at + phrase.length - 1] ?? part);
    const text = clean.slice(part.from, last.until);
    if (phrase !== null) {
      tokens.push({ text, ...fieldsOf(part.word), norm: phrase.norm, role: phrase.role, family: phrase.family });
      at += phrase.length - 1;
      continue;
    }
    const number = digits.exec(part.word.norm)?.[1];
    const role: TokenRole = number === undefined ? (part.word.norm.length === 1 ? 'initial' : 'word') : 'number';
    tokens.push({ text, ...fieldsOf(part.word), norm: number ?? part.word.norm, role });
  }
  return tokens;
}
