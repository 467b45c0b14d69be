import type { TokenRole } from '../../../../src-shared/model/screening.ts';

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
}

export interface NameReading {
  /** In natural order: given names first, whatever the list prints. */
  readonly tokens: readonly NameToken[];
  readonly kind: 'person' | 'org' | 'vessel' | 'aircraft';
}
