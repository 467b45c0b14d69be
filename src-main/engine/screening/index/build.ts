import type { ListedParty } from '../../../../src-shared/model/listed-party.ts';
import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { foldLatin } from '../names/latin.ts';
import { phonesOfLatin } from '../names/phones.ts';
import { baseWeight, bitsOf, commonness } from '../score/weights.ts';
import { ALSO_READ, type IndexData, indexedRoles } from './data.ts';
import { eachDeletion } from './deletions.ts';
import { type HashLists, HashListsBuilder, keyOf, mixed, sharedFloat32, sharedUint8, sharedUint32 } from './hash-lists.ts';
import { salts } from './keys.ts';
import { lettersIn } from './letter-set.ts';
import { raritiesIn } from './open.ts';
import { createPartReader, HAS_SKELETON, HAS_SOUND, type IndexPart, type KeyedNumbers } from './part.ts';
import { joinTexts, packTexts, textAt, textsIn } from './texts.ts';

export interface BuildOptions {
  /** Version of each list by its code, shown with every hit; a hash or a day. */
  readonly versions?: ReadonlyMap<string, string>;
  /** Another index whose counts of words are used: a small index over changed entries then scores as the whole list does. */
  readonly raritiesOf?: IndexData;
}

/** Takes listed parties as they are read and lays the index out at the end. */
export interface IndexBuilder {
  add(parties: readonly ListedParty[]): void;
  /** Once; the builder is spent afterwards. */
  finish(options?: BuildOptions): IndexData;
}

/** Builds the candidate index over listed parties. Same parties in the same order, same bytes. Parties whose id comes twice are kept apart. */
export function buildIndex(parties: readonly ListedParty[], options: BuildOptions = {}): IndexData {
  const builder = createIndexBuilder();
  builder.add(parties);
  return builder.finish(options);
}

export function createIndexBuilder(): IndexBuilder {
  const reader = createPartReader();
  return {
    add: (parties) => reader.add(parties),
    finish: (options) => assembleIndex([reader.finish()], options),
  };
}

/** Words of all parts, numbered in the order in which one reader of everything would have met them. */
class Words {
  readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];
  readonly phones: string[] = [];
  readonly families: number[] = [];
  readonly roles: TokenRole[] = [];
  readonly flags: number[] = [];
  readonly sounds: number[] = [];
  readonly skeletons: number[] = [];
  readonly parties: number[] = [];

  /** Numbers here of a part's words. */
  take(part: IndexPart): Uint32Array {
    const count = textsIn(part.words);
    const numbers = new Uint32Array(count);
    for (let word = 0; word < count; word += 1) {
      const text = textAt(part.words, word);
      let number = this.numbers.get(text);
      if (number === undefined) {
        number = this.#push(text, textAt(part.wordPhones, word));
        this.families[number] = (part.wordFamily[word] as number) - 1;
        this.roles[number] = indexedRoles[part.wordRole[word] as number] as TokenRole;
        this.flags[number] = part.wordFlags[word] as number;
        this.sounds[number] = part.wordSound[word] as number;
        this.skeletons[number] = part.wordSkeleton[word] as number;
      }
      this.parties[number] = (this.parties[number] as number) + (part.wordParties[word] as number);
      numbers[word] = number;
    }
    return numbers;
  }

  /** Number of a word that is only looked up, and stands in no name as it is. */
  plain(text: string): number {
    return this.numbers.get(text) ?? this.#push(text, phonesOfLatin(text));
  }

  #push(text: string, phones: string): number {
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    this.phones.push(phones);
    this.families.push(-1);
    this.roles.push('word');
    this.flags.push(0);
    this.sounds.push(0);
    this.skeletons.push(0);
    this.parties.push(0);
    return number;
  }
}

interface WrittenFor {
  readonly written: string;
  readonly word: number;
}

