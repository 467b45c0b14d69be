import type { z } from 'zod';
import type { PartyId, PartyKind, PartyName, PartyPlace } from '../../../src-shared/contract/parties.ts';
import type { ImportRecord, ImportValue } from '../../../src-shared/formats/import-target.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { readName } from '../../engine/screening/names/index.ts';
import { identityText } from '../importers/index.ts';

export type Name = z.infer<typeof PartyName>;
export type Identifier = z.infer<typeof PartyId>;
export type Place = z.infer<typeof PartyPlace>;

/** An owner as a cell names it. Percent is null where the cell gives no share. */
export interface NamedOwner {
  readonly name: string;
  readonly percent: number | null;
}

export const textOf = (value: ImportValue | null | undefined): string =>
  value?.state !== 'known' ? '' : Array.isArray(value.value) ? value.value.join('; ') : String(value.value).trim();
export const listOf = (value: ImportValue | null | undefined): readonly string[] =>
  value?.state !== 'known' ? [] : Array.isArray(value.value) ? value.value : [String(value.value)];
const known = (value: string | string[]): ImportValue => ({ state: 'known', value });

/** Columns that hold one identifier each, with what it is called on the page of a party. */
const identifierColumns = [
  ['taxId', 'taxId', 'Tax number'],
  ['vatNumber', 'taxId', 'VAT number'],
  ['registrationNumber', 'registration', 'Registration number'],
  ['lei', 'lei', 'LEI'],
  ['duns', 'duns', 'D-U-N-S'],
  ['swift', 'swift', 'SWIFT/BIC'],
  ['imo', 'imo', 'IMO'],
  ['email', 'email', 'E-mail'],
  ['phone', 'phone', 'Phone'],
] as const;

const nameColumns = [
  ['legalName', 'legal'],
  ['tradeNames', 'trade'],
  ['nativeName', 'ownScript'],
  ['formerNames', 'former'],
  ['aliases', 'alias'],
] as const;

const addressParts = ['address', 'street', 'street2', 'city', 'region', 'postcode', 'country'] as const;
const placeFields = ['address', 'city', 'region', 'country'] as const;
type AddressPart = (typeof addressParts)[number];
const addressField = (which: 0 | 1, part: AddressPart): string =>
  which === 0 ? part : `shipping${part[0]?.toUpperCase() ?? ''}${part.slice(1)}`;

const mergedColumns: ReadonlySet<string> = new Set([
  ...identifierColumns.map(([id]) => id),
  ...nameColumns.map(([id]) => id),
  ...addressParts.flatMap((part) => [addressField(0, part), addressField(1, part)]),
  ...['name', 'name2', 'firstName', 'lastName', 'owners', 'parent', 'identifiers'],
]);

/** Puts together what a row says in several columns: one name with its other names, one line an address, one list of identifiers, one of owners. */
export function refineParty(record: ImportRecord): ImportRecord {
  const made: Record<string, ImportValue> = {};
  for (const [id, value] of Object.entries(record)) if (!mergedColumns.has(id)) made[id] = value;
  const { name, others, person } = namesIn(record);
  if (name !== '') made['name'] = known(name.slice(0, 400));
  if (others.length > 0) made['aliases'] = known(others.map(nameToken).slice(0, 60));
  if (made['kind'] === undefined && name !== '') made['kind'] = known(person ? 'person' : 'organisation');
  for (const which of [0, 1] as const) {
    const place = placeIn(record, which);
    for (const part of placeFields) {
      const value = part === 'address' ? place.text : part === 'country' ? (place.country ?? '') : place[part];
      if (value !== '') made[addressField(which, part)] = known(value);
    }
  }
  const identifiers = [
    ...identifierColumns.flatMap(([id, , label]) => splitNames(textOf(record[id])).map((value) => `${label}: ${value}`.slice(0, 300))),
    ...splitNames(textOf(record['identifiers'])),
  ];
  if (identifiers.length > 0) made['identifiers'] = known([...new Set(identifiers)].slice(0, 60));
  const owners = [...readOwners(textOf(record['owners'])), ...readOwners(textOf(record['parent']))];
  const distinct = owners.filter((one, at) => owners.findIndex((other) => identityText(other.name) === identityText(one.name)) === at);
  if (distinct.length > 0) made['owners'] = known(distinct.map(ownerToken).slice(0, 100));
  return made;
}

