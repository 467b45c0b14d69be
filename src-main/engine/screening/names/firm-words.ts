import { bareArabic, oneWriting } from './arabic.ts';
import { gluedAt, type Phrase, phrasesFrom, type TableWord, tableSpelling } from './phrases.ts';
import { longestKept, readWord, type Word } from './words.ts';

/** A word of a firm's name: what it is by itself, and which phrases of the tables it starts. */
export interface FirmWord extends TableWord {
  readonly word: Word;
  readonly phrases: readonly Phrase[] | undefined;
  /** Letters of the first of two words written as one, 0 for one word. */
  readonly cut: number;
}

const known = new Map<string, FirmWord>();
const mostKnown = 200_000;

/** Reads one word of a firm's name, in the one script given. */
export function readFirmWord(text: string, script: string): FirmWord {
  let read = known.get(text);
  if (read === undefined) {
    if (known.size >= mostKnown) known.clear();
    const word = readWord(text, script);
    const spelled = {
      norm: tableSpelling(word.norm),
      written: script === 'Latn' ? word.norm : script === 'Arab' ? oneWriting(bareArabic(text)) : text.toLowerCase(),
    };
    const isAsWritten = script === 'Latn' && word.norm.length === text.length;
    read = { ...spelled, word, phrases: phrasesFrom(spelled), cut: isAsWritten ? gluedAt(word.norm) : 0 };
    if (text.length <= longestKept) known.set(text, read);
  }
  return read;
}
