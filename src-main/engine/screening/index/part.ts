import type { ListedParty } from '../../../../src-shared/model/listed-party.ts';
import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { addressKeys, isBareAddress, readAddress } from '../addresses.ts';
import { identifierKeys } from '../identifiers.ts';
import { type NameReading, type NameToken, readName } from '../names/index.ts';
import { phonesOfLatin } from '../names/phones.ts';
import { bagKey, bagOf } from './bag.ts';
import { ALSO_READ, indexedNameKinds, indexedRoles, indexedTypes } from './data.ts';
import { keyOf, sharedUint32 } from './hash-lists.ts';
import { acronymOf, joinedKey, salts, standingRoles, wholeKey, writtenOf } from './keys.ts';
import { Numbers } from './numbers.ts';
import { packRecord } from './record.ts';
import { packTexts, type Texts } from './texts.ts';

/** Keys and the numbers kept under them, in the order they were met. */
export interface KeyedNumbers {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
}

/**
 * Listed parties as they were read: everything the index needs of them, numbered within this part alone, so that several threads can read a part each.
 * In shared memory, so that it passes from thread to thread without a copy.
 */
export interface IndexPart {
  readonly lists: readonly string[];
  readonly partyIds: Texts;
  readonly partyRecords: Texts;
  readonly partyList: Uint32Array;
  readonly partyType: Uint32Array;
  /** First name of each party. */
  readonly partyNames: Uint32Array;
  readonly nameTexts: Texts;
  readonly nameParty: Uint32Array;
  readonly nameKind: Uint32Array;
  /** First reading of each name. */
  readonly nameReadings: Uint32Array;
  readonly readingName: Uint32Array;
  readonly readingKind: Uint32Array;
  /** First token of each reading. */
  readonly readingTokens: Uint32Array;
  readonly tokenWord: Uint32Array;
  readonly tokenWritten: Uint32Array;
  readonly tokenRole: Uint32Array;
  /** Tokens that are read in further ways, and the words of those. */
  readonly alsoToken: Uint32Array;
  readonly alsoWord: Uint32Array;
  /** Words in the order they were met, with what the first token that had them said. */
  readonly words: Texts;
  readonly wordPhones: Texts;
  /** One more than the family, 0 for none. */
  readonly wordFamily: Uint32Array;
  readonly wordRole: Uint32Array;
  /** 1: has a sound, 2: has a skeleton of two consonants and more. */
  readonly wordFlags: Uint32Array;
  readonly wordSound: Uint32Array;
  readonly wordSkeleton: Uint32Array;
  /** Parties that have the word. */
  readonly wordParties: Uint32Array;
  readonly familyParties: readonly (readonly [family: number, parties: number])[];
  /** How standing words were written, each way once. */
  readonly standing: readonly { readonly text: string; readonly role: TokenRole; readonly word: number }[];
  readonly joined: KeyedNumbers;
  readonly whole: KeyedNumbers;
  readonly bags: KeyedNumbers;
  readonly acronyms: KeyedNumbers;
  readonly identifiers: KeyedNumbers;
  readonly addresses: KeyedNumbers;
}

class Keyed {
  readonly #keys = new Numbers();
  readonly #values = new Numbers();
  add(key: number, value: number): void {
    this.#keys.push(key);
    this.#values.push(value);
  }
  shared32(): KeyedNumbers {
    return { keys: this.#keys.shared32(), values: this.#values.shared32() };
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

/** Takes listed parties as they are read and gives what was read of them. */
export interface PartReader {
  add(parties: readonly ListedParty[]): void;
  /** Once; the reader is spent afterwards. */
  finish(): IndexPart;
}

export function createPartReader(): PartReader {
  const lists: string[] = [];
  const listNumbers = new Map<string, number>();
  const party = { ids: [] as string[], records: [] as string[], list: new Numbers(), type: new Numbers(), names: new Numbers() };
  const names = { texts: [] as string[], party: new Numbers(), kind: new Numbers(), readings: new Numbers() };
  const readings = { name: new Numbers(), kind: new Numbers(), tokens: new Numbers() };
  const tokens = { word: new Numbers(), written: new Numbers(), role: new Numbers() };
  const also = { token: new Numbers(), word: new Numbers() };
  const vocabulary = new Vocabulary();
  const standing = new Map<string, { text: string; role: TokenRole; word: number }>();
  const joined = new Keyed();
  const whole = new Keyed();
  const bags = new Keyed();
  const acronyms = new Keyed();
  const identifiers = new Keyed();
  const addresses = new Keyed();

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
        if (token.script === 'Latn' && !standing.has(token.text)) standing.set(token.text, { text: token.text, role: token.role, word });
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
    finish() {
      const { tokens: first } = vocabulary;
      const [flags, sounds, skeletons] = [sharedUint32(first.length), sharedUint32(first.length), sharedUint32(first.length)];
      const [families, roles] = [sharedUint32(first.length), sharedUint32(first.length)];
      for (const [word, { sound, skeleton, family, role }] of first.entries()) {
        families[word] = family + 1;
        roles[word] = roleNumbers.get(role) as number;
        if (sound !== '') {
          flags[word] = HAS_SOUND;
          sounds[word] = keyOf(sound, salts.sound);
        }
        if (skeleton.length > 1) {
          flags[word] = (flags[word] as number) | HAS_SKELETON;
          skeletons[word] = keyOf(skeleton, salts.skeleton);
        }
      }
      return {
        lists,
        partyIds: packTexts(party.ids),
        partyRecords: packTexts(party.records),
        partyList: party.list.shared32(),
        partyType: party.type.shared32(),
        partyNames: party.names.shared32(),
        nameTexts: packTexts(names.texts),
        nameParty: names.party.shared32(),
        nameKind: names.kind.shared32(),
        nameReadings: names.readings.shared32(),
        readingName: readings.name.shared32(),
        readingKind: readings.kind.shared32(),
        readingTokens: readings.tokens.shared32(),
        tokenWord: tokens.word.shared32(),
        tokenWritten: tokens.written.shared32(),
        tokenRole: tokens.role.shared32(),
        alsoToken: also.token.shared32(),
        alsoWord: also.word.shared32(),
        words: packTexts(vocabulary.texts),
        wordPhones: packTexts(first.map(({ phones }) => phones)),
        wordFamily: families,
        wordRole: roles,
        wordFlags: flags,
        wordSound: sounds,
        wordSkeleton: skeletons,
        wordParties: vocabulary.parties.shared32(),
        familyParties: [...vocabulary.families].map(([family, { parties }]) => [family, parties] as const),
        standing: [...standing.values()],
        joined: joined.shared32(),
        whole: whole.shared32(),
        bags: bags.shared32(),
        acronyms: acronyms.shared32(),
        identifiers: identifiers.shared32(),
        addresses: addresses.shared32(),
      };
    },
  };
}

export const HAS_SOUND = 1;
export const HAS_SKELETON = 2;
