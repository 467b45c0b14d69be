import type { ListedParty } from '../../../../src-shared/model/listed-party.ts';
import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { addressKeys, isBareAddress, readAddress } from '../addresses.ts';
import { identifierKeys } from '../identifiers.ts';
import { type NameReading, type NameToken, readName } from '../names/index.ts';
import { foldLatin } from '../names/latin.ts';
import { phonesOfLatin } from '../names/phones.ts';
import { baseWeight, bitsOf, commonness } from '../score/weights.ts';
import { bagKey, bagOf } from './bag.ts';
import { ALSO_READ, type IndexData, indexedNameKinds, indexedRoles, indexedTypes } from './data.ts';
import { eachDeletion } from './deletions.ts';
import { type HashLists, HashListsBuilder, keyOf, mixed, sharedFloat32, sharedUint8, sharedUint32 } from './hash-lists.ts';
import { acronymOf, joinedKey, salts, standingRoles, wholeKey, writtenOf } from './keys.ts';
import { lettersIn } from './letter-set.ts';
import { raritiesIn } from './open.ts';
import { packRecord } from './record.ts';
import { packTexts } from './texts.ts';

/** Numbers that grow, cheaper than an array of numbers by half the memory and most of the time. */
class Numbers {
  array = new Uint32Array(1 << 14);
  length = 0;
  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }
  shared32(): Uint32Array {
    const shared = sharedUint32(this.length);
    shared.set(this.array.subarray(0, this.length));
    return shared;
  }
  shared8(): Uint8Array {
    const shared = sharedUint8(this.length);
    shared.set(this.array.subarray(0, this.length));
    return shared;
  }
}

const roleNumbers = new Map<TokenRole, number>(indexedRoles.map((role, at) => [role, at]));
const typeNumbers = new Map<string, number>(indexedTypes.map((type, at) => [type, at]));
const kindNumbers = new Map<string, number>(indexedNameKinds.map((kind, at) => [kind, at]));

/** Words met so far, with what is needed to find them again. */
class Vocabulary {
  readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];
  readonly tokens: NameToken[] = [];
  /** Parties that have the word, and the last one that did, so that each counts once. */
  readonly parties = new Numbers();
  readonly lastParty = new Numbers();
  readonly families = new Map<number, { parties: number; last: number }>();

  /** Number of a word that is only looked up, and stands in no name as it is. */
  plain(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const phones = phonesOfLatin(text);
    this.numbers.set(text, this.texts.length);
    this.tokens.push({ text, norm: text, others: [], role: 'word', script: 'Latn', skeleton: '', sound: '', phones, family: -1 });
    this.parties.push(0);
    this.lastParty.push(0xffffffff);
    return this.texts.push(text) - 1;
  }

  take(text: string, token: NameToken, party: number): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.numbers.set(text, number);
      this.texts.push(text);
      this.tokens.push(token);
      this.parties.push(0);
      this.lastParty.push(0xffffffff);
    }
    if (this.lastParty.array[number] !== party) {
      this.lastParty.array[number] = party;
      this.parties.array[number] = (this.parties.array[number] as number) + 1;
      if (token.family >= 0) {
        const family = this.families.get(token.family);
        if (family === undefined) this.families.set(token.family, { parties: 1, last: party });
        else if (family.last !== party) {
          family.parties += 1;
          family.last = party;
        }
      }
    }
    return number;
  }
}

/** How the words behind standing words were written, so that a slip in one of them (`Limitrd`) is still found. */
class Aliases {
  readonly #met = new Set<string>();
  readonly #pairs: WrittenFor[] = [];
  readonly #parts: WrittenFor[] = [];

