import type { ListedNameKind, PartyType } from '../../../../../src-shared/model/listed-party.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { child, children, childText, nodeText, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { languageOf } from '../values/languages.ts';
import { countryOf } from '../values/places.ts';
import { readDay } from '../values/spans.ts';
import { documentOf } from './documents.ts';
import { countedParts, createDraft, createGroups, joined, oneLine, type PartyDraft } from './draft.ts';
import { hasTable, readTable, type TableRow, withTitles } from './table.ts';

const isConHeader = withTitles('Name 6', 'Name 1', 'Group Type', 'Alias Type', 'Group ID');
const isListHeader = withTitles('Unique ID', 'Name 6', 'Name 1', 'Name type', 'Regime Name');

/**
 * The consolidated list of OFSI, closed in January 2026: 29 columns until 2021, 36 since (names in original script, passport and identity number apart). One
 * line per name and address; key is the Group ID.
 */
export const ukConCsv: ListFormat = {
  id: 'ukConCsv',
  recognise: (head) => (hasTable(head, isConHeader) ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const groups = createGroups(file, out);
      await readTable(
        file,
        isConHeader,
        out,
        limits,
        (row) => {
          const id = row.cell('Group ID');
          if (id === '') return out.reject(file, row.line, 'noId', row.text);
          const { draft } = groups.of(id, row.line, row.text, () => createDraft(`OFSI-${id}`, { list: 'OFSI', file, line: row.line, out }));
          fillCon(draft, row);
        },
        (cells) => out.published('OFSI', readDay(cells[1] ?? '')),
      );
      await groups.finish();
    }
  },
};

function fillCon(draft: PartyDraft, row: TableRow): void {
  const other = row.cell('Other Information');
  const type = row.cell('Group Type');
  draft.type = typeOf(type);
  // The old list has ships among entities and says so in words.
  if (draft.type === 'org' && /\bfollowing vessel\b/i.test(other)) draft.type = 'vessel';
  addName(draft, (part) => row.cell(`Name ${part}`), conNameKind(row.cell('Alias Type'), row.cell('Alias Quality')));
  addOriginal(draft, row.cell('Name Non-Latin Script'), row.cell('Non-Latin Script Language'));
  for (const title of countedParts(row.cell('Title'))) draft.title(title);
  for (const position of countedParts(row.cell('Position'))) draft.title(position);
  for (const birth of countedParts(row.cell('DOB'))) draft.birth(birth);
  addBirthPlaces(draft, row.cell('Town of Birth'), row.cell('Country of Birth'));
  for (const nationality of countedParts(row.cell('Nationality'))) draft.country(nationality, 'nationality');
  for (const passport of countedParts(row.cell('Passport Number') || row.cell('Passport Details')))
    documentOf(draft, 'passport', 'Passport', passport);
  for (const number of countedParts(row.cell('National Identification Number') || row.cell('NI Number')))
    documentOf(draft, 'nationalId', 'National identification number', number);
  if (row.cell('Passport Number') !== '') draft.remark(row.cell('Passport Details'));
  draft.remark(row.cell('National Identification Details'));
  addAddress(draft, (line) => row.cell(`Address ${line}`), row.cell('Post/Zip Code'), row.cell('Country'));
  draft.programme(row.cell('Regime'));
  draft.remark(other);
  addNumbers(draft, other);
  draft.citation(row.cell('UK Sanctions List Ref'));
  draft.from ??= readDay(row.cell('Listed On'));
}

/** Numbers that old entries have in their running text: `UN Ref QDe.004`, `IMO: 8937675`, `MMSI: 445539000`. */
function addNumbers(draft: PartyDraft, text: string): void {
  for (const found of text.matchAll(
    /\bUN(?:SC)? ?Ref(?:erence)?\.?(?: ?No\.?)?[:.\s]*([A-Z]{2,4}\.?[ie]\.\d{3}|[A-Z]{2}\.[A-Z]\.\d+\.\d{2})/gi,
  ))
    draft.citation(found[1] ?? '');
  for (const found of text.matchAll(/\bIMO(?: number| no\.?)?[:\s]*(\d{7})\b/gi)) draft.identifier('imo', 'IMO number', found[1] ?? '');
  for (const found of text.matchAll(/\bMMSI[:\s]*(\d{9})\b/gi)) draft.identifier('mmsi', 'MMSI', found[1] ?? '');
}

