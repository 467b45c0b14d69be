import type {
  DateSpan,
  IdentifierKind,
  ListedCountry,
  ListedCountryRole,
  ListedName,
  ListedParty,
  PartyAddress,
  PartyIdentifier,
  PartyType,
} from '../../../../../src-shared/model/listed-party.ts';
import { identifierKinds } from '../../../../../src-shared/model/listed-party.ts';
import { distinctNames } from '../values/names.ts';
import { countryAtEnd } from '../values/places.ts';
import { readSpan } from '../values/spans.ts';
import { labelMeaning } from './labels.ts';
import { ofacCountry } from './ofac-country.ts';

/** Facts about one party, gathered from whatever form a file has for them. */
export interface PartyFacts {
  readonly names: ListedName[];
  readonly addresses: PartyAddress[];
  readonly links: { relation: string; partyId: string | null; name: string }[];
  readonly titles: string[];
  readonly vessel: { kind: string; flag: string; owner: string; tonnage: string };
  /** Takes a labelled value, as `Passport`, `A123`, `Iran`. Answers false for a label nobody knows. */
  learn(label: string, value: string, country: string): boolean;
  birth(text: string): void;
  birthPlace(text: string): void;
  country(text: string, role: ListedCountryRole): void;
  /** The parts of a party that these facts are. */
  asParty(): Pick<
    ListedParty,
    'names' | 'gender' | 'births' | 'birthPlaces' | 'countries' | 'identifiers' | 'addresses' | 'title' | 'links' | 'vessel'
  >;
}

/** What goes wrong in single values is said here, with the text at fault. */
export type FactProblems = (code: 'unknownCountries' | 'unknownDates', text: string) => void;

const isIdentifier = (meaning: string): meaning is IdentifierKind => (identifierKinds as readonly string[]).includes(meaning);

export function createFacts(type: PartyType, onProblem: FactProblems): PartyFacts {
  const names: ListedName[] = [];
  const addresses: PartyAddress[] = [];
  const links: { relation: string; partyId: string | null; name: string }[] = [];
  const titles: string[] = [];
  const births: DateSpan[] = [];
  const birthPlaces: string[] = [];
  const countries: ListedCountry[] = [];
  const identifiers: PartyIdentifier[] = [];
  const vessel = { kind: '', flag: '', owner: '', tonnage: '' };
  let gender: 'male' | 'female' | null = null;

  const codeOf = (text: string): string | null => {
    const { code, known } = ofacCountry(text);
    if (!known) onProblem('unknownCountries', text);
    return code;
  };
  const addCountry = (code: string | null, role: ListedCountryRole) => {
    if (code !== null && !countries.some((one) => one.code === code && one.role === role)) countries.push({ code, role });
  };

  const facts: PartyFacts = {
    names,
    addresses,
    links,
    titles,
    vessel,
    learn(label, value, country) {
      const text = value.trim();
      if (text === '') return true;
      const meaning = labelMeaning(label);
      if (isIdentifier(meaning)) {
        // `Passport issued in Exampletown` tells of a paper and gives no number of it.
        if (papers.has(meaning) && !/\d/.test(text) && /\p{Ll}/u.test(text)) return false;
        const bracketed = withoutPlace(text);
        const issuer = country === '' ? bracketed.country : codeOf(country);
        const identifier = identifierOf(type, meaning, label, bracketed.value, issuer);
        if (!identifiers.some((one) => one.kind === identifier.kind && one.value === identifier.value && one.label === identifier.label))
          identifiers.push(identifier);
        return true;
      }
      switch (meaning) {
        case 'gender':
          if (/^(?:male|m)\b/i.test(text)) gender = 'male';
          else if (/^(?:female|f)\b/i.test(text)) gender = 'female';
          return true;
        case 'birth':
          facts.birth(text);
          return true;
        case 'birthPlace':
          facts.birthPlace(text);
          return true;
        case 'nationality':
        case 'citizenship':
          facts.country(text, meaning);
          return true;
        case 'registrationCountry':
          facts.country(text, 'registration');
          return true;
        case 'flag':
          if (!/^none/i.test(text)) facts.country(text, 'flag');
          return true;
        case 'vesselType':
          vessel.kind ||= text;
          return true;
        case 'tonnage':
          vessel.tonnage ||= text;
          return true;
        case 'operator':
          links.push({ relation: 'Aircraft Operator', partyId: null, name: text });
          return true;
        case 'linkedTo':
          links.push({ relation: 'Linked To', partyId: null, name: text });
          return true;
        case 'title':
          titles.push(text);
          return true;
        case 'remark':
          return true;
        case 'unknown':
          return false;
      }
    },
    birth(text) {
      const span = readSpan(text);
      if (span === null) onProblem('unknownDates', text);
      else if (!births.some((one) => one.text === span.text)) births.push(span);
    },
    birthPlace(text) {
      if (birthPlaces.includes(text)) return;
      birthPlaces.push(text);
      addCountry(ofacCountry(text).code ?? countryAtEnd(text), 'birth');
    },
    country(text, role) {
      addCountry(codeOf(text), role);
    },
    asParty() {
      for (const address of addresses) addCountry(address.country, 'address');
      return {
        names: distinctNames(names),
        gender,
        births,
        birthPlaces,
        countries,
        identifiers,
        addresses,
        title: titles.join('; '),
        links,
        vessel: type === 'vessel' ? vessel : null,
      };
    },
  };
  return facts;
}

