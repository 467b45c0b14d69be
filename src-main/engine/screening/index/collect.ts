import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { type NameReading, type NameToken, readName } from '../names/index.ts';
import { bagKey } from './bag.ts';
import { ALSO_READ, indexedRoles, indexedTypes } from './data.ts';
import type { IndexEntry } from './entry.ts';
import { HashListsBuilder, keyOf } from './hash-lists.ts';
import { acronymOf, isStanding, joinedKey, salts, wholeKey, writtenOf } from './keys.ts';
import { Numbers } from './numbers.ts';
import { Vocabulary } from './vocabulary.ts';

const roleNumbers = new Map<TokenRole, number>(indexedRoles.map((role, at) => [role, at]));
const typeNumbers = new Map<string, number>(indexedTypes.map((type, at) => [type, at]));

/** How a standing word was written. */
export interface StandingText {
  readonly role: TokenRole;
  readonly word: number;
  /** Number of the word it is as written. */
  readonly written: number;
}

/** Reads listed parties one by one and numbers everything the index needs of them: names, their readings, the tokens of those, their words. */
export class Collector {
  /** Codes of the lists, numbered. */
  readonly lists: string[] = [];
  readonly party = { ids: [] as string[], records: [] as string[], list: new Numbers(), type: new Numbers(), names: new Numbers() };
  readonly names = { texts: [] as string[], party: new Numbers(), kind: new Numbers(), readings: new Numbers() };
  readonly readings = { name: new Numbers(), kind: new Numbers(), tokens: new Numbers() };
  readonly tokens = { word: new Numbers(), written: new Numbers(), role: new Numbers() };
  /** Tokens that are read in further ways, and the words of those. */
  readonly also = { token: new Numbers(), word: new Numbers() };
  readonly vocabulary = new Vocabulary();
  /** Standing words as they were written, each way once. */
  readonly standing = new Map<string, StandingText>();
  readonly byJoined = new HashListsBuilder();
  readonly byWhole = new HashListsBuilder();
  readonly byBag = new HashListsBuilder();
  readonly byAcronym = new HashListsBuilder();
  readonly byIdentifier = new HashListsBuilder();
  readonly byAddress = new HashListsBuilder();
  readonly #listNumbers = new Map<string, number>();

  take(entry: IndexEntry): void {
    const number = this.party.ids.length;
    this.party.ids.push(entry.id);
    this.party.records.push(entry.record);
    this.party.list.push(this.#listNumber(entry.list));
    this.party.type.push(typeNumbers.get(entry.type) as number);
    this.party.names.push(this.names.texts.length);
    for (let place = 0; place < entry.names.length; place += 1) {
      const text = entry.names[place] as string;
      const name = this.names.texts.length;
      this.names.party.push(number);
      this.names.kind.push(entry.nameKinds[place] as number);
      this.names.readings.push(this.readings.name.length);
      for (const reading of readName(text, { type: entry.type, listed: true })) this.#takeReading(reading, name, number);
      const bag = bagKey(text);
      if (bag !== null) this.byBag.add(bag, name);
      this.names.texts.push(text);
    }
    for (const key of entry.addresses) this.byAddress.add(key, number);
    for (const key of entry.identifiers) this.byIdentifier.add(key, number);
  }

  #listNumber(code: string): number {
    let list = this.#listNumbers.get(code);
    if (list === undefined) {
      list = this.lists.push(code) - 1;
      this.#listNumbers.set(code, list);
    }
    return list;
  }

  #takeReading(reading: NameReading, name: number, party: number): void {
    const { readings, tokens, also, vocabulary } = this;
    const at = readings.name.length;
    readings.name.push(name);
    readings.kind.push(typeNumbers.get(reading.kind) as number);
    readings.tokens.push(tokens.word.length);
    let before: string | null = null;
    for (const token of reading.tokens) {
      const role = roleNumbers.get(token.role) as number;
      for (const other of token.others) {
        if (other === '' || other === token.norm) continue;
        also.token.push(tokens.word.length);
        also.word.push(vocabulary.takeOther(other, token, party));
      }
      const word = vocabulary.take(token, party);
      tokens.word.push(word);
      const own = this.#writtenWord(token, word);
      tokens.written.push(own);
      tokens.role.push(token.others.length > 0 ? role | ALSO_READ : role);
      const text = vocabulary.texts[own] as string;
      const key = before === null ? null : joinedKey(before, text);
      if (key !== null) this.byJoined.add(key, at);
      before = token.role === 'honorific' ? null : text;
    }
    this.byWhole.add(wholeKey(reading), at);
    const acronym = acronymOf(reading);
    if (acronym !== null) this.byAcronym.add(keyOf(acronym, salts.acronym), at);
  }

  /** Number of a token's word as it is written, where it stands for another or may be written otherwise. */
  #writtenWord(token: NameToken, word: number): number {
    const stands = isStanding(token.role);
    if (!stands || token.script !== 'Latn') return stands || token.role === 'particle' ? this.vocabulary.plain(writtenOf(token)) : word;
    let standing = this.standing.get(token.text);
    if (standing === undefined) {
      standing = { role: token.role, word, written: this.vocabulary.plain(writtenOf(token)) };
      this.standing.set(token.text, standing);
    }
    return standing.written;
  }
}
