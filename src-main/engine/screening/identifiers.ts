import type { PartyIdentifier } from '../../../src-shared/model/listed-party.ts';
import { keyOf } from './index/hash-lists.ts';
import { salts } from './index/keys.ts';

/** Numbers so short that strangers share them; they decide only together with their country and kind. */
const SHORTEST = 5;

/** An identifier without its dressing: letters and digits, upper case, leading `IMO` and zeros of no meaning dropped. */
export function plainIdentifier({ kind, value }: PartyIdentifier): string {
  if (kind === 'cryptoAddress') return value.trim();
  if (kind === 'email') return value.trim().toLowerCase();
  if (kind === 'website')
    return value
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/.*$/, '');
  const plain = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (kind === 'imo') return plain.replace(/^IMO/, '');
  // Written as one word, as the United Kingdom prints it, and given without a kind.
  return kind === 'other' ? plain.replace(/^IMO(?=\d{7}$)/, '') : plain;
}

/** Kinds in which a number means the same thing: a tax number is often given as a registration number and the other way round. */
const group: Readonly<Record<PartyIdentifier['kind'], string>> = {
  passport: 'paper',
  nationalId: 'paper',
  taxId: 'register',
  registration: 'register',
  lei: 'lei',
  duns: 'duns',
  swift: 'swift',
  imo: 'imo',
  mmsi: 'mmsi',
  callSign: 'callSign',
  aircraftSerial: 'serial',
  aircraftTail: 'tail',
  cryptoAddress: 'crypto',
  email: 'email',
  website: 'website',
  phone: 'phone',
  other: 'other',
};

export const identifierGroup = ({ kind }: PartyIdentifier): string => group[kind];

/** Keys an identifier is found by. */
export function identifierKeys(identifier: PartyIdentifier): readonly number[] {
  const plain = plainIdentifier(identifier);
  return plain.length < SHORTEST && identifier.kind !== 'callSign' ? [] : [keyOf(plain, salts.identifier)];
}

/** How two identifiers stand to each other. `same` decides by itself; `like` is the same number under another kind or country. */
export function compareIdentifiers(ours: PartyIdentifier, theirs: PartyIdentifier): 'same' | 'like' | 'different' | 'unrelated' {
  const sameGroup = group[ours.kind] === group[theirs.kind];
  if (plainIdentifier(ours) === plainIdentifier(theirs)) {
    const plain = plainIdentifier(ours);
    if (plain.length < SHORTEST && ours.kind !== 'callSign') return 'unrelated';
    const sameCountry = ours.country === null || theirs.country === null || ours.country === theirs.country;
    if (weak.has(ours.kind) || weak.has(theirs.kind)) return 'like';
    const anyKind = ours.kind === 'other' || theirs.kind === 'other';
    if ((sameGroup || (anyKind && plain.length >= 7)) && sameCountry) return 'same';
    return plain.length >= 7 || sameCountry ? 'like' : 'unrelated';
  }
  return sameGroup && single.has(ours.kind) ? 'different' : 'unrelated';
}

/** Many parties share them. */
const weak = new Set<PartyIdentifier['kind']>(['phone', 'website', 'callSign', 'aircraftSerial']);
/** A party has one in its life, so that another one is somebody else. */
const single = new Set<PartyIdentifier['kind']>(['lei', 'imo', 'duns', 'aircraftSerial']);