  take({ text, norm, role, script }: NameToken, word: number): void {
    if (script !== 'Latn' || this.#met.has(text)) return;
    this.#met.add(text);
    const whole = foldLatin(text).replace(/[^a-z0-9]/g, '');
    if (whole !== norm) this.#pairs.push({ written: whole, word });
    const words = text.split(/[^\p{L}\p{N}]+/u);
    // One word of a legal form is as good as all of it; one word of `design bureau` is not.
    const into = role === 'legalForm' || words.length === 1 ? this.#pairs : this.#parts;
    for (const part of words) {
      const written = foldLatin(part);
      if (written.length > 2 && written !== norm) into.push({ written, word });
    }
  }

  finish(vocabulary: Vocabulary): Pick<IndexData, 'byAlias' | 'byPart'> {
    return { byAlias: listed(vocabulary, this.#pairs), byPart: listed(vocabulary, this.#parts) };
  }
}

interface WrittenFor {
  readonly written: string;
  readonly word: number;
}

function listed(vocabulary: Vocabulary, pairs: readonly WrittenFor[]): HashLists {
  const lists = new HashListsBuilder(pairs.length);
  for (const { written, word } of pairs) lists.add(mixed(vocabulary.plain(written)), word);
  return lists.finish();
}

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
  const lists: string[] = [];
  const listNumbers = new Map<string, number>();
  const party = { ids: [] as string[], records: [] as string[], list: new Numbers(), type: new Numbers(), names: new Numbers() };
  const names = { texts: [] as string[], party: new Numbers(), kind: new Numbers(), readings: new Numbers() };
  const readings = { name: new Numbers(), kind: new Numbers(), tokens: new Numbers() };
  const tokens = { word: new Numbers(), written: new Numbers(), role: new Numbers() };
  const also = { token: new Numbers(), word: new Numbers() };
  const vocabulary = new Vocabulary();
  const aliases = new Aliases();
  const joined = new HashListsBuilder(1 << 14);
  const whole = new HashListsBuilder(1 << 14);
  const bags = new HashListsBuilder(1 << 14);
  const acronyms = new HashListsBuilder(1 << 12);
  const identifiers = new HashListsBuilder(1 << 12);
  const addresses = new HashListsBuilder(1 << 4);

  const takeReading = (reading: NameReading, name: number, number: number) => {
    const at = readings.name.length;
    readings.name.push(name);
    readings.kind.push(typeNumbers.get(reading.kind) as number);
    readings.tokens.push(tokens.word.length);
    let before: NameToken | undefined;
    for (const token of reading.tokens) {
      const role = roleNumbers.get(token.role) as number;
      for (const other of token.others) {
        if (other === '' || other === token.norm) continue;
        also.token.push(tokens.word.length);
        also.word.push(vocabulary.take(other, token, number));
      }
      const word = vocabulary.take(token.norm, token, number);
      tokens.word.push(word);
      if (standingRoles.has(token.role)) {
        aliases.take(token, word);
        tokens.written.push(vocabulary.plain(writtenOf(token)));
      } else tokens.written.push(token.role === 'particle' ? vocabulary.plain(writtenOf(token)) : word);
      tokens.role.push(token.others.length > 0 ? role | ALSO_READ : role);
      const key = before === undefined ? null : joinedKey(before, token);
      if (key !== null) joined.add(key, at);
      before = token;
    }
    whole.add(wholeKey(reading), at);
    const acronym = acronymOf(reading);
    if (acronym !== null) acronyms.add(keyOf(acronym, salts.acronym), at);
  };

  const takeParty = (one: ListedParty) => {
    const number = party.ids.length;
    let list = listNumbers.get(one.list);
    if (list === undefined) {
      list = lists.length;
      listNumbers.set(one.list, list);
      lists.push(one.list);
    }
    party.ids.push(one.id);
    party.records.push(packRecord(one));
    party.list.push(list);
    party.type.push(typeNumbers.get(one.type) as number);
    party.names.push(names.texts.length);
    for (const name of one.names) {
      names.party.push(number);
      names.kind.push(kindNumbers.get(name.kind) as number);
      names.readings.push(readings.name.length);
      for (const reading of readName(name.text, { type: one.type, listed: true })) takeReading(reading, names.texts.length, number);
      const bag = bagKey(bagOf(name.text));
      if (bag !== null) bags.add(bag, names.texts.length);
      names.texts.push(name.text);
    }
    if (isBareAddress(one))
      for (const { text } of one.addresses) for (const key of addressKeys(readAddress(text))) addresses.add(key, number);
    for (const identifier of one.identifiers) for (const key of identifierKeys(identifier)) identifiers.add(key, number);
  };

  return {
    add(parties) {
      for (const one of parties) takeParty(one);
    },
    finish({ versions, raritiesOf } = {}) {
      party.names.push(names.texts.length);
      names.readings.push(readings.name.length);
      readings.tokens.push(tokens.word.length);
      const byWritten = aliases.finish(vocabulary);
      const words = describeWords(vocabulary, party.ids.length, raritiesOf);
      const tokenWord = tokens.word.shared32();
      const tokenRole = tokens.role.shared8();
      const readingTokens = readings.tokens.shared32();
      const alsoLists = new HashListsBuilder(also.token.length);
      for (let at = 0; at < also.token.length; at += 1) alsoLists.add(mixed(also.token.array[at] as number), also.word.array[at] as number);
      return {
        format: 1,
        lists: lists.map((code) => ({ code, version: versions?.get(code) ?? '' })),
        partyIds: packTexts(party.ids),
        partyList: party.list.shared8(),
        partyType: party.type.shared8(),
        partyNames: party.names.shared32(),
        partyRecords: packTexts(party.records),
        nameTexts: packTexts(names.texts),
        nameParty: names.party.shared32(),
        nameKind: names.kind.shared8(),
        nameReadings: names.readings.shared32(),
        readingName: readings.name.shared32(),
        readingKind: readings.kind.shared8(),
        readingTokens,
        readingWeight: weighReadings(readingTokens, tokenWord, tokenRole, words.wordBits),
        tokenWord,
        tokenRole,
        tokenWritten: tokens.written.shared32(),
        words: packTexts(vocabulary.texts),
        wordPhones: packTexts(vocabulary.tokens.map((token) => token.phones)),
        ...words,
        ...postingsOf(readingTokens, tokenWord, vocabulary.texts.length, also),
        byJoined: joined.finish(),
        byWhole: whole.finish(),
        byBag: bags.finish(),
        byAcronym: acronyms.finish(),
        byIdentifier: identifiers.finish(),
        byAddress: addresses.finish(),
        ...byWritten,
        also: alsoLists.finish(),
      };
    },
  };
}

function describeWords(vocabulary: Vocabulary, parties: number, raritiesOf: IndexData | undefined) {
  const count = vocabulary.texts.length;
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
  for (const [word, text] of vocabulary.texts.entries()) {
    const token = vocabulary.tokens[word] as NameToken;
    const own = vocabulary.parties.array[word] as number;
    const family = token.family >= 0 ? (vocabulary.families.get(token.family)?.parties ?? 0) : 0;
    wordBits[word] = known?.(text) ?? bitsOf(Math.max(own, family), parties, commonness(token));
    wordFamily[word] = token.family;
    wordLetters[word] = lettersIn(text);
    byWord.add(keyOf(text, salts.word), word);
    if (token.family >= 0) byFamily.add(keyOf(String(token.family), salts.family), word);
    if (token.role === 'number') continue;
    eachDeletion(text, (key) => byDeletion.add(key, word));
    if (token.sound !== '') {
      wordSound[word] = keyOf(token.sound, salts.sound);
      bySound.add(wordSound[word] as number, word);
    }
    if (token.skeleton.length > 1) {
      wordSkeleton[word] = keyOf(token.skeleton, salts.skeleton);
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
  also: { readonly token: Numbers; readonly word: Numbers },
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
        for (; further < also.token.length && (also.token.array[further] as number) <= token; further += 1) {
          const other = also.word.array[further] as number;
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
