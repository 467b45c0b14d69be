import type { DateSpan, ListedCountryRole, PartyType } from '../../../src-shared/model/listed-party.ts';
import type { Feature, ScreeningQuery } from '../../../src-shared/model/screening.ts';
import { type AddressMatch, compareAddresses, readAddress } from './addresses.ts';
import { compareIdentifiers, identifierGroup } from './identifiers.ts';
import type { IndexedRecord } from './index/record.ts';

/** What is compared beside the name. Anything either side does not say is no evidence and gives no points. */
export interface EvidenceSubject {
  readonly type: PartyType;
  readonly record: IndexedRecord;
  /** The name that matched is one the publisher itself calls weak. */
  readonly weakName: boolean;
}

export interface Evidence {
  readonly features: readonly Feature[];
  /** Sum of the points, -100 to 100. */
  readonly points: number;
  /** A strong identifier is the same on both sides: the entry is meant, whatever the name. */
  readonly decided: boolean;
}

/** Points of each finding. Those against never outweigh an equal identifier. */
const points = {
  identifierSame: 100,
  identifierLike: 35,
  identifierDifferent: -60,
  birthDay: 40,
  birthMonth: 25,
  birthYear: 15,
  birthNear: 0,
  birthAway: -45,
  birthSwapped: 20,
  country: 4,
  countryOther: -6,
  citySame: 5,
  addressPremises: 100,
  addressBuilding: 40,
  addressOtherUnit: 15,
  gender: -30,
  typeOther: -25,
  vesselOther: -60,
  weakName: -12,
  expired: -20,
} as const;

/** Compares everything but the name. `on` is the day asked about, for entries that lapse; null where no day is given. */
export function evidenceFor(query: ScreeningQuery, subject: EvidenceSubject, on: string | null): Evidence {
  const features: Feature[] = [];
  const decided = identifierEvidence(query, subject.record, features);
  birthEvidence(query, subject.record, features);
  countryEvidence(query, subject.record, features);
  cityEvidence(query, subject.record, features);
  if (query.gender !== null && subject.record.gender !== null && query.gender !== subject.record.gender)
    features.push({ name: 'gender', points: points.gender, why: `we say ${query.gender}, the list says ${subject.record.gender}` });
  addressEvidence(query, subject.record, features);
  typeEvidence(query.type, subject.type, features);
  if (subject.weakName) features.push({ name: 'weakName', points: points.weakName, why: 'the publisher calls this name a weak alias' });
  const { until } = subject.record;
  if (until !== null && on !== null && until < on)
    features.push({ name: 'expired', points: points.expired, why: `the entry lapsed on ${until}, by its own words` });
  const sum = features.reduce((total, feature) => total + feature.points, 0);
  return { features, points: Math.max(-100, Math.min(100, sum)), decided };
}

function identifierEvidence(query: ScreeningQuery, record: IndexedRecord, features: Feature[]): boolean {
  let decided = false;
  let like: string | null = null;
  let different: string | null = null;
  const met = new Set<string>();
  for (const ours of query.identifiers) {
    for (const theirs of record.identifiers) {
      const outcome = compareIdentifiers(ours, theirs);
      if (outcome === 'same') {
        met.add(identifierGroup(ours));
        if (!decided)
          features.push({
            name: 'identifier',
            points: points.identifierSame,
            why: `${theirs.label || theirs.kind} ${theirs.value} is the same`,
          });
        decided = true;
      } else if (outcome === 'like') like ??= `${ours.value} stands on the list as ${theirs.label || theirs.kind}`;
      else if (outcome === 'different') different ??= `${theirs.label || theirs.kind}: ours ${ours.value}, theirs ${theirs.value}`;
    }
  }
  if (!decided && like !== null) features.push({ name: 'identifier', points: points.identifierLike, why: like });
  if (!decided && different !== null) features.push({ name: 'identifier', points: points.identifierDifferent, why: different });
  return decided;
}

function birthEvidence(query: ScreeningQuery, record: IndexedRecord, features: Feature[]): void {
  if (query.births.length === 0 || record.births.length === 0) return;
  let best: { points: number; why: string } | null = null;
  for (const ours of query.births)
    for (const theirs of record.births) {
      const found = compareBirths(ours, theirs);
      if (best === null || found.points > best.points) best = found;
    }
  if (best !== null && best.points !== 0) features.push({ name: 'birth', ...best });
}

const DAY = 86_400_000;
const dayNumber = (date: string): number => Date.parse(date) / DAY;

