import type { PartyType } from '../../../../src-shared/model/listed-party.ts';
import { cleanName } from './clean.ts';
import { readOrganisation } from './organisation.ts';
import { readPerson } from './person.ts';
import { splitWords } from './split.ts';
import type { NameReading } from './types.ts';

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
  else take(hint.type === 'unknown' ? 'org' : hint.type, readOrganisation(clean, words));
  if (hint.type === 'unknown') take('person', readPerson(clean, words));
  return readings;
}
