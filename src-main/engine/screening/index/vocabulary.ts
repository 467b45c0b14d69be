import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import type { NameToken } from '../names/index.ts';
import { phonesOfLatin } from '../names/phones.ts';
import { TextNumbers } from '../names/text-numbers.ts';
import { grownTo } from './hash-lists.ts';
import { Numbers } from './numbers.ts';

const NOBODY = 0xffffffff;
const FAMILIES = 1 << 13;

/** Words of the names met so far, numbered in the order they were met, with what the first token that had them said. */
export class Vocabulary {
  readonly #numbers = new TextNumbers();
  readonly texts: readonly string[] = this.#numbers.texts;
  readonly phones: string[] = [];
  readonly sounds: string[] = [];
  readonly skeletons: string[] = [];
  readonly roles: TokenRole[] = [];
  readonly families: number[] = [];
  /** Parties that have the word, and the last one that did, so that each counts once. */
  readonly #parties = new Numbers();
  readonly #lastParty = new Numbers();
  // By the number of a family; a party stands one higher, 0 is nobody.
  #familyParties = new Uint32Array(FAMILIES);
  #lastOfFamily = new Uint32Array(FAMILIES);

  /** Number of the word a token of some party's name stands for. */
  take(token: NameToken, party: number): number {
    const { slot } = token;
    if (this.texts[slot.number] !== slot.norm) slot.number = this.#numberOf(slot.norm, token);
    return this.#counted(slot.number, token, party);
  }

  /** Number of a further word that a token may be read as. */
  takeOther(text: string, token: NameToken, party: number): number {
    return this.#counted(this.#numberOf(text, token), token, party);
  }

  #counted(number: number, token: NameToken, party: number): number {
    if (this.#lastParty.array[number] !== party) {
      this.#lastParty.array[number] = party;
      this.#parties.array[number] = (this.#parties.array[number] as number) + 1;
      if (token.family >= 0) this.#countFamily(token.family, party);
    }
    return number;
  }

  /** Number of a word that is only looked up, and stands in no name as it is. */
  plain(text: string): number {
    const number = this.#numbers.numberOf(text);
    if (number === this.phones.length) this.#describe({ role: 'word', skeleton: '', sound: '', phones: phonesOfLatin(text), family: -1 });
    return number;
  }

  /** Parties whose name has the word, or one of its family. */
  partiesHaving(word: number): number {
    const family = this.families[word] as number;
    const alone = this.#parties.array[word] as number;
    return family < 0 ? alone : Math.max(alone, this.#familyParties[family] ?? 0);
  }

  #countFamily(family: number, party: number): void {
    if (family >= this.#familyParties.length) {
      this.#familyParties = grownTo(this.#familyParties, family + 1);
      this.#lastOfFamily = grownTo(this.#lastOfFamily, family + 1);
    }
    if (this.#lastOfFamily[family] === party + 1) return;
    this.#lastOfFamily[family] = party + 1;
    this.#familyParties[family] = (this.#familyParties[family] as number) + 1;
  }

  #numberOf(text: string, token: NameToken): number {
    const number = this.#numbers.numberOf(text);
    if (number === this.phones.length) this.#describe(token);
    return number;
  }

  /** Keeps what is said of the word that was just numbered. */
  #describe({ role, skeleton, sound, phones, family }: Pick<NameToken, 'role' | 'skeleton' | 'sound' | 'phones' | 'family'>): void {
    this.phones.push(phones);
    this.sounds.push(sound);
    this.skeletons.push(skeleton);
    this.roles.push(role);
    this.families.push(family);
    this.#parties.push(0);
    this.#lastParty.push(NOBODY);
  }
}