function compareBirths(ours: DateSpan, theirs: DateSpan): { points: number; why: string } {
  const why = `ours ${ours.text || ours.from}, theirs ${theirs.text || theirs.from}`;
  const slack = ours.circa || theirs.circa ? 731 : 0;
  const gap = Math.max(dayNumber(ours.from) - dayNumber(theirs.until), dayNumber(theirs.from) - dayNumber(ours.until));
  if (gap <= slack) {
    const width = Math.max(dayNumber(ours.until) - dayNumber(ours.from), dayNumber(theirs.until) - dayNumber(theirs.from)) + slack;
    if (width === 0) return { points: points.birthDay, why: `the same day: ${why}` };
    if (width <= 31) return { points: points.birthMonth, why: `the same month: ${why}` };
    return { points: width <= 366 ? points.birthYear : Math.round(points.birthYear / 2), why: `can be the same: ${why}` };
  }
  if (isSwapped(ours, theirs)) return { points: points.birthSwapped, why: `the same with day and month exchanged: ${why}` };
  if (gap <= slack + 731) return { points: points.birthNear, why };
  return { points: points.birthAway, why: `more than two years apart: ${why}` };
}

function isSwapped(ours: DateSpan, theirs: DateSpan): boolean {
  if (ours.from !== ours.until || theirs.from !== theirs.until) return false;
  const [year, month, day] = ours.from.split('-');
  return theirs.from === `${year}-${day}-${month}`;
}

const roleWords: Readonly<Record<ListedCountryRole, string>> = {
  nationality: 'nationality',
  citizenship: 'citizenship',
  residence: 'residence',
  address: 'address',
  birth: 'place of birth',
  registration: 'registration',
  flag: 'flag',
  listedUnder: 'listed under',
};

/** A country in common speaks for it a little; none in common speaks against it a little, since addresses move. */
function countryEvidence(query: ScreeningQuery, record: IndexedRecord, features: Feature[]): void {
  if (query.countries.length === 0 || record.countries.length === 0) return;
  const shared = record.countries.find((country) => query.countries.includes(country.code));
  if (shared !== undefined)
    features.push({ name: 'country', points: points.country, why: `${shared.code} on both sides (${roleWords[shared.role]})` });
  else if (record.countries.some((country) => country.role !== 'birth'))
    features.push({
      name: 'country',
      points: points.countryOther,
      why: `ours ${query.countries.join(', ')}, theirs ${[...new Set(record.countries.map((country) => country.code))].join(', ')}`,
    });
}

const plainCity = (city: string): string =>
  city
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

function cityEvidence(query: ScreeningQuery, record: IndexedRecord, features: Feature[]): void {
  if (query.cities.length === 0 || record.cities.length === 0) return;
  const ours = new Set(query.cities.map(plainCity).filter((city) => city.length > 2));
  const shared = record.cities.find((city) => ours.has(plainCity(city)));
  if (shared !== undefined) features.push({ name: 'city', points: points.citySame, why: `${shared} on both sides` });
}

/** The address of ours that is nearest to one that is listed by itself, with what was compared. Null where none is near, or nothing is listed. */
export function nearestAddress(
  { addresses = [] }: ScreeningQuery,
  { addresses: listed }: IndexedRecord,
): { readonly match: AddressMatch; readonly ours: string; readonly theirs: string } | null {
  let best: { readonly match: AddressMatch; readonly ours: string; readonly theirs: string } | null = null;
  for (const theirs of listed) {
    const read = readAddress(theirs);
    for (const ours of addresses) {
      const match = compareAddresses(readAddress(ours), read);
      if (match !== null && (best === null || addressPoints[match] > addressPoints[best.match])) best = { match, ours, theirs };
    }
  }
  return best;
}

const addressPoints: Readonly<Record<AddressMatch, number>> = {
  premises: points.addressPremises,
  building: points.addressBuilding,
  otherUnit: points.addressOtherUnit,
};
const addressWords: Readonly<Record<AddressMatch, string>> = {
  premises: 'the same premises',
  building: 'the same house, the room is not said',
  otherUnit: 'another room of the same house',
};

function addressEvidence(query: ScreeningQuery, record: IndexedRecord, features: Feature[]): void {
  const nearest = record.addresses.length === 0 ? null : nearestAddress(query, record);
  if (nearest === null) return;
  const { match, ours, theirs } = nearest;
  features.push({ name: 'address', points: addressPoints[match], why: `${addressWords[match]}: ours ${ours}, theirs ${theirs}` });
}

const things = new Set<PartyType>(['vessel', 'aircraft']);

function typeEvidence(ours: PartyType, theirs: PartyType, features: Feature[]): void {
  if (ours === 'unknown' || ours === theirs) return;
  if (theirs === 'unknown') {
    if (things.has(ours))
      features.push({ name: 'type', points: points.typeOther, why: `ours is a ${ours}, the list does not say what the entry is` });
    return;
  }
  const isThing = things.has(ours) || things.has(theirs);
  features.push({ name: 'type', points: isThing ? points.vesselOther : points.typeOther, why: `ours is ${ours}, theirs is ${theirs}` });
}