/** How the words behind standing words were written, so that a slip in one of them (`Limitrd`) is still found. */
function standingWords(parts: readonly IndexPart[], numbers: readonly Uint32Array[], words: Words): Pick<IndexData, 'byAlias' | 'byPart'> {
  const met = new Set<string>();
  const wholes: WrittenFor[] = [];
  const pieces: WrittenFor[] = [];
  for (const [at, part] of parts.entries())
    for (const { text, role, word: own } of part.standing) {
      if (met.has(text)) continue;
      met.add(text);
      const word = (numbers[at] as Uint32Array)[own] as number;
      const norm = words.texts[word] as string;
      const whole = foldLatin(text).replace(/[^a-z0-9]/g, '');
      if (whole !== norm) wholes.push({ written: whole, word });
      const all = text.split(/[^\p{L}\p{N}]+/u);
      // One word of a legal form is as good as all of it; one word of `design bureau` is not.
      const into = role === 'legalForm' || all.length === 1 ? wholes : pieces;
      for (const piece of all) {
        const written = foldLatin(piece);
        if (written.length > 2 && written !== norm) into.push({ written, word });
      }
    }
  return { byAlias: listsOf(words, wholes), byPart: listsOf(words, pieces) };
}

function listsOf(words: Words, pairs: readonly WrittenFor[]): HashLists {
  const lists = new HashListsBuilder(pairs.length);
  for (const { written, word } of pairs) lists.add(mixed(words.plain(written)), word);
  return lists.finish();
}

type NumbersOf = (part: IndexPart) => ArrayLike<number>;

/** One array after the other, each number moved by what came before it. */
function concatenated(
  parts: readonly IndexPart[],
  of: NumbersOf,
  shared: (length: number) => Uint32Array | Uint8Array,
  offsets: readonly number[] | null,
  end?: number,
) {
  const length = parts.reduce((sum, part) => sum + of(part).length, 0);
  const all = shared(length + (end === undefined ? 0 : 1));
  let place = 0;
  for (const [at, part] of parts.entries()) {
    const numbers = of(part);
    const offset = offsets === null ? 0 : (offsets[at] as number);
    for (let one = 0; one < numbers.length; one += 1) all[place++] = (numbers[one] as number) + offset;
  }
  if (end !== undefined) all[length] = end;
  return all;
}

/** How many there were before each part. */
function offsetsOf(
  parts: readonly IndexPart[],
  count: (part: IndexPart) => number,
): { readonly starts: readonly number[]; readonly all: number } {
  const starts: number[] = [];
  let all = 0;
  for (const part of parts) {
    starts.push(all);
    all += count(part);
  }
  return { starts, all };
}

/**
 * Lays the index out over parts that were read apart, in the order of the parties. The parts of the same parties, however they were cut, give the
 * same bytes.
 */
