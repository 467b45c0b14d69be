import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import type { NameToken } from '../names/index.ts';
import { phonesOfLatin } from '../names/phones.ts';
import { Numbers } from './numbers.ts';

const NOBODY = 0xffffffff;

/** Words of the names met so far, numbered in the order they were met, with what the first token that had them said. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly texts: string[] = [];
  readonly phones: string[] = [];
  readonly sounds: string[] = [];
  readonly skeletons: string[] = [];
  readonly roles: TokenRole[] = [];
  readonly families: number[] = [];
  /** Parties that have the word, and the last one that did, so that each counts once. */
  readonly #parties = new Numbers();
  readonly #lastParty = new Numbers();
  readonly #familyParties = new Map<number, { parties: number; last: number }>();

  /** Number of the word a token of some party's name stands for. */
  take(token: NameToken, party: number): number {
    const { slot } = token;
    if (this.texts[slot.number] !== slot.norm) slot.number = this.#numbers.get(slot.norm) ?? this.#push(slot.norm, token);
    return this.#counted(slot.number, token, party);
  }

  /** Number of a further word that a token may be read as. */
  takeOther(text: string, token: NameToken, party: number): number {
    return this.#counted(this.#numbers.get(text) ?? this.#push(text, token), token, party);
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
    return this.#numbers.get(text) ?? this.#push(text, { role: 'word', skeleton: '', sound: '', phones: phonesOfLatin(text), family: -1 });
  }

  /** Parties whose name has the word, or one of its family. */
  partiesHaving(word: number): number {
    const family = this.families[word] as number;
    return Math.max(this.#parties.array[word] as number, this.#familyParties.get(family)?.parties ?? 0);
  }

  #countFamily(number: number, party: number): void {
    const family = this.#familyParties.get(number);
    if (family === undefined) this.#familyParties.set(number, { parties: 1, last: party });
    else if (family.last !== party) {
      family.parties += 1;
      family.last = party;
    }
  }

  #push(
    text: string,
    { role, skeleton, sound, phones, family }: Pick<NameToken, 'role' | 'skeleton' | 'sound' | 'phones' | 'family'>,
  ): number {
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    this.phones.push(phones);
    this.sounds.push(sound);
    this.skeletons.push(skeleton);
    this.roles.push(role);
    this.families.push(family);
    this.#parties.push(0);
    this.#lastParty.push(NOBODY);
    return number;
  }
}