/** The UK Sanctions List as CSV: first a line with the day of the report, then 58 columns; one line per name and address, key is the Unique ID. */
export const ukCsv: ListFormat = {
  id: 'ukCsv',
  recognise: (head) => (hasTable(head, isListHeader) ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const groups = createGroups(file, out);
      await readTable(
        file,
        isListHeader,
        out,
        limits,
        (row) => {
          const id = row.cell('Unique ID');
          if (id === '') return out.reject(file, row.line, 'noId', row.text);
          const { draft } = groups.of(id, row.line, row.text, () => createDraft(`UK-${id}`, { list: 'UK', file, line: row.line, out }));
          fillUk(draft, row);
        },
        (cells) => out.published('UK', readDay(/Report Date:?\s*(.+)/i.exec(cells.join(' '))?.[1] ?? '')),
      );
      await groups.finish();
    }
  },
};

function fillUk(draft: PartyDraft, row: TableRow): void {
  // The column was titled `Individual, Entity, Ship` before it was `Designation Type`.
  draft.type = typeOf(row.cell('Designation Type') || row.cell('Individual, Entity, Ship'));
  addName(draft, (part) => row.cell(`Name ${part}`), ukNameKind(row.cell('Name type'), row.cell('Alias strength')));
  addOriginal(draft, row.cell('Name non-latin script'), row.cell('Non-latin script language'));
  draft.citation(row.cell('UN Reference Number'));
  const group = row.cell('OFSI Group ID');
  if (group !== '') draft.citation(`OFSI Group ID ${group}`);
  for (const title of countedParts(row.cell('Title'))) draft.title(title);
  for (const position of countedParts(row.cell('Position'))) draft.title(position);
  draft.programme(row.cell('Regime Name'));
  addSanctions(draft, row.cell('Sanctions Imposed').split('|'));
  draft.remark(row.cell('Other Information'));
  draft.remark(row.cell('UK Statement of Reasons'));
  addAddress(draft, (line) => row.cell(`Address Line ${line}`), row.cell('Address Postal Code'), row.cell('Address Country'));
  draft.identifier('phone', 'Phone number', row.cell('Phone number'));
  draft.identifier('website', 'Website', row.cell('Website'));
  draft.identifier('email', 'Email address', row.cell('Email address'));
  draft.from ??= readDay(row.cell('Date Designated'));
  for (const birth of countedParts(row.cell('D.O.B'))) draft.birth(birth);
  for (const nationality of row.cell('Nationality(/ies)').split('|').flatMap(countedParts)) draft.country(nationality, 'nationality');
  addDocument(draft, 'nationalId', row.cell('National Identifier number'), row.cell('National Identifier additional information'));
  addDocument(draft, 'passport', row.cell('Passport number'), row.cell('Passport additional information'));
  addGender(draft, row.cell('Gender'));
  addBirthPlaces(draft, row.cell('Town of birth'), row.cell('Country of birth'));
  addRemark(draft, 'Type of entity', row.cell('Type of entity'));
  for (const name of row.cell('Subsidiaries').split('|')) draft.link('subsidiary', name);
  for (const name of row.cell('Parent company').split('|')) draft.link('parent', name);
  for (const number of row.cell('Business registration number (s)').split('|').flatMap(countedParts))
    documentOf(draft, 'registration', 'Business registration number', number);
  addShip(draft, {
    imo: row.cell('IMO number'),
    owner: row.cell('Current owner/operator (s)'),
    before: row.cell('Previous owner/operator (s)'),
    flag: row.cell('Current believed flag of ship'),
    flags: row.cell('Previous flags'),
    kind: row.cell('Type of ship'),
    tonnage: row.cell('Tonnage of ship'),
    length: row.cell('Length of ship'),
    built: row.cell('Year Built'),
    hull: row.cell('Hull identification number (HIN)'),
  });
}

/** The UK Sanctions List as XML: `Designations` with `Designation`. */
export const ukXml: ListFormat = {
  id: 'ukXml',
  recognise: (head) => (head.root?.name === 'Designations' && /<(?:Designation|DateGenerated)\b/.test(head.text) ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const seen = new Set<string>();
      let count = 0;
      await readXmlRecords(file, out, limits, {
        isRecord: (name) => name === 'Designation' || name === 'DateGenerated',
        record(node) {
          if (node.name === 'DateGenerated') return out.published('UK', readDay(nodeText(node)));
          count += 1;
          const id = childText(node, 'UniqueID');
          const text = nodeText(node);
          if (id === '') return out.reject(file, count, 'noId', text);
          if (seen.has(id)) return out.reject(file, count, 'repeatedId', text);
          const draft = createDraft(`UK-${id}`, { list: 'UK', file, line: count, out });
          fillXml(draft, node);
          const party = draft.finish();
          if (party === null) return out.reject(file, count, 'noName', text);
          seen.add(id);
          out.party(party);
        },
      });
    }
  },
};

