import type { RawWord } from './split.ts';
import type { Word } from './types.ts';

/** A written word of a person's name with what it is by itself. */
export interface Part {
  readonly word: Word;
  readonly raw: RawWord;
  /** Stands before the comma of `LAST, First`. */
  readonly isFamily: boolean;
}

/** A token on its way: which stretch of the name it covers, and what is known of it. */
export interface Draft {
  readonly from: number;
  readonly until: number;
  readonly word: Word;
  readonly isFamily: boolean;
  /** What stood before it, see `RawWord.glue`. */
  readonly glue: string;
}