const papers = new Set<IdentifierKind>(['passport', 'nationalId', 'taxId', 'registration']);

/** `736338 (Exampletown)`: the court or country behind a number is no part of it. */
function withoutPlace(text: string): { readonly value: string; readonly country: string | null } {
  const found = /\s\((\p{L}[^()\d]{0,60})\)$/u.exec(text);
  const value = found === null ? '' : text.slice(0, found.index).trim();
  return /\d/.test(value) ? { value, country: ofacCountry(found?.[1] ?? '').code } : { value: text, country: null };
}

/** `IMO 9187629` under any label of a ship is its number; of a company it is the number of the company, which is another series. */
function identifierOf(type: PartyType, kind: IdentifierKind, label: string, value: string, country: string | null): PartyIdentifier {
  const tidy = label.replace(/^alt\. /i, '').replace(/[\s:-]+$/, '');
  const imo = /^IMO\s*(?:No\.?|Number)?\s*[:#]?\s*(\d{7})$/i.exec(value);
  if (imo !== null && type !== 'vessel') return { kind: 'registration', label: tidy, value: `IMO ${imo[1]}`, country };
  if (imo !== null) return { kind: 'imo', label: tidy, value: imo[1] ?? '', country };
  if (kind === 'imo' && !/^\d{7}$/.test(value)) return { kind: 'registration', label: tidy, value, country };
  return { kind, label: tidy, value, country };
}

/** An address in one line with its town and country. The town is what stands before state and postal code. */
export function addressOf(
  parts: { readonly lines: readonly string[]; readonly town: string; readonly country: string; readonly remark?: string },
  onProblem: FactProblems,
): PartyAddress | null {
  const shown = [...parts.lines, parts.town, parts.country].map((part) => part.trim()).filter((part) => part !== '');
  if (shown.length === 0) return null;
  const { code, known } = ofacCountry(parts.country);
  if (!known) onProblem('unknownCountries', parts.country);
  const remark = (parts.remark ?? '').trim();
  return { text: `${shown.join(', ')}${remark === '' ? '' : ` (${remark})`}`, city: cityOf(parts.town), country: code };
}

/** `London EC3N 1DY` → `London`; `Dallas, TX 75201` → `Dallas`. */
export function cityOf(town: string): string {
  const first = (town.split(',')[0] ?? '').trim();
  const words = first.split(' ');
  const digits = words.findIndex((word) => /\d/.test(word));
  if (digits <= 0) return digits === 0 ? words.filter((word) => !/\d/.test(word)).join(' ') : first;
  return words.slice(0, digits).join(' ');
}