function fillXml(draft: PartyDraft, node: XmlNode): void {
  draft.type = typeOf(childText(node, 'IndividualEntityShip'));
  for (const name of children(child(node, 'Names'), 'Name')) {
    addName(draft, (part) => childText(name, `Name${part}`), ukNameKind(childText(name, 'NameType'), childText(name, 'AliasStrength')));
  }
  for (const name of children(child(node, 'NonLatinNames'), 'NonLatinName')) {
    addOriginal(draft, childText(name, 'NameNonLatinScript'), childText(name, 'NonLatinScriptLanguage'));
  }
  draft.citation(childText(node, 'UNReferenceNumber'));
  const group = childText(node, 'OFSIGroupID');
  if (group !== '') draft.citation(`OFSI Group ID ${group}`);
  for (const title of all(node, 'Title')) draft.title(title);
  for (const position of all(node, 'Position')) draft.title(position);
  draft.programme(childText(node, 'RegimeName'));
  addSanctions(draft, childText(node, 'SanctionsImposed').split('|'));
  draft.remark(childText(node, 'OtherInformation'));
  draft.remark(childText(node, 'UKStatementofReasons'));
  draft.from = readDay(childText(node, 'DateDesignated'));
  for (const address of children(child(node, 'Addresses'), 'Address')) {
    addAddress(
      draft,
      (line) => childText(address, `AddressLine${line}`),
      childText(address, 'AddressPostalCode'),
      childText(address, 'AddressCountry'),
    );
  }
  for (const phone of all(node, 'PhoneNumber')) draft.identifier('phone', 'Phone number', phone);
  for (const site of all(node, 'Website')) draft.identifier('website', 'Website', site);
  for (const mail of all(node, 'EmailAddress')) draft.identifier('email', 'Email address', mail);
  for (const birth of all(node, 'DOB')) draft.birth(birth);
  for (const nationality of all(node, 'Nationality')) draft.country(nationality, 'nationality');
  for (const one of deep(node, 'NationalIdentifier')) {
    addDocument(draft, 'nationalId', childText(one, 'NationalIdentifierNumber'), childText(one, 'NationalIdentifierAdditionalInformation'));
  }
  for (const one of deep(node, 'Passport')) {
    addDocument(draft, 'passport', childText(one, 'PassportNumber'), childText(one, 'PassportAdditionalInformation'));
  }
  for (const gender of all(node, 'Gender')) addGender(draft, gender);
  for (const place of deep(node, 'Location')) addBirthPlaces(draft, childText(place, 'TownOfBirth'), childText(place, 'CountryOfBirth'));
  for (const kind of all(node, 'TypeOfEntity')) addRemark(draft, 'Type of entity', kind);
  for (const name of all(node, 'Subsidiary')) draft.link('subsidiary', name);
  for (const name of [...all(node, 'ParentCompany')]) draft.link('parent', name);
  for (const number of all(node, 'BusinessRegistrationNumber')) documentOf(draft, 'registration', 'Business registration number', number);
  const ship = (name: string) => joined(all(node, name), '; ');
  addShip(draft, {
    imo: ship('IMONumber'),
    owner: ship('CurrentOwnerOperator') || ship('CurrentOwnerOperators'),
    before: ship('PreviousOwnerOperator') || ship('PreviousOwnerOperators'),
    flag: ship('CurrentBelievedFlagOfShip'),
    flags: ship('PreviousFlag') || ship('PreviousFlags'),
    kind: ship('TypeOfShip'),
    tonnage: ship('TonnageOfShip'),
    length: ship('LengthOfShip'),
    built: ship('YearBuilt'),
    hull: ship('HullIdentificationNumber'),
  });
}

/** All elements of a name anywhere below. */
function deep(node: XmlNode, name: string): XmlNode[] {
  return children(node).flatMap((one) => (one.name === name ? [one] : deep(one, name)));
}

const all = (node: XmlNode, name: string): readonly string[] =>
  deep(node, name)
    .map(nodeText)
    .filter((text) => text !== '');

const typeOf = (text: string): PartyType =>
  /^ind/i.test(text) ? 'person' : /^ship|^vessel/i.test(text) ? 'vessel' : /^ent/i.test(text) ? 'org' : 'unknown';

