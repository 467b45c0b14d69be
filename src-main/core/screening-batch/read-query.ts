import {
  type DateSpan,
  type IdentifierKind,
  identifierKinds,
  type PartyIdentifier,
  type PartyType,
  partyTypes,
} from '../../../src-shared/model/listed-party.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { ScreeningQuery } from '../../../src-shared/model/screening.ts';
import type { Row, RowProblem } from '../batch-input/index.ts';
import { countryOf, readInOrder } from '../lists/index.ts';

/** A row of the input as a question. */
export interface AskedRow {
  readonly query: ScreeningQuery;
  /** What could not be read of it, each with its column: the name is asked all the same, without those facts. */
  readonly problems: readonly RowProblem[];
}

type Field =
  | 'qid'
  | 'name'
  | 'alias'
  | 'given'
  | 'family'
  | 'type'
  | 'country'
  | 'dob'
  | 'gender'
  | 'city'
  | 'address'
  | 'ids'
  | IdentifierKind;

/** Names of columns and keys, plain: lower case, letters and digits only. */
const fieldNames: Readonly<Record<Field, readonly string[]>> = {
  qid: [
    'qid',
    'id',
    'ref',
    'reference',
    'number',
    'no',
    'key',
    'partyid',
    'customerid',
    'customerno',
    'customernumber',
    'vendorid',
    'recordid',
    'row',
  ],
  name: [
    'query',
    'name',
    'names',
    'fullname',
    'partyname',
    'customername',
    'vendorname',
    'suppliername',
    'companyname',
    'company',
    'legalname',
    'entityname',
    'organisation',
    'organization',
    'businessname',
    'customer',
    'vendor',
    'supplier',
    'vessel',
    'vesselname',
    'shipname',
    'person',
    'firma',
    'nom',
    'nombre',
  ],
  alias: ['alias', 'aliases', 'aka', 'othernames', 'tradingas', 'dba', 'formername', 'nativename', 'localname', 'name2'],
  given: ['givenname', 'givennames', 'firstname', 'firstnames', 'forename', 'prenom', 'vorname'],
  family: ['familyname', 'lastname', 'surname', 'nachname', 'apellidos', 'apellido'],
  type: ['type', 'partytype', 'entitytype', 'kind', 'category'],
  country: [
    'country',
    'countries',
    'countrycode',
    'nationality',
    'nationalities',
    'citizenship',
    'citizenships',
    'residence',
    'countryofresidence',
    'countryofregistration',
    'registrationcountry',
    'addresscountry',
    'flag',
    'land',
    'pays',
    'pais',
  ],
  dob: ['dob', 'dateofbirth', 'birthdate', 'birth', 'born', 'birthday', 'datesofbirth', 'births', 'yearofbirth', 'geburtsdatum'],
  gender: ['gender', 'sex'],
  city: ['city', 'cities', 'town', 'addresscity'],
  address: ['address', 'addresses', 'streetaddress', 'fulladdress', 'addressline', 'addressline1'],
  ids: ['ids', 'identifiers', 'identifier', 'identification'],
  passport: ['passport', 'passportno', 'passportnumber'],
  nationalId: ['nationalid', 'nationalidno', 'idcard', 'identitycard', 'idnumber', 'personalid', 'cedula', 'nationalidnumber'],
  taxId: ['taxid', 'taxno', 'taxnumber', 'tin', 'vat', 'vatid', 'vatnumber', 'inn', 'nit', 'rfc', 'ruc', 'cuit', 'taxidnumber'],
  registration: [
    'registration',
    'registrationno',
    'registrationnumber',
    'companynumber',
    'regno',
    'ogrn',
    'uscc',
    'unifiedsocialcreditcode',
    'crn',
    'tradelicense',
  ],
  lei: ['lei', 'leicode'],
  duns: ['duns', 'dunsnumber'],
  swift: ['swift', 'bic', 'swiftbic', 'swiftcode'],
  imo: ['imo', 'imonumber', 'imono'],
  mmsi: ['mmsi'],
  callSign: ['callsign'],
  aircraftSerial: ['aircraftserial', 'msn', 'serialnumber', 'manufacturerserialnumber'],
  aircraftTail: ['tail', 'tailnumber', 'aircrafttail', 'aircraftregistration'],
  cryptoAddress: ['cryptoaddress', 'wallet', 'walletaddress', 'digitalcurrencyaddress', 'crypto'],
  email: ['email', 'emailaddress', 'mail'],
  website: ['website', 'url', 'web', 'homepage'],
  phone: ['phone', 'telephone', 'phonenumber', 'tel'],
  other: ['otherid'],
};
const fields = new Map<string, Field>(
  Object.entries(fieldNames).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const typeWords: Readonly<Record<string, PartyType>> = {
  ...Object.fromEntries(partyTypes.map((type) => [type, type])),
  individual: 'person',
  people: 'person',
  human: 'person',
  natural: 'person',
  naturalperson: 'person',
  employee: 'person',
  contact: 'person',
  p: 'person',
  i: 'person',
  organisation: 'org',
  organization: 'org',
  company: 'org',
  entity: 'org',
  legalentity: 'org',
  legalperson: 'org',
  business: 'org',
  corporate: 'org',
  vendor: 'org',
  supplier: 'org',
  bank: 'org',
  university: 'org',
  e: 'org',
  o: 'org',
  ship: 'vessel',
  boat: 'vessel',
  tanker: 'vessel',
  vehicle: 'vessel',
  v: 'vessel',
  plane: 'aircraft',
  airplane: 'aircraft',
  a: 'aircraft',
  customer: 'unknown',
  party: 'unknown',
  '': 'unknown',
  na: 'unknown',
  other: 'unknown',
  u: 'unknown',
};

const genders: Readonly<Record<string, 'male' | 'female'>> = {
  male: 'male',
  m: 'male',
  man: 'male',
  female: 'female',
  f: 'female',
  woman: 'female',
};

const MOST_NAME_CHARS = 2000;

/**
 * Reads a row as a question: `query` or any usual name of a name's column, type, country, birth, identifiers. Keys nobody knows are passed
 * over. A fact that cannot be read is left out and named; the name is asked without it, since a slip in a date must not hide a match. Errors:
 * a row without a name that can be asked.
 */
export function readAskedRow(row: Row, line: number): Result<AskedRow, readonly RowProblem[]> {
  const problems: RowProblem[] = [];
  const found = new Map<Field, { column: string; texts: string[] }>();
  let ids: PartyIdentifier[] = [];
  for (const [column, value] of Object.entries(row)) {
    const field = fields.get(plain(column));
    if (field === undefined || value === null || value === undefined || value === '') continue;
    if (field === 'ids') {
      ids = [...ids, ...identifiersIn(value, column, line, problems)];
      continue;
    }
    const texts = textsIn(value, field === 'name' || field === 'qid' || isIdentifier(field) ? null : /[;|]/);
    if (texts === null) problems.push({ line, column, problem: 'A text is wanted here.' });
    else if (texts.length > 0) found.set(field, { column, texts: [...(found.get(field)?.texts ?? []), ...texts] });
  }
  const given = namesIn(found);
  // `????? ???` is what is left of a name whose letters a program could not write.
  const names = given.filter((name) => /[\p{L}\p{N}]/u.test(name));
  const lost = given.find((name) => !names.includes(name));
  if (lost !== undefined)
    problems.push({
      line,
      column: found.get('name')?.column ?? 'query',
      problem: `"${lost.slice(0, 60)}" holds no letter: the name was lost before.`,
    });
  const tooLong = names.some((name) => name.length > MOST_NAME_CHARS);
  if (tooLong) problems.push({ line, column: 'query', problem: `The name is longer than ${MOST_NAME_CHARS} characters.` });
  const type = typeOf(found.get('type'), line, problems);
  const countries = each(found.get('country'), line, problems, countryOf, (text) => `"${text}" is no country.`);
  const births = each(
    found.get('dob'),
    line,
    problems,
    birthOf,
    (text) => `"${text}" is no date of birth. Write YYYY-MM-DD, YYYY-MM or YYYY.`,
  );
  const gender = found.get('gender')?.texts[0];
  for (const kind of identifierKinds)
    for (const value of found.get(kind)?.texts ?? []) ids.push({ kind, label: kind, value, country: null });
  if (names.length === 0) {
    const instead = ids.length > 0 ? 'Its identifiers alone were screened.' : '';
    problems.unshift({ line, column: found.get('name')?.column ?? 'query', problem: `There is no name to screen. ${instead}`.trim() });
  }
  if ((names.length === 0 && ids.length === 0) || tooLong) return err(problems);
  return ok({
    problems,
    query: {
      names,
      type,
      countries: [...new Set(countries)],
      births,
      gender: gender === undefined ? null : (genders[plain(gender)] ?? null),
      identifiers: ids,
      cities: found.get('city')?.texts ?? [],
      addresses: found.get('address')?.texts ?? [],
    },
  });
}

/** The column that holds the `qid` of a row, and what stands there; undefined where the row has none. */
export function qidOf(row: Row): { readonly column: string; readonly value: string | number } | undefined {
  for (const [column, value] of Object.entries(row)) {
    if (fields.get(plain(column)) !== 'qid') continue;
    if (typeof value === 'number' && Number.isFinite(value)) return { column, value };
    if (typeof value === 'string' && value.trim() !== '') return { column, value: value.trim() };
  }
  return undefined;
}

type Found = { readonly column: string; readonly texts: readonly string[] } | undefined;

const isIdentifier = (field: Field): field is IdentifierKind => (identifierKinds as readonly string[]).includes(field);

function namesIn(found: ReadonlyMap<Field, { readonly texts: readonly string[] }>): string[] {
  const whole = found.get('name')?.texts ?? [];
  const parts = [...(found.get('given')?.texts ?? []), ...(found.get('family')?.texts ?? [])].join(' ');
  const first = whole.length > 0 ? whole : parts === '' ? [] : [parts];
  return [...new Set([...first, ...(found.get('alias')?.texts ?? [])])];
}

function typeOf(found: Found, line: number, problems: RowProblem[]): PartyType {
  const text = found?.texts[0] ?? '';
  const type = typeWords[plain(text)];
  if (type === undefined && found !== undefined)
    problems.push({ line, column: found.column, problem: `"${text}" is no type. Write ${partyTypes.join(', ')}.` });
  return type ?? 'unknown';
}

function each<T>(
  found: Found,
  line: number,
  problems: RowProblem[],
  read: (text: string) => T | null,
  complaint: (text: string) => string,
): T[] {
  const values: T[] = [];
  for (const text of found?.texts ?? []) {
    const value = read(text);
    if (value !== null) values.push(value);
    else if (!unknownWords.has(plain(text))) problems.push({ line, column: found?.column ?? '', problem: complaint(text) });
  }
  return values;
}
const unknownWords = new Set(['', 'unknown', 'na', 'none', 'nil', '00', 'xx', 'null', 'notknown', 'tbd', 'stateless']);

/** A date that can be read two ways stands for both: which it is, is not evidence then. */
const birthOf = (text: string): DateSpan | null => readInOrder(text, null);

/** Texts of a value: itself, its elements, or its parts between separators. Null for what holds no text. */
function textsIn(value: unknown, separator: RegExp | null): string[] | null {
  if (typeof value === 'number' && Number.isFinite(value)) return [String(value)];
  if (typeof value === 'string')
    return (separator === null ? [value] : value.split(separator)).map((text) => text.trim()).filter((text) => text !== '');
  if (!Array.isArray(value)) return null;
  const texts: string[] = [];
  for (const element of value) {
    const inside = textsIn(element, null);
    if (inside === null) return null;
    texts.push(...inside);
  }
  return texts;
}

/** `["IMO 9187629"]`, `[{type, value, country}]`, `{passport: "X1"}` or `"passport: X1; IMO 9187629"`. */
function identifiersIn(value: unknown, column: string, line: number, problems: RowProblem[]): PartyIdentifier[] {
  const one = (element: unknown): PartyIdentifier | null => {
    if (typeof element === 'number') return { kind: 'other', label: '', value: String(element), country: null };
    if (typeof element === 'string') return labelled(element);
    if (typeof element !== 'object' || element === null) return null;
    const { type, kind, value: inside, number, country } = element as Record<string, unknown>;
    const text = inside ?? number;
    if (typeof text !== 'string' && typeof text !== 'number') return null;
    const label = String(kind ?? type ?? '');
    return { kind: kindOf(label), label, value: String(text), country: typeof country === 'string' ? countryOf(country) : null };
  };
  const elements: unknown[] =
    typeof value === 'string'
      ? value.split(/[;|]/).filter((text) => text.trim() !== '')
      : Array.isArray(value)
        ? value
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([label, inside]) =>
              (Array.isArray(inside) ? inside : [inside]).map((number: unknown) => ({ kind: label, value: number })),
            )
          : [value];
  const found: PartyIdentifier[] = [];
  for (const element of elements) {
    const identifier = one(element);
    if (identifier === null) problems.push({ line, column, problem: 'An identifier is a text, or an object with type and value.' });
    else found.push(identifier);
  }
  return found;
}

