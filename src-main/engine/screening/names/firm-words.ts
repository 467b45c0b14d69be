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
    number: numberIn(norm) ?? numberWord(norm) ?? (spelled.written === norm ? undefined : numberWord(spelled.written)),
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
