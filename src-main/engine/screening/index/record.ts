import type { DateSpan, ListedCountry, ListedParty, PartyIdentifier } from '../../../../src-shared/model/listed-party.ts';
import { isBareAddress } from '../addresses.ts';

/** What of a listed party is evidence beside its names. */
export interface IndexedRecord {
  readonly gender: 'male' | 'female' | null;
  readonly births: readonly DateSpan[];
  readonly countries: readonly ListedCountry[];
  readonly identifiers: readonly PartyIdentifier[];
  readonly cities: readonly string[];
  readonly until: string | null;
  /** Of an entry that is an address and no party, as printed. */
  readonly addresses: readonly string[];
}

const nothing = '{}';

/** Evidence as text: what is empty is left out, since most entries of most lists have none of it. */
export function packRecord(party: ListedParty): string {
  const { gender, births, countries, identifiers, addresses, until } = party;
  const record: Record<string, unknown> = {};
  if (gender !== null) record['gender'] = gender;
  if (births.length > 0) record['births'] = births;
  const all = countries.length === 0 && addresses.length === 0 ? [] : withAddresses(countries, addresses);
  if (all.length > 0) record['countries'] = all;
  if (identifiers.length > 0) record['identifiers'] = identifiers;
  const cities = addresses.length === 0 ? [] : [...new Set(addresses.map((address) => address.city).filter((city) => city !== ''))];
  if (cities.length > 0) record['cities'] = cities;
  if (until !== null) record['until'] = until;
  if (isBareAddress(party)) record['addresses'] = addresses.map(({ text }) => text);
  let only = '';
  let parts = 0;
  for (const part in record) {
    only = part;
    parts += 1;
  }
  return parts === 0 ? nothing : parts === 1 && only === 'countries' ? countriesAlone(all) : JSON.stringify(record);
}

// Most entries of most lists have countries and nothing else, and those of a list are few.
const countriesOnly = new Map<string, string>();
const MOST_KEPT = 5000;

function countriesAlone(countries: readonly ListedCountry[]): string {
  let key = '';
  for (const { code, role } of countries) key += `${code}${role} `;
  let packed = countriesOnly.get(key);
  if (packed === undefined) {
    if (countriesOnly.size >= MOST_KEPT) countriesOnly.clear();
    packed = JSON.stringify({ countries });
    countriesOnly.set(key, packed);
  }
  return packed;
}

function withAddresses(countries: readonly ListedCountry[], addresses: ListedParty['addresses']): readonly ListedCountry[] {
  const known = new Set(countries.map((country) => country.code));
  const more: ListedCountry[] = [];
  for (const { country } of addresses) {
    if (country === null || known.has(country)) continue;
    known.add(country);
    more.push({ code: country, role: 'address' });
  }
  return more.length === 0 ? countries : [...countries, ...more];
}

export function openRecord(text: string): IndexedRecord {
  const record = JSON.parse(text) as Partial<IndexedRecord>;
  return {
    gender: record.gender ?? null,
    births: record.births ?? [],
    countries: record.countries ?? [],
    identifiers: record.identifiers ?? [],
    cities: record.cities ?? [],
    until: record.until ?? null,
    addresses: record.addresses ?? [],
  };
}
