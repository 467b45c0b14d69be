import { bareArabic, oneWriting } from './arabic.ts';
import type { KnownWord } from './known-words.ts';
import { gluedAt, phrasesFrom, tableSpelling } from './phrases.ts';
import { Sieve } from './sieve.ts';
import { numberSigns, numberWords } from './tables/numbers.ts';
import type { FirmWord, Word } from './types.ts';
import { wordOf } from './words.ts';

/** Reads one word of a firm's name. */
export function readFirmWord(known: KnownWord): FirmWord {
  known.firm ??= read(known.text, known.script, wordOf(known));
  return known.firm;
}

function read(text: string, script: string, word: Word): FirmWord {
  const { norm } = word;
  const spelled = {
    norm: tableSpelling(norm),
    written: script === 'Latn' ? norm : script === 'Arab' ? oneWriting(bareArabic(text)) : text.toLowerCase(),
  };
  // A word the tables spell otherwise is one of theirs.
  const mayBeGlued = script === 'Latn' && norm.length === text.length && spelled.norm === norm;
  return {
    norm: spelled.norm,
    written: spelled.written,
    word,
    phrases: phrasesFrom(spelled),
    cut: mayBeGlued ? gluedAt(norm) : 0,
    number:
      (script === 'Hani' ? hanNumber(text) : numberIn(norm)) ??
      numberWord(norm) ??
      (spelled.written === norm ? undefined : numberWord(spelled.written)),
    isNumberSign: counting.mayHold(norm) && numberSigns.has(norm),
  };
}

const counting = new Sieve();
for (const word of [...numberWords.keys(), ...numberSigns]) counting.add(word);

const numberWord = (word: string): string | undefined => (counting.mayHold(word) ? numberWords.get(word) : undefined);

const digits = /^0*(\d+)(?:st|nd|rd|th|oy|ya|yy)?$/u;

function numberIn(norm: string): string | undefined {
  const code = norm.charCodeAt(0);
  return code >= 48 && code <= 57 ? digits.exec(norm)?.[1] : undefined;
}

const hanDigits = '〇一二三四五六七八九';
const ordinal = /^第?([〇零一二三四五六七八九十百]+)$/u;

/** Number written in Han characters, in words (第十四) or digit by digit (七一九); undefined for none. */
function hanNumber(text: string): string | undefined {
  const signs = ordinal.exec(text)?.[1]?.replaceAll('零', '〇');
  if (signs === undefined) return undefined;
  if (!/[十百]/u.test(signs)) return String(Number([...signs].map((sign) => hanDigits.indexOf(sign)).join('')));
  let whole = 0;
  let digit = 0;
  for (const sign of signs) {
    if (sign === '百') whole += 100 * (digit || 1);
    else if (sign === '十') whole += 10 * (digit || 1);
    if (sign === '百' || sign === '十') digit = 0;
    else digit = hanDigits.indexOf(sign);
  }
  return String(whole + digit);
}
