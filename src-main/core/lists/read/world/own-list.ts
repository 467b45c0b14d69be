import { createHash } from 'node:crypto';
import type { IdentifierKind, ListedCountryRole, PartyType } from '../../../../../src-shared/model/listed-party.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import type { ListFile } from '../frame/list-file.ts';
import type { ListFormat, ListOutput, ReadChoices } from '../frame/list-format.ts';
import { createKeys } from '../values/notice-key.ts';
import { createColumnOrder, readInOrder } from '../values/number-order.ts';
import { countryAtEnd, countryOf } from '../values/places.ts';
import { createRepeats } from '../values/repeats.ts';
import type { NumberOrder } from '../values/spans.ts';
import { createDraft, joined, type PartyDraft } from './draft.ts';
import { hasTable, readTable, type TableRow } from './table.ts';

/** What a column of somebody's own list can hold, by the key of its title; the first pattern that fits decides. */
const meanings = {
  alias:
    /^(?:alias(?:es)?|aka|alsoknownas|othernames?|alternat(?:iv)?enames?|altnames?|tradingas|tradenames?|dba|knownas|autresnoms|weiterenamen)\d*$/,
  former: /^(?:fka|formerly(?:knownas)?|formernames?|previousnames?|fruehernamen|fr\u00fcherenamen)\d*$/,
  given: /^(?:givennames?|firstnames?|forenames?|vorname|pr\u00e9nom|prenom|nombrepropio)$/,
  family: /^(?:familynames?|lastnames?|surname|nachname|familienname|apellidos?|nomdefamille)$/,
  name: /^(?:name|names|fullname|legalname|listedname|primaryname|nameof(?:the)?(?:party|company|person|entity|customer)|party(?:name)?|entity(?:name)?|company(?:name)?|organi[sz]ation(?:name)?|customer(?:name)?|supplier(?:name)?|vendor(?:name)?|partner(?:name)?|firm(?:name)?|firma|firmenname|unternehmen|nom|raisonsociale|nombre|raz\u00f3nsocial|razonsocial|ragionesociale|\u540d\u79f0|\u540d\u524d|\u0438\u043c\u044f|\u043d\u0430\u0438\u043c\u0435\u043d\u043e\u0432\u0430\u043d\u0438\u0435)$/,
  type: /^(?:type|partytype|entitytype|kind|category|typ|art)$/,
  id: /^(?:id|no|nr|number|ref|reference|partyid|entityid|customer(?:no|number|id)|supplier(?:no|number|id)|kundennummer|key)$/,
  nationality: /^(?:nationalit(?:y|ies|\u00e9)|citizenships?|staatsangeh\u00f6rigkeit)$/,
  registration: /^(?:countryofregistration|countryofincorporation|registeredin|incorporatedin)$/,
  country: /^(?:country|countries|countrycode|land|pays|pa\u00eds|pais|location|residence|countryofresidence)$/,
  address: /^(?:address(?:es)?|street(?:address)?|fulladdress|adresse|anschrift|direcci\u00f3n|direccion|addressline1)$/,
  city: /^(?:city|town|stadt|ort|ville|ciudad)$/,
  post: /^(?:postalcode|postcode|zip(?:code)?|plz)$/,
  born: /^(?:dateofbirth|dob|birthdate|born|geburtsdatum|datedenaissance|fechadenacimiento)$/,
  gender: /^(?:gender|sex|geschlecht)$/,
  passport: /^passport(?:no|number)?$/,
  nationalId: /^(?:nationalid(?:no|number)?|identitycard|idcard|ausweisnummer)$/,
  taxId: /^(?:tax(?:id|no|number)|vat(?:id|no|number)?|tin|ustid|steuernummer|cif|nif)$/,
  registrationNumber: /^(?:registration(?:no|number)|company(?:no|number)|registernummer|handelsregister|crn|uscc)$/,
  lei: /^lei(?:code)?$/,
  duns: /^duns(?:no|number)?$/,
  imo: /^imo(?:no|number)?$/,
  email: /^e?mail(?:address)?$/,
  website: /^(?:website|web|url|domain)$/,
  phone: /^(?:phone|telephone|tel|telefon)(?:no|number)?$/,
  programme: /^(?:list|listname|programmes?|programs?|source|watchlist|liste)$/,
  reason: /^(?:reason|why|grund|motif|motivo|basis|justification)$/,
  remark: /^(?:remarks?|notes?|comments?|description|details|bemerkung(?:en)?|kommentar)$/,
  from: /^(?:date|dateadded|addedon|added|listedon|listed|since|from|validfrom|effective(?:date)?|datum)$/,
  until: /^(?:until|validuntil|validto|expires?|expir(?:y|ation)(?:date)?|enddate|reviewdate|g\u00fcltigbis)$/,
} as const;
type Meaning = keyof typeof meanings;

