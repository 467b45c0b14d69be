import type { IdentifierKind } from '../../../../../src-shared/model/listed-party.ts';
import { languageOf } from '../values/languages.ts';
import { countryOf } from '../values/places.ts';
import { readSpan } from '../values/spans.ts';
import { joined, type PartyDraft } from './draft.ts';

/** Id of an entity: its EU reference number, which every format prints, else the number of the database. */
export const euId = (reference: string, logicalId: string): string =>
  reference === '' ? `EU-L${logicalId}` : `EU-${reference.replace(/^EU\./i, '')}`;

interface EuName {
  readonly whole: string;
  readonly family: string;
  readonly given: string;
  readonly language: string;
  readonly gender: string;
  readonly strong: boolean;
}

export function addName(draft: PartyDraft, name: EuName): void {
  // The list has no main name; the first strong one stands first.
  if (name.whole !== '') {
    const { family, given } = name;
    draft.name(name.whole, name.strong ? 'aka' : 'weak', { language: languageOf(name.language), family, given });
  }
  if (/^m/i.test(name.gender)) draft.gender = 'male';
  else if (/^f/i.test(name.gender)) draft.gender = 'female';
}

export function addAddress(draft: PartyDraft, said: (name: string) => string, code: string, description: string): void {
  const box = said('PoBox');
  const address = joined([
    said('Street'),
    box === '' ? '' : /box/i.test(box) ? box : `P.O. Box ${box}`,
    joined([said('ZipCode'), said('City')], ' '),
    said('Region'),
    said('Place'),
    code === '00' ? '' : description,
  ]);
  const country = draft.country(countryText(code, description), 'address');
  draft.address(address, said('City'), country);
}

interface EuBirth {
  readonly date: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly from: string;
  readonly to: string;
  readonly circa: string;
  readonly calendar: string;
  readonly place: string;
  readonly code: string;
  readonly country: string;
}

export function addBirth(draft: PartyDraft, birth: EuBirth): void {
  const circa = birth.circa === 'true';
  const range = birth.from === '' ? '' : `Between ${birth.from} and ${birth.to || birth.from}`;
  const year = Number(birth.year) > 0 ? birth.year : '';
  const parts = year === '' ? '' : `${Number(birth.day) || '00'}/${Number(birth.month) || '00'}/${year}`;
  const printed = birth.date || range || parts;
  // Islamic and other years are no years of ours.
  const foreign = birth.calendar !== '' && !/^gregorian$/i.test(birth.calendar);
  const span = foreign ? null : readSpan(printed);
  if (span !== null)
    draft.span({ ...span, circa: circa || span.circa, text: birth.date || range || (parts.startsWith('00/00/') ? year : parts) });
  else if (printed !== '') {
    if (foreign) draft.remark(`Born: ${printed} (${birth.calendar.toLowerCase()} calendar)`);
    else draft.birth(printed);
  }
  const country = countryText(birth.code, birth.country);
  draft.birthPlace(joined([birth.place, birth.code === '00' ? '' : birth.country]));
  draft.country(country, 'birth');
}

interface EuIdentification {
  readonly number: string;
  readonly latin: string;
  readonly code: string;
  readonly label: string;
  readonly country: string;
  readonly standing: string;
  readonly remark: string;
}

export function addIdentification(draft: PartyDraft, said: EuIdentification): void {
  const country = said.country === '00' ? null : countryOf(said.country);
  for (const value of [said.number, said.latin]) draft.identifier(idKind(said.code), said.label || 'Identification', value, country);
  const more = joined([said.standing, said.remark], '; ');
  if (more !== '') draft.remark(`${said.number || said.label || 'Identification'}: ${more}`);
}

const standingWords = {
  KnownExpired: 'expired',
  KnownFalse: 'false document',
  ReportedLost: 'reported lost',
  RevokedByIssuer: 'revoked by issuer',
  Diplomatic: 'diplomatic',
} as const;

export const standingOf = (said: (name: string) => string): string =>
  joined(
    Object.entries(standingWords).map(([name, word]) => (said(name) === 'true' ? word : '')),
    ', ',
  );

export function idKind(code: string): IdentifierKind {
  if (/passport|travel/i.test(code)) return 'passport';
  if (/^(?:id|ssn|birth|electionid|resident|driving)/i.test(code)) return 'nationalId';
  if (/fiscal|tax|vat/i.test(code)) return 'taxId';
  if (/reg|enterprise|trade|licen/i.test(code)) return 'registration';
  if (/swift|bic/i.test(code)) return 'swift';
  return /imo/i.test(code) ? 'imo' : 'other';
}

export const contacts = /([A-Z][A-Z ]*)\[([^\]]*)\]/g;

/** `EMAIL[a@example.org]`-like contacts of one cell. */
export function addContacts(draft: PartyDraft, text: string): void {
  for (const found of text.matchAll(contacts)) addContact(draft, found[1] ?? '', found[2] ?? '');
}

export function addContact(draft: PartyDraft, key: string, value: string): void {
  const kind = /mail/i.test(key) ? 'email' : /web|url/i.test(key) ? 'website' : /phone|fax|tel/i.test(key) ? 'phone' : 'other';
  draft.identifier(kind, key, value);
}

/** The two-letter code where it says one, else the country's name. */
export const countryText = (code: string, description: string): string =>
  code === '' || code === '00' ? (/^unknown$/i.test(description) ? '' : description) : code;

export function earlier<Day extends string>(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