function labelled(text: string): PartyIdentifier {
  // `IMO9187629`, `imo-9187629`, `MMSI/636092345`: a number of fixed length needs no blank before it.
  const ship = /^\s*(imo|mmsi)(?:\s*(?:no\.?|number))?[\s\p{P}]*((?:\d[\s-]?){6,8}\d)\s*$/iu.exec(text);
  if (ship !== null) {
    const digits = (ship[2] ?? '').replace(/\D/g, '');
    const kind = (ship[1] ?? '').toLowerCase() === 'imo' ? 'imo' : 'mmsi';
    if (digits.length === (kind === 'imo' ? 7 : 9)) return { kind, label: kind.toUpperCase(), value: digits, country: null };
  }
  // `Passport No. B 960789`: the longest beginning that names a kind, then what has a digit.
  const words = text.trim().split(/[\s:=#]+/);
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const label = words.slice(0, count).join(' ');
    const bare = label.replace(/\s*\b(?:no|nr|number)\.?$/i, '');
    const kind = [bare, label].map(kindOf).find((one) => one !== 'other');
    const value = words.slice(count).join(' ');
    if (kind !== undefined && /\d/.test(value)) return { kind, label, value, country: null };
  }
  return { kind: 'other', label: '', value: text.trim(), country: null };
}

function kindOf(label: string): IdentifierKind {
  const field = fields.get(plain(label));
  if (field !== undefined && isIdentifier(field)) return field;
  return identifierKinds.find((kind) => plain(kind) === plain(label)) ?? 'other';
}