function namesIn(record: ImportRecord): { readonly name: string; readonly others: readonly Name[]; readonly person: boolean } {
  const personal = [textOf(record['firstName']), textOf(record['lastName'])].filter((part) => part !== '').join(' ');
  const first = textOf(record['name']);
  const second = textOf(record['name2']);
  const others: Name[] = [];
  const add = (kind: Name['kind'], text: string) => {
    if (text !== '') others.push({ kind, text: text.slice(0, 400), language: '' });
  };
  const whole = goesOn(first, second) ? `${first} ${second}` : first;
  if (second !== '' && first !== '' && whole === first) add('alias', `${first} ${second}`);
  const [latin, own] = twoScripts(whole);
  add('ownScript', own);
  for (const [id, kind] of nameColumns) for (const text of splitNames(textOf(record[id]))) add(kind, text);
  const name = latin || others.find(({ kind }) => kind === 'legal')?.text || personal || others[0]?.text || '';
  const seen = new Set([identityText(name)]);
  const distinct = others.filter(({ text }) => !seen.has(identityText(text)) && seen.add(identityText(text)) !== undefined);
  return { name, others: distinct, person: latin === '' && personal !== '' && name === personal };
}

/** Old systems cut a name at 35 or 40 letters and write on in the next field; a department there is no part of the name. */
function goesOn(first: string, second: string): boolean {
  if (first === '' || second === '') return false;
  return /^[&+\-\p{Ll}]/u.test(second) || first.length >= 33 || (!hasLegalForm(first) && hasLegalForm(`${first} ${second}`));
}

/** `Lianhua Precision (联华精密)` is one name in two scripts. */
function twoScripts(text: string): readonly [string, string] {
  const found = /^(.+?)\s*[(（[/]\s*([^()（）[\]/]+?)\s*[)）\]]?$/u.exec(text);
  const [outer = '', inner = ''] = found === null ? [text, ''] : [found[1], found[2]];
  const isLatin = (part: string) => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(part);
  if (inner === '' || isLatin(outer) === isLatin(inner)) return [text, ''];
  return isLatin(outer) ? [outer, inner] : [inner, outer];
}

const splitNames = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;|\n\r]+/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

function placeIn(record: ImportRecord, which: 0 | 1): Place {
  const part = (name: AddressPart) => textOf(record[addressField(which, name)]).replace(/\s*[\r\n]+\s*/g, ', ');
  const country = part('country');
  const line = [
    [part('street'), part('street2')].filter(Boolean).join(', '),
    [part('postcode'), part('city')].filter(Boolean).join(' '),
    part('region'),
  ]
    .filter(Boolean)
    .join(', ');
  const whole = part('address');
  // A column with the whole address wins over its parts, unless it is only the street of them.
  const text =
    whole === ''
      ? line
      : part('city') !== '' && !identityText(whole).includes(identityText(part('city')))
        ? [whole, line].filter(Boolean).join(', ')
        : whole;
  return {
    text: text.slice(0, 600),
    city: part('city').slice(0, 200),
    region: part('region').slice(0, 200),
    country: country === '' ? null : country,
  };
}

/** The places of a party with what a row says of its first two in place of what stood there. */
export function placesWith(
  values: ImportRecord | Readonly<Record<string, ImportValue | null>>,
  before: readonly Place[],
): readonly Place[] {
  const places: (Place | undefined)[] = [...before];
  for (const which of [0, 1] as const) {
    const said = placeFields.filter((part) => addressField(which, part) in values);
    if (said.length === 0) continue;
    const old = places[which];
    const take = (part: (typeof placeFields)[number], kept: string) =>
      said.includes(part) ? textOf(values[addressField(which, part)]) : kept;
    const country = take('country', old?.country ?? '') || null;
    const [city, region] = [take('city', old?.city ?? ''), take('region', old?.region ?? '')];
    const text = take('address', isOnlyWhere(old) ? '' : (old?.text ?? '')) || whereText(city, region, country);
    places[which] = text === '' ? undefined : { text: text.slice(0, 600), city: city.slice(0, 200), region: region.slice(0, 200), country };
  }
  return places.filter((place): place is Place => place !== undefined).slice(0, 60);
}

const whereText = (city: string, region: string, country: string | null): string =>
  [city, region, country === null ? '' : countryName('en', country)].filter(Boolean).join(', ');