export function assembleIndex(parts: readonly IndexPart[], { versions, raritiesOf }: BuildOptions = {}): IndexData {
  const parties = offsetsOf(parts, (part) => textsIn(part.partyIds));
  const names = offsetsOf(parts, (part) => textsIn(part.nameTexts));
  const readings = offsetsOf(parts, (part) => part.readingName.length);
  const tokens = offsetsOf(parts, (part) => part.tokenWord.length);
  const words = new Words();
  const numbers = parts.map((part) => words.take(part));
  const inWords = (of: NumbersOf): Uint32Array => {
    const all = sharedUint32(parts.reduce((sum, part) => sum + of(part).length, 0));
    let place = 0;
    for (const [at, part] of parts.entries()) {
      const own = of(part);
      const known = numbers[at] as Uint32Array;
      for (let one = 0; one < own.length; one += 1) all[place++] = known[own[one] as number] as number;
    }
    return all;
  };
  const uint32 = (of: NumbersOf, offsets: readonly number[] | null = null, end?: number) =>
    concatenated(parts, of, sharedUint32, offsets, end) as Uint32Array;
  const uint8 = (of: NumbersOf) => concatenated(parts, of, sharedUint8, null) as Uint8Array;
  const keyed = (of: (part: IndexPart) => KeyedNumbers, { starts }: { readonly starts: readonly number[] }): HashLists => {
    const lists = new HashListsBuilder(parts.reduce((sum, part) => sum + of(part).keys.length, 0));
    for (const [at, part] of parts.entries()) {
      const { keys, values } = of(part);
      const offset = starts[at] as number;
      for (let one = 0; one < keys.length; one += 1) lists.add(keys[one] as number, (values[one] as number) + offset);
    }
    return lists.finish();
  };
  const codes: string[] = [];
  const listNumbers = parts.map((part) =>
    part.lists.map((code) => {
      const known = codes.indexOf(code);
      return known >= 0 ? known : codes.push(code) - 1;
    }),
  );
  const byWritten = standingWords(parts, numbers, words);
  const described = describeWords(words, parties.all, familiesOf(parts), raritiesOf);
  const tokenWord = inWords((part) => part.tokenWord);
  const tokenRole = uint8((part) => part.tokenRole);
  const readingTokens = uint32((part) => part.readingTokens, tokens.starts, tokens.all);
  const also = { token: uint32((part) => part.alsoToken, tokens.starts), word: inWords((part) => part.alsoWord) };
  const alsoLists = new HashListsBuilder(also.token.length);
  for (let at = 0; at < also.token.length; at += 1) alsoLists.add(mixed(also.token[at] as number), also.word[at] as number);
  const partyList = sharedUint8(parties.all);
  for (const [at, part] of parts.entries())
    for (let one = 0; one < part.partyList.length; one += 1)
      partyList[(parties.starts[at] as number) + one] = (listNumbers[at] as number[])[part.partyList[one] as number] as number;
  return {
    format: 1,
    lists: codes.map((code) => ({ code, version: versions?.get(code) ?? '' })),
    partyIds: joinTexts(parts.map((part) => part.partyIds)),
    partyList,
    partyType: uint8((part) => part.partyType),
    partyNames: uint32((part) => part.partyNames, names.starts, names.all),
    partyRecords: joinTexts(parts.map((part) => part.partyRecords)),
    nameTexts: joinTexts(parts.map((part) => part.nameTexts)),
    nameParty: uint32((part) => part.nameParty, parties.starts),
    nameKind: uint8((part) => part.nameKind),
    nameReadings: uint32((part) => part.nameReadings, readings.starts, readings.all),
    readingName: uint32((part) => part.readingName, names.starts),
    readingKind: uint8((part) => part.readingKind),
    readingTokens,
    readingWeight: weighReadings(readingTokens, tokenWord, tokenRole, described.wordBits),
    tokenWord,
    tokenRole,
    tokenWritten: inWords((part) => part.tokenWritten),
    words: packTexts(words.texts),
    wordPhones: packTexts(words.phones),
    ...described,
    ...postingsOf(readingTokens, tokenWord, words.texts.length, also),
    byJoined: keyed((part) => part.joined, readings),
    byWhole: keyed((part) => part.whole, readings),
    byBag: keyed((part) => part.bags, names),
    byAcronym: keyed((part) => part.acronyms, readings),
    byIdentifier: keyed((part) => part.identifiers, parties),
    byAddress: keyed((part) => part.addresses, parties),
    ...byWritten,
    also: alsoLists.finish(),
  };
}

/** Parties that have a name of each family. */
function familiesOf(parts: readonly IndexPart[]): ReadonlyMap<number, number> {
  const families = new Map<number, number>();
  for (const { familyParties } of parts)
    for (const [family, parties] of familyParties) families.set(family, (families.get(family) ?? 0) + parties);
  return families;
}