function meaningOf(key: string): Meaning | null {
  for (const [meaning, pattern] of Object.entries(meanings)) if (pattern.test(key)) return meaning as Meaning;
  return null;
}

/** Titles that only official lists have: one of those in a shape we do not know must not become somebody's own list. */
const officialKeys = [
  'sourcelisturl',
  'entitylogicalid',
  'naalwholename',
  'ofsigroupid',
  'aliastype',
  'standardorder',
  'licenserequirement',
  'sdntype',
  'entnum',
];

/** A header of an own list names the party and says at least one thing more, or is the name alone. */
function isOwnHeader(keys: ReadonlySet<string>): boolean {
  if (officialKeys.some((key) => keys.has(key))) return false;
  const titles = [...keys].filter((key) => key !== '');
  const meant = titles.map(meaningOf).filter((meaning) => meaning !== null);
  const known = new Set(meant);
  const named = known.has('name') || (known.has('family') && known.has('given'));
  // A row of values has a cell such as `Entity` or `List` now and then; a header is made of titles.
  return named && ((known.size > 1 && meant.length * 4 >= titles.length) || titles.length === 1);
}

/**
 * A company's own list from any table: a sheet or delimited text with a column of names. Titles are understood generously; what no column is known for stays in the
 * remarks. Asked last, so that no official list is taken for one. The list is named after the file without dates and counters, so that next month's copy is its next version.
 */
export const ownList: ListFormat = {
  id: 'ownList',
  recognise(head) {
    const isOfficial = hasTable(head, (keys) => officialKeys.some((key) => keys.has(key)));
    return !isOfficial && (hasTable(head, isOwnHeader) || isNameColumn(head.text, head.file)) ? 'main' : null;
  },
  async read(files, out, limits, choices) {
    for (const { file } of files) {
      const orders = await ordersOf(file, out, limits, choices);
      const list = ownListCode(file);
      const unique = createKeys();
      const isRepeat = createRepeats();
      await readTable(file, isOwnHeader, out, limits, (row) => {
        if (isRepeat(row.text)) return out.merged();
        const said = valuesOf(row);
        const one = (meaning: Meaning) => joined(said.get(meaning) ?? [], ' ');
        const name = one('name') || joined([one('given'), one('family')], ' ');
        if (!/[\p{L}\p{N}]/u.test(name)) return out.reject(file, row.line, 'noName', row.text);
        const id =
          one('id') ||
          createHash('sha256')
            .update(`${name.normalize('NFKC').toUpperCase()}|${one('country').toUpperCase()}`)
            .digest('hex')
            .slice(0, 10);
        const draft = createDraft(unique(`${list}-${id}`, ''), { list, file, line: row.line, out });
        fill(draft, said, one, name, orders);
        for (const [key, text, title] of row.cells()) if (meaningOf(key) === null) draft.remark(title === '' ? text : `${title}: ${text}`);
        const party = draft.finish();
        if (party === null) out.reject(file, row.line, 'noName', row.text);
        else out.party(party);
      });
    }
  },
};

const dateMeanings = ['born', 'from', 'until'] as const satisfies readonly Meaning[];
type DateOrders = ReadonlyMap<Meaning, NumberOrder | null>;

/**
 * Whether day or month comes first in each column of dates. One date that allows a single order settles its column; where none does, the person's
 * answer holds, and without it nothing is guessed: a notice asks.
 */
async function ordersOf(file: ListFile, out: ListOutput, limits: ReadLimits, { dateOrder }: ReadChoices): Promise<DateOrders> {
  const columns = new Map(dateMeanings.map((meaning) => [meaning, { order: createColumnOrder(), title: '' }]));
  // A first look at the same file: what it says is heard once, in the reading proper.
  const silent: ListOutput = { ...out, party: nothing, reject: nothing, merged: nothing, notice: nothing, onBytes: () => nothing };
  await readTable(file, isOwnHeader, silent, limits, (row) => {
    for (const [key, text, title] of row.cells()) {
      const column = columns.get(meaningOf(key) as (typeof dateMeanings)[number]);
      if (column === undefined) continue;
      column.title ||= title;
      for (const date of many([text])) column.order.see(date);
    }
  });
  return new Map(
    [...columns].map(([meaning, { order, title }]) => {
      const found = order.end();
      if (found.open > 0 && dateOrder === null) out.notice('ambiguousDates', `${file.name}: ${title}: ${found.example}`, found.open);
      return [meaning, found.order ?? dateOrder];
    }),
  );
}

const nothing = (): void => undefined;

/** A sheet with the single column `Name` has no delimiter to tell it by. */
const isNameColumn = (text: string, file: ListFile): boolean =>
  file.sheet !== null &&
  text.split('\n', 1)[0]?.includes('\t') === false &&
  isOwnHeader(new Set([(text.split('\n', 1)[0] ?? '').toLowerCase().replace(/[^\p{L}]/gu, '')]));