const isOnlyWhere = (place: Place | undefined): boolean =>
  place !== undefined && place.text === whereText(place.city, place.region, place.country);

/** A party's places as the columns of a row. */
export function placeValues(places: readonly Place[]): ImportRecord {
  const made: Record<string, ImportValue> = {};
  for (const which of [0, 1] as const) {
    const place = places[which];
    if (place === undefined) continue;
    if (!isOnlyWhere(place)) made[addressField(which, 'address')] = known(place.text);
    if (place.city !== '') made[addressField(which, 'city')] = known(place.city);
    if (place.region !== '') made[addressField(which, 'region')] = known(place.region);
    if (place.country !== null) made[addressField(which, 'country')] = known(place.country);
  }
  return made;
}

export const nameToken = ({ kind, text }: Name): string => (kind === 'alias' ? text : `${kind}: ${text}`).slice(0, 400);
export function nameOf(token: string): Name {
  const found = /^(legal|trade|former|ownScript): (.+)$/su.exec(token);
  return { kind: (found?.[1] as Name['kind'] | undefined) ?? 'alias', text: found?.[2] ?? token, language: '' };
}

export const identifierToken = ({ kind, label, value }: Identifier): string => `${label === '' ? kind : label}: ${value}`.slice(0, 300);
export function identifierOf(token: string): Identifier {
  const at = token.indexOf(': ');
  const [label, value] = at === -1 ? ['', token] : [token.slice(0, at), token.slice(at + 2)];
  const column = identifierColumns.find(([, , name]) => name === label);
  return { kind: column?.[1] ?? 'other', label: label.slice(0, 120), value: value.trim().slice(0, 200), country: null };
}

export const ownerToken = ({ name, percent }: NamedOwner): string => (percent === null ? name : `${name} ${percent} %`).slice(0, 400);

/** `A Ltd 51 %; B (20%), 29 % C`: names with their shares. A comma parts two owners only behind a share, since names hold commas. */
export function readOwners(text: string): readonly NamedOwner[] {
  return text
    .split(/[;|\n\r]+|(?<=%\s*\)?)\s*(?:,|\/|\band\b|\bund\b)\s*|(?:(?<!\d),\s*|,\s+)(?=\d{1,3}(?:[.,]\d+)?\s*%)/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part))
    .map(readOwner)
    .filter(({ name }) => name !== '' && !/^(?:none|n\/a|unknown|unbekannt|various|diverse|free ?float|streubesitz|others?)$/iu.test(name));
}

function readOwner(part: string): NamedOwner {
  const share = /(?:^|[\s(:,–-])(?:ca\.?\s*|~\s*)?(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|percent|prozent|v\.?\s?h\.?)/iu.exec(part);
  const percent = share === null ? null : Number((share[1] ?? '').replace(',', '.'));
  const rest = share === null ? part : `${part.slice(0, share.index)} ${part.slice(share.index + share[0].length)}`;
  const name = (rest.includes('(') ? rest.replace(/\(\s*\)/gu, ' ') : rest.replaceAll(')', ' '))
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:–-]+|[\s,:–(-]+$/gu, '')
    .trim();
  // A share above 100 is a slip of the sheet: the owner is kept, the share is a question.
  return { name: name.slice(0, 380), percent: percent !== null && percent >= 0 && percent <= 100 ? percent : null };
}

const rolesOf = (name: string): ReadonlySet<string> =>
  new Set(readName(name, { type: 'org', listed: false }).flatMap(({ tokens }) => tokens.map(({ role }) => role)));
const hasLegalForm = (name: string): boolean => rolesOf(name).has('legalForm');

/** What an owner is, by its name: a legal form or a word of trade makes a company, two to four plain words a person. */
export function kindByName(name: string): PartyKind {
  const roles = rolesOf(name);
  if (roles.has('legalForm') || roles.has('tradeWord') || roles.has('number')) return 'organisation';
  if (/\b(?:government|ministry|republic|state|trust|fund|foundation|family|university|stiftung|regierung|land|stadt)\b/iu.test(name))
    return 'organisation';
  const count = name.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length;
  return count >= 2 && count <= 4 && !/^[\p{Lu}\d\s&.-]+$/u.test(name) ? 'person' : 'organisation';
}
