import type { PartyType } from '../../../../src-shared/model/listed-party.ts';
import { cleanName } from './clean.ts';
import { readOrganisation } from './organisation.ts';
import { readPerson } from './person.ts';
import { splitWords } from './split.ts';
import type { NameReading, NameToken } from './types.ts';

/**
 * Reads a name into words with roles, romanisations and keys.
 *
 * `hint.type` unknown gives one reading for each plausible kind; a name may have several readings of one kind where its order is open.
 * `hint.listed` says that the name stands on a list, where persons are often printed `LAST, First Middle`. A name without a letter or digit
 * has no readings.
 */
export function readName(text: string, hint: { readonly type: PartyType; readonly listed: boolean }): readonly NameReading[] {
  const clean = cleanName(text);
  const words = splitWords(clean);
  if (words.length === 0) return [];
  const readings: NameReading[] = [];
  const take = (kind: NameReading['kind'], all: readonly NameReading['tokens'][]) => {
    for (const tokens of all) if (tokens.length > 0) readings.push({ tokens, kind });
  };
  if (hint.type === 'person') take('person', readPerson(clean, words));
  else {
    const asFirm = readOrganisation(clean, words);
    take(hint.type === 'unknown' ? 'org' : hint.type, asFirm);
    if (hint.type === 'unknown' && !(hint.listed && isFirm(asFirm[0] ?? []))) take('person', readPerson(clean, words));
  }
  return readings;
}

/** Nobody is called so: a legal form of some length, or two words for a trade. */
function isFirm(tokens: readonly NameToken[]): boolean {
  let trades = 0;
  for (const { role, text } of tokens) {
    if (role === 'legalForm' && text.length > SHORT_FORM) return true;
    if (role === 'tradeWord' && text.length > SHORT_FORM) trades += 1;
  }
  return trades > 1;
}
/** Letters of words that are as often part of a person's name: San, Co, Ali. */
const SHORT_FORM = 3;
