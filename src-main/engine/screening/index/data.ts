import type { HashLists } from './hash-lists.ts';
import type { Texts } from './texts.ts';

/** Kinds of the model, numbered by their place in it. An index lives as long as the program, so the order may change with the model. */
export { listedNameKinds as indexedNameKinds, partyTypes as indexedTypes } from '../../../../src-shared/model/listed-party.ts';
export { leftOverRoles as indexedRoles } from '../../../../src-shared/model/screening.ts';

/** A listed word that is read in several ways has its other readings under `also`; its role carries this bit. */
export const ALSO_READ = 0x80;

/**
 * The candidate index: plain arrays over shared memory, so that one thread builds it and any number read it without a copy.
 * A party has names, a name has readings (a person's or a company's), a reading has tokens, a token is a word of the vocabulary in a role.
 */
export interface IndexData {
  readonly format: 1;
  /** Versions of the lists inside, in the order of `partyList`. */
  readonly lists: readonly { readonly code: string; readonly version: string }[];
  readonly partyIds: Texts;
  readonly partyList: Uint8Array;
  readonly partyType: Uint8Array;
  /** First name of each party; one longer than the number of parties. */
  readonly partyNames: Uint32Array;
  /** Evidence of each party as JSON: `IndexedRecord`. */
  readonly partyRecords: Texts;
  readonly nameTexts: Texts;
  readonly nameParty: Uint32Array;
  readonly nameKind: Uint8Array;
  readonly nameReadings: Uint32Array;
  readonly readingName: Uint32Array;
  readonly readingKind: Uint8Array;
  readonly readingTokens: Uint32Array;
  /** Weight of all tokens of the reading, for a first ranking. */
  readonly readingWeight: Float32Array;
  readonly tokenWord: Uint32Array;
  readonly tokenRole: Uint8Array;
  /** The word as it is written where `tokenWord` is a standing word, for words written together. */
  readonly tokenWritten: Uint32Array;
  readonly words: Texts;
  /** Sounds of each word, one sign each. */
  readonly wordPhones: Texts;
  /** How much a word tells, in bits: 16 for a word of one party among 100,000, 4 for one in every sixteenth. */
  readonly wordBits: Float32Array;
  readonly wordFamily: Int32Array;
  /** Letters of each word, a bit each: words that share few are told apart without looking at them. */
  readonly wordLetters: Uint32Array;
  readonly wordSkeleton: Uint32Array;
  readonly wordSound: Uint32Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  readonly byWord: HashLists;
  readonly byDeletion: HashLists;
  readonly bySound: HashLists;
  readonly bySkeleton: HashLists;
  readonly byFamily: HashLists;
  /** Two neighbouring words written as one, to readings. */
  readonly byJoined: HashLists;
  /** All telling words of a reading in alphabetical order, to readings: names of common words only are found here. */
  readonly byWhole: HashLists;
  /** All written words in any order, to names. */
  readonly byBag: HashLists;
  readonly byAcronym: HashLists;
  /** Identifier, to parties. */
  readonly byIdentifier: HashLists;
  /** House number, to the entries that are an address and no party. */
  readonly byAddress: HashLists;
  /** Word as it is written, to the standing words it is part of: `liability` to `llc`. */
  readonly byAlias: HashLists;
  /** Word as it is written, to the standing words it is only a part of: `design` to the design bureau. */
  readonly byPart: HashLists;
  /** Token number, to further words it may be read as. */
  readonly also: HashLists;
}