type Values = ReadonlyMap<Meaning, readonly string[]>;

function valuesOf(row: TableRow): Values {
  const said = new Map<Meaning, string[]>();
  for (const [key, text] of row.cells()) {
    const meaning = meaningOf(key);
    if (meaning !== null) said.set(meaning, [...(said.get(meaning) ?? []), text]);
  }
  return said;
}

const identifierColumns: readonly (readonly [Meaning, IdentifierKind, string])[] = [
  ['passport', 'passport', 'Passport'],
  ['nationalId', 'nationalId', 'National identifier'],
  ['taxId', 'taxId', 'Tax number'],
  ['registrationNumber', 'registration', 'Registration number'],
  ['lei', 'lei', 'LEI'],
  ['duns', 'duns', 'D-U-N-S'],
  ['imo', 'imo', 'IMO number'],
  ['email', 'email', 'E-mail'],
  ['website', 'website', 'Website'],
  ['phone', 'phone', 'Phone'],
];

function fill(draft: PartyDraft, said: Values, one: (meaning: Meaning) => string, name: string, orders: DateOrders): void {
  const [given, family] = [one('given'), one('family')];
  draft.type = typeOf(one('type'), given !== '' || one('born') !== '');
  draft.name(name, 'primary', { given, family });
  for (const alias of many(said.get('alias'))) draft.name(alias, 'aka');
  for (const former of many(said.get('former'))) draft.name(former, 'fka');
  const roles: readonly (readonly [Meaning, ListedCountryRole])[] = [
    ['nationality', 'nationality'],
    ['registration', 'registration'],
    ['country', draft.type === 'person' ? 'residence' : 'address'],
  ];
  for (const [meaning, role] of roles) for (const country of many(said.get(meaning))) draft.country(country, role);
  const address = joined([one('address'), joined([one('post'), one('city')], ' ')]);
  if (address !== '') draft.address(address, one('city'), countryOf(one('country')) ?? countryAtEnd(address));
  for (const born of many(said.get('born'))) {
    const span = readInOrder(born, orders.get('born') ?? null);
    if (span === null) draft.birth(born);
    else draft.span(span);
  }
  const gender = one('gender').toLowerCase();
  draft.gender = /^(?:m|male|mann|man|homme)$/.test(gender) ? 'male' : /^(?:f|w|female|frau|woman|femme)$/.test(gender) ? 'female' : null;
  for (const [meaning, kind, label] of identifierColumns)
    for (const value of many(said.get(meaning))) draft.identifier(kind, label, value, countryOf(one('country')));
  for (const programme of many(said.get('programme'))) draft.programme(programme);
  const type = one('type');
  if (type !== '' && typeOf(type, false) === 'unknown') draft.programme(type);
  draft.remark(one('reason') === '' ? '' : `Reason: ${one('reason')}`);
  for (const remark of said.get('remark') ?? []) draft.remark(remark);
  draft.from = dayIn(draft, 'Date', one('from'), orders.get('from') ?? null);
  draft.until = dayIn(draft, 'Until', one('until'), orders.get('until') ?? null);
}

/** A day; what names no one day, or one of two, stays in the remarks. */
function dayIn(draft: PartyDraft, label: string, text: string, order: NumberOrder | null) {
  const span = readInOrder(text, order);
  const day = span !== null && span.from === span.until ? span.from : null;
  if (day === null && text !== '') draft.remark(`${label}: ${text}`);
  return day;
}

const many = (cells: readonly string[] | undefined): readonly string[] =>
  (cells ?? []).flatMap((cell) => cell.split(/\s*[;|\n]\s*/)).filter((part) => part !== '');

function typeOf(text: string, hasPerson: boolean): PartyType {
  if (/^(?:p|person|individual|natural person|nat\u00fcrliche person|personne)\b/i.test(text)) return 'person';
  if (/^(?:vessel|ship|boat|schiff)\b/i.test(text)) return 'vessel';
  if (/^(?:aircraft|plane)\b/i.test(text)) return 'aircraft';
  if (/^(?:e|o|org|organi[sz]ation|entity|company|business|enterprise|firm|legal person|bank|university|firma|unternehmen)\b/i.test(text))
    return 'org';
  return hasPerson ? 'person' : 'unknown';
}

/** `blocked customers 2026-11 (2).xlsx` → `OWN-BLOCKED-CUSTOMERS`. */
function ownListCode(file: ListFile): string {
  const plain = file.name
    .replace(/\.[a-z0-9]{1,5}(?=$| \()/i, ' ')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\d+|\b(?:V|VERSION|FINAL|COPY|NEW|SHEET|TABELLE|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b/g, ' ')
    .replace(/[^\p{L}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return plain === '' ? 'OWN' : `OWN-${plain}`;
}