const conNameKind = (type: string, quality: string): ListedNameKind =>
  /^prim/i.test(type) ? 'primary' : /^fka|^f\.k\.a/i.test(type) ? 'fka' : /low/i.test(quality) ? 'weak' : 'aka';

const ukNameKind = (type: string, strength: string): ListedNameKind =>
  /^primary name$/i.test(oneLine(type)) ? 'primary' : /low/i.test(strength) ? 'weak' : /^f\.?k\.?a/i.test(type) ? 'fka' : 'aka';

/** Name 6 is the family name or the whole name of an entity, names 1 to 5 are given names in order. */
function addName(draft: PartyDraft, part: (number: number) => string, kind: ListedNameKind): void {
  const given = joined([1, 2, 3, 4, 5].map(part), ' ');
  const family = oneLine(part(6));
  const person = draft.type === 'person';
  draft.name(joined([given, family], ' '), kind, person ? { family, given } : {});
}

/** A name in its own script; several in one cell are divided as in the UN list. */
function addOriginal(draft: PartyDraft, text: string, language: string): void {
  for (const name of text.split(/\s*[;؛|]\s*/)) draft.name(name, 'aka', { language: languageOf(language) });
}

function addGender(draft: PartyDraft, text: string): void {
  if (/^m/i.test(text)) draft.gender = 'male';
  else if (/^f/i.test(text)) draft.gender = 'female';
}

function addBirthPlaces(draft: PartyDraft, town: string, country: string): void {
  const towns = countedParts(town);
  const countries = countedParts(country);
  for (const name of countries) draft.country(name, 'birth');
  if (towns.length === 1 && countries.length === 1) draft.birthPlace(joined([...towns, ...countries]));
  else for (const place of [...towns, ...(towns.length === 0 ? countries : [])]) draft.birthPlace(place);
}

function addAddress(draft: PartyDraft, line: (number: number) => string, post: string, country: string): void {
  const lines = [1, 2, 3, 4, 5, 6].map(line);
  const text = joined([...lines, post, country]);
  if (text === '') return;
  draft.address(text, '', draft.country(country, 'address'));
}

function addSanctions(draft: PartyDraft, sanctions: readonly string[]): void {
  addRemark(draft, 'Sanctions imposed', joined([...new Set(sanctions)], '; '));
}

function addDocument(draft: PartyDraft, kind: 'passport' | 'nationalId', number: string, more: string): void {
  const label = kind === 'passport' ? 'Passport' : 'National identifier';
  const numbers = number.split('|').flatMap(countedParts);
  const country = countryInWords(more);
  for (const one of numbers) documentOf(draft, kind, label, one, numbers.length === 1 ? country : null);
  if (more !== '') addRemark(draft, joined([label, number], ' '), more);
}

/** `Afghanistan number`, `Iraqi passport issued on …`: the first word that names a country. */
function countryInWords(text: string): string | null {
  for (const words of [text.split(/[,.;(]/)[0] ?? '', ...text.split(/\s+/).slice(0, 3)]) {
    const code = words.length > 3 ? countryOf(words) : null;
    if (code !== null) return code;
  }
  return null;
}

function addRemark(draft: PartyDraft, label: string, text: string): void {
  if (oneLine(text) !== '') draft.remark(`${label}: ${text}`);
}

interface Ship {
  readonly imo: string;
  readonly owner: string;
  readonly before: string;
  readonly flag: string;
  readonly flags: string;
  readonly kind: string;
  readonly tonnage: string;
  readonly length: string;
  readonly built: string;
  readonly hull: string;
}

function addShip(draft: PartyDraft, ship: Ship): void {
  for (const found of ship.imo.matchAll(/(?<!\d)\d{7}(?!\d)/g)) draft.identifier('imo', 'IMO number', found[0]);
  if (ship.imo !== '' && !/\d{7}/.test(ship.imo)) draft.identifier('imo', 'IMO number', ship.imo);
  for (const flag of ship.flag.split('|')) draft.country(flag, 'flag');
  draft.identifier('other', 'Hull identification number', ship.hull);
  if (draft.type === 'vessel')
    draft.vessel = { kind: oneLine(ship.kind), flag: oneLine(ship.flag), owner: oneLine(ship.owner), tonnage: oneLine(ship.tonnage) };
  else addRemark(draft, 'Owner or operator', ship.owner);
  addRemark(draft, 'Previous owner or operator', ship.before);
  addRemark(draft, 'Previous flags', ship.flags);
  addRemark(draft, 'Length', ship.length);
  addRemark(draft, 'Year built', ship.built);
}