function describeWords(words: Words, parties: number, families: ReadonlyMap<number, number>, raritiesOf: IndexData | undefined) {
  const count = words.texts.length;
  const wordBits = sharedFloat32(count);
  const wordFamily = new Int32Array(new SharedArrayBuffer(Math.max(4, count * 4)), 0, count);
  const wordLetters = sharedUint32(count);
  const wordSkeleton = sharedUint32(count);
  const wordSound = sharedUint32(count);
  const byWord = new HashListsBuilder(count);
  const byDeletion = new HashListsBuilder(count * 28);
  const bySound = new HashListsBuilder(count);
  const bySkeleton = new HashListsBuilder(count);
  const byFamily = new HashListsBuilder(count >> 3);
  const known = raritiesOf === undefined ? null : raritiesIn(raritiesOf);
  for (const [word, text] of words.texts.entries()) {
    const family = words.families[word] as number;
    const role = words.roles[word] as TokenRole;
    const flags = words.flags[word] as number;
    const having = Math.max(words.parties[word] as number, family >= 0 ? (families.get(family) ?? 0) : 0);
    wordBits[word] = known?.(text) ?? bitsOf(having, parties, commonness({ role, family, norm: text }));
    wordFamily[word] = family;
    wordLetters[word] = lettersIn(text);
    byWord.add(keyOf(text, salts.word), word);
    if (family >= 0) byFamily.add(keyOf(String(family), salts.family), word);
    if (role === 'number') continue;
    eachDeletion(text, (key) => byDeletion.add(key, word));
    if ((flags & HAS_SOUND) !== 0) {
      wordSound[word] = words.sounds[word] as number;
      bySound.add(wordSound[word] as number, word);
    }
    if ((flags & HAS_SKELETON) !== 0) {
      wordSkeleton[word] = words.skeletons[word] as number;
      bySkeleton.add(wordSkeleton[word] as number, word);
    }
  }
  return {
    wordBits,
    wordFamily,
    wordLetters,
    wordSkeleton,
    wordSound,
    byWord: byWord.finish(),
    byDeletion: byDeletion.finish(),
    bySound: bySound.finish(),
    bySkeleton: bySkeleton.finish(),
    byFamily: byFamily.finish(),
  };
}

/** For each word the readings it stands in, in their order and each once. */
function postingsOf(
  readingTokens: Uint32Array,
  tokenWord: Uint32Array,
  words: number,
  also: { readonly token: Uint32Array; readonly word: Uint32Array },
): Pick<IndexData, 'postingStarts' | 'postings'> {
  const counts = new Uint32Array(words + 1);
  const last = new Uint32Array(words).fill(0xffffffff);
  const eachWord = (take: (word: number, reading: number) => void) => {
    last.fill(0xffffffff);
    let further = 0;
    for (let reading = 0; reading + 1 < readingTokens.length; reading += 1) {
      const end = readingTokens[reading + 1] as number;
      for (let token = readingTokens[reading] as number; token < end; token += 1) {
        const word = tokenWord[token] as number;
        if (last[word] !== reading) take(word, reading);
        last[word] = reading;
        for (; further < also.token.length && (also.token[further] as number) <= token; further += 1) {
          const other = also.word[further] as number;
          if (last[other] !== reading) take(other, reading);
          last[other] = reading;
        }
      }
    }
  };
  eachWord((word) => {
    counts[word + 1] = (counts[word + 1] as number) + 1;
  });
  const postingStarts = sharedUint32(words + 1);
  for (let word = 0; word < words; word += 1) postingStarts[word + 1] = (postingStarts[word] as number) + (counts[word + 1] as number);
  const postings = sharedUint32(postingStarts[words] as number);
  const next = postingStarts.slice();
  eachWord((word, reading) => {
    postings[next[word] as number] = reading;
    next[word] = (next[word] as number) + 1;
  });
  return { postingStarts, postings };
}

function weighReadings(readingTokens: Uint32Array, tokenWord: Uint32Array, tokenRole: Uint8Array, wordBits: Float32Array): Float32Array {
  const weights = sharedFloat32(readingTokens.length - 1);
  for (let reading = 0; reading < weights.length; reading += 1) {
    let weight = 0;
    const end = readingTokens[reading + 1] as number;
    for (let token = readingTokens[reading] as number; token < end; token += 1)
      weight += baseWeight((tokenRole[token] as number) & ~ALSO_READ, wordBits[tokenWord[token] as number] as number);
    weights[reading] = weight;
  }
  return weights;
}
