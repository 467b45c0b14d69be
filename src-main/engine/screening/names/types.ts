import type { TokenRole } from '../../../../src-shared/model/screening.ts';

/** What an index in the making keeps with a word, so that it need not look it up for each name. */
export interface Slot {
  /** The word as it is compared; the one text of all that say the same. */
  readonly norm: string;
  /** Its number in the vocabulary: a guess, which is checked. */
  number: number;
  /** Its part of the key of a whole name, 0 until it is asked for. */
  whole: number;
}

/** What a written word is by itself, before its neighbours give it a role. */
export interface Word {
  readonly norm: string;
  readonly others: readonly string[];
  readonly script: string;
  readonly skeleton: string;
  readonly sound: string;
  readonly phones: string;
  readonly family: number;
  /** A form of address: `yes`, or `maybe` when it is as often a name. */
  readonly isTitle: 'yes' | 'maybe' | 'no';
  /** That of its norm, or of the word it was made from. */
  readonly slot: Slot;
}

/** A phrase of the tables: legal forms, trade words, places. */
export interface Phrase {
  readonly words: readonly string[];
  readonly norm: string;
  readonly role: TokenRole;
  readonly family: number;
  /** Two or three letters that mean something only at an end of the name: SA, AG, CO. */
  readonly isShort: boolean;
  readonly slot: Slot;
}

/** A word as the tables may hold it: romanised, and as written in other scripts. */
export interface TableWord {
  readonly norm: string;
  readonly written: string;
}

/** A word of a firm's name: what it is by itself, and which phrases of the tables it starts. */
export interface FirmWord extends TableWord {
  readonly word: Word;
  readonly phrases: readonly Phrase[] | undefined;
  /** Letters of the first of two words written as one, 0 for one word. */
  readonly cut: number;
  /** The number it is, in digits; undefined for none. */
  readonly number: string | undefined;
  /** Says that a number follows: No., №. */
  readonly isNumberSign: boolean;
}

/** A word of a person's name: compounds as one word, and two names written as one as two. */
export interface PersonWord {
  readonly word: Word;
  /** The two names, empty for one. */
  readonly names: readonly Word[];
}

/** One word of a name, or a run of words that only means something together (`Abd al-Rahman`, `Limited Liability Company`). */
export interface NameToken {
  /** As written, for explanations. */
  readonly text: string;
  /** Romanised, `a-z0-9` only. Words of a table (legal forms, numbers) in their one form: `ltd`, `5`. */
  readonly norm: string;
  /** Other romanisations of the same written word, in the same form; the likelier first. */
  readonly others: readonly string[];
  readonly role: TokenRole;
  /** ISO 15924, as written. */
  readonly script: string;
  /** Consonants that survive every way of writing an Arabic-script word in Latin letters; empty where there are none. */
  readonly skeleton: string;
  /** How the word sounds, coarsely: European spellings of one name meet here. */
  readonly sound: string;
  /** Its sounds, one sign each, for `likenessOfPhones`. */
  readonly phones: string;
  /** Number of the spelling family, -1 for none. Legal forms, trade words and places have families too. */
  readonly family: number;
  /** That of its norm. */
  readonly slot: Slot;
}

export interface NameReading {
  /** In natural order: given names first, whatever the list prints. */
  readonly tokens: readonly NameToken[];
  readonly kind: 'person' | 'org' | 'vessel' | 'aircraft';
}
