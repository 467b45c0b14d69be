import type { IdentifierKind } from '../../../../../src-shared/model/listed-party.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { child, children, nodeText, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { languageOf } from '../values/languages.ts';
import { countryOf } from '../values/places.ts';
import { readDay, readSpan } from '../values/spans.ts';
import { createDraft, createGroups, joined, type PartyDraft } from './draft.ts';
import { hasTable, readTable, type TableRow, withTitles } from './table.ts';

/** Id of an entity: its EU reference number, which every format prints, else the number of the database. */
const euId = (reference: string, logicalId: string): string =>
  reference === '' ? `EU-L${logicalId}` : `EU-${reference.replace(/^EU\./i, '')}`;

const isHeader10 = withTitles('Entity_logical_id', 'Subject_type', 'Naal_wholename', 'Addr_country');
const isHeader11 = withTitles('Entity_LogicalId', 'NameAlias_WholeName', 'Entity_SubjectType');

/**
 * The EU consolidated list of financial sanctions as CSV: version 1.0 (59 columns, `Naal_wholename`) and 1.1 (about 90, `NameAlias_WholeName`). Each line
 * fills one block, a name or an address or a date of birth; lines belong together by the entity's logical id.
 */
export const euCsv: ListFormat = {
  id: 'euCsv',
  recognise(head) {
    if (hasTable(head, isHeader10)) return '1.0';
    return hasTable(head, isHeader11) ? '1.1' : null;
  },
  async read(files, out, limits) {
    for (const { file, part } of files) {
      const groups = createGroups(file, out);
      const old = part === '1.0';
      let published: string | null = null;
      await readTable(file, old ? isHeader10 : isHeader11, out, limits, (row) => {
        const logicalId = row.cell(old ? 'Entity_logical_id' : 'Entity_LogicalId');
        if (logicalId === '') return out.reject(file, row.line, 'noId', row.text);
        if (published === null) {
          published = row.cell(old ? 'Date_filexxxx' : 'fileGenerationDate') || row.cell('Date_file');
          out.published('EU', readDay(published));
        }
        const id = euId(row.cell(old ? 'EU_ref_num' : 'Entity_EU_ReferenceNumber'), logicalId);
        const { draft } = groups.of(logicalId, row.line, row.text, () => createDraft(id, { list: 'EU', file, line: row.line, out }));
        if (old) fill10(draft, row);
        else fill11(draft, row);
      });
      await groups.finish();
    }
  },
};

function fill10(draft: PartyDraft, row: TableRow): void {
  draft.type = row.cell('Subject_type').toUpperCase() === 'P' ? 'person' : 'org';
  draft.programme(row.cell('Programme'));
  draft.citation(row.cell('Leba_numtitle'));
  draft.remark(row.cell('Entity_remark').replace(/\\n/g, ' '));
  draft.from = earlier(draft.from, readDay(row.cell('Leba_publication_date')));
  const family = row.cell('Naal_lastname');
  const given = joined([row.cell('Naal_firstname'), row.cell('Naal_middlename')], ' ');
  addName(draft, {
    whole: row.cell('Naal_wholename') || joined([given, family], ' '),
    family,
    given,
    language: row.cell('Naal_language'),
    gender: row.cell('Naal_gender'),
    strong: true,
  });
  draft.title(row.cell('Naal_title'));
  draft.title(row.cell('Naal_function'));
  const other = row.cell('Addr_other').replace(/\\n/g, ' ');
  addContacts(draft, other);
  const address = joined([
    joined([row.cell('Addr_number'), row.cell('Addr_street')], ' '),
    joined([row.cell('Addr_zipcode'), row.cell('Addr_city')], ' '),
    other.replace(contacts, ' '),
  ]);
  draft.address(address, row.cell('Addr_city'), draft.country(row.cell('Addr_country'), 'address'));
  draft.birth(row.cell('Birt_date'));
  draft.birthPlace(row.cell('Birt_place'));
  draft.country(row.cell('Birt_country'), 'birth');
  draft.country(row.cell('Citi_country'), 'citizenship');
  const number = row.cell('Iden_number');
  if (number !== '') {
    // `AD001095 (passport-National passport) ((passport))`: number, code and name of the kind, remark.
    const parts = /^(.*?)\s*\(([a-z]+)-([^()]*)\)\s*(.*)$/i.exec(number);
    draft.identifier(idKind(parts?.[2] ?? ''), parts?.[3] || 'Identification', parts?.[1] || number, countryOf(row.cell('Iden_country')));
    if (parts?.[4]) draft.remark(`${parts[1] ?? ''}: ${parts[4].replace(/^\(|\)$/g, '')}`);
  }
}

function fill11(draft: PartyDraft, row: TableRow): void {
  const code = row.cell('Entity_SubjectType_ClassificationCode') || row.cell('Entity_SubjectType');
  draft.type = /^p/i.test(code) ? 'person' : 'org';
  draft.programme(row.cell('Entity_Regulation_Programme'));
  draft.citation(row.cell('Entity_Regulation_NumberTitle'));
  draft.citation(row.cell('Entity_UnitedNationId'));
  draft.remark(row.cell('Entity_DesignationDetails'));
  draft.remark(row.cell('Entity_Remark'));
  draft.from = readDay(row.cell('Entity_DesignationDate')) ?? earlier(draft.from, readDay(row.cell('Entity_Regulation_PublicationDate')));
  addName(draft, {
    whole:
      row.cell('NameAlias_WholeName') ||
      joined([row.cell('NameAlias_FirstName'), row.cell('NameAlias_MiddleName'), row.cell('NameAlias_LastName')], ' '),
    family: row.cell('NameAlias_LastName'),
    given: joined([row.cell('NameAlias_FirstName'), row.cell('NameAlias_MiddleName')], ' '),
    language: row.cell('NameAlias_NameLanguage'),
    gender: row.cell('NameAlias_Gender'),
    strong: !/^false$/i.test(row.cell('NameAlias_Strong')) && !/low quality/i.test(row.cell('NameAlias_Remark')),
  });
  draft.title(row.cell('NameAlias_Title'));
  draft.title(row.cell('NameAlias_Function'));
  draft.remark(row.cell('NameAlias_Remark'));
  addAddress(draft, (name) => row.cell(`Address_${name}`), row.cell('Address_CountryIso2Code'), row.cell('Address_CountryDescription'));
  addContacts(draft, row.cell('Address_ContactInfo'));
  draft.remark(row.cell('Address_Remark'));
  addBirth(draft, {
    date: row.cell('BirthDate_BirthDate'),
    day: row.cell('BirthDate_Day'),
    month: row.cell('BirthDate_Month'),
    year: row.cell('BirthDate_Year'),
    from: row.cell('BirthDate_YearRangeFrom'),
    to: row.cell('BirthDate_YearRangeTo'),
    circa: row.cell('BirthDate_Circa'),
    calendar: row.cell('BirthDate_CalendarType'),
    place: joined([row.cell('BirthDate_City'), row.cell('BirthDate_Place'), row.cell('BirthDate_Region')]),
    code: row.cell('BirthDate_CountryIso2Code'),
    country: row.cell('BirthDate_CountryDescription'),
  });
  draft.remark(row.cell('BirthDate_Remark'));
  addIdentification(draft, {
    number: row.cell('Identification_Number'),
    latin: row.cell('Identification_LatinNumber'),
    code: row.cell('Identification_TypeCode'),
    label: row.cell('Identification_TypeDescription'),
    country: row.cell('Identification_CountryIso2Code'),
    standing: standingOf((name) => row.cell(`Identification_${name}`)),
    remark: row.cell('Identification_Remark'),
  });
  draft.country(countryText(row.cell('Citizenship_CountryIso2Code'), row.cell('Citizenship_CountryDescription')), 'citizenship');
  draft.remark(row.cell('Citizenship_Remark'));
}

/**
 * The same list as XML: version 1.1 (`export` with `sanctionEntity`, everything in attributes) and 1.0 (`WHOLE` with `ENTITY`, everything in child elements).
 */
export const euXml: ListFormat = {
  id: 'euXml',
  recognise(head) {
    if (head.root?.name === 'export' && (/fpi\/fsd\/export/.test(head.root.namespace) || /<(?:\w+:)?sanctionEntity\b/.test(head.text)))
      return '1.1';
    return head.root?.name === 'WHOLE' && /<ENTITY\b/.test(head.text) ? '1.0' : null;
  },
  async read(files, out, limits) {
    for (const { file, part } of files) {
      const seen = new Set<string>();
      let count = 0;
      await readXmlRecords(file, out, limits, {
        isRecord: (name) => name === (part === '1.0' ? 'ENTITY' : 'sanctionEntity'),
        open(_name, attributes, parents) {
          if (parents.length === 0) out.published('EU', readDay((attributes['generationDate'] ?? attributes['Date'] ?? '').slice(0, 10)));
        },
        record(node) {
          count += 1;
          const logicalId = node.attributes['logicalId'] ?? node.attributes['Id'] ?? '';
          const id = euId(node.attributes['euReferenceNumber'] ?? '', logicalId);
          const text = recordText(node);
          if (id === 'EU-L') return out.reject(file, count, 'noId', text);
          if (seen.has(id)) return out.reject(file, count, 'repeatedId', text);
          const draft = createDraft(id, { list: 'EU', file, line: count, out });
          if (part === '1.0') fillXml10(draft, node);
          else fillXml11(draft, node);
          const party = draft.finish();
          if (party === null) return out.reject(file, count, 'noName', text);
          seen.add(id);
          out.party(party);
        },
      });
    }
  },
};

/** What a record looks like in a list of rejects: attributes of its element and its text. */
function recordText(node: XmlNode): string {
  return joined([...Object.entries(node.attributes).map(([name, value]) => `${name}=${value}`), nodeText(node)], ' ');
}

function fillXml11(draft: PartyDraft, node: XmlNode): void {
  const said = node.attributes;
  const subject = child(node, 'subjectType')?.attributes;
  draft.type = (subject?.['classificationCode'] ?? subject?.['code'] ?? '').toLowerCase().startsWith('p') ? 'person' : 'org';
  draft.from = readDay(said['designationDate'] ?? '');
  draft.until = readDay(said['delistingDate'] ?? '');
  draft.citation(said['unitedNationId'] ?? '');
  draft.remark(said['designationDetails'] ?? '');
  for (const regulation of children(node, 'regulation')) {
    draft.programme(regulation.attributes['programme'] ?? '');
    draft.citation(regulation.attributes['numberTitle'] ?? '');
    if (said['designationDate'] === undefined) draft.from = earlier(draft.from, readDay(regulation.attributes['publicationDate'] ?? ''));
  }
  for (const alias of children(node, 'nameAlias')) {
    const name = alias.attributes;
    const given = joined([name['firstName'] ?? '', name['middleName'] ?? ''], ' ');
    addName(draft, {
      whole: name['wholeName'] || joined([given, name['lastName'] ?? ''], ' '),
      family: name['lastName'] ?? '',
      given,
      language: name['nameLanguage'] ?? '',
      gender: name['gender'] ?? '',
      strong: name['strong'] !== 'false',
    });
    draft.title(name['title'] ?? '');
    draft.title(name['function'] ?? '');
  }
  for (const one of children(node, 'citizenship')) {
    draft.country(countryText(one.attributes['countryIso2Code'] ?? '', one.attributes['countryDescription'] ?? ''), 'citizenship');
  }
  for (const one of children(node, 'birthdate')) {
    const said = (name: string) => one.attributes[name] ?? '';
    addBirth(draft, {
      date: said('birthdate'),
      day: said('dayOfMonth'),
      month: said('monthOfYear'),
      year: said('year'),
      from: said('yearRangeFrom'),
      to: said('yearRangeTo'),
      circa: said('circa'),
      calendar: said('calendarType'),
      place: joined([said('city'), said('place'), said('region')]),
      code: said('countryIso2Code'),
      country: said('countryDescription'),
    });
  }
  for (const one of children(node, 'address')) {
    const said = (name: string) => one.attributes[name] ?? '';
    addAddress(draft, (name) => said(name.charAt(0).toLowerCase() + name.slice(1)), said('countryIso2Code'), said('countryDescription'));
    for (const contact of children(one, 'contactInfo'))
      addContact(draft, contact.attributes['key'] ?? '', contact.attributes['value'] ?? '');
  }
  for (const one of children(node, 'identification')) {
    const said = (name: string) => one.attributes[name] ?? '';
    addIdentification(draft, {
      number: said('number'),
      latin: said('latinNumber'),
      code: said('identificationTypeCode'),
      label: said('identificationTypeDescription'),
      country: said('countryIso2Code'),
      standing: standingOf((name) => said(name.charAt(0).toLowerCase() + name.slice(1))),
      remark: children(one, 'remark').map(nodeText).join('; '),
    });
  }
  for (const part of [node, ...['nameAlias', 'citizenship', 'birthdate', 'address'].flatMap((name) => children(node, name))]) {
    for (const remark of children(part, 'remark')) draft.remark(nodeText(remark));
  }
}

/** Version 1.0: `ENTITY[@Id,@Type P|E,@legal_basis,@reg_date,@programme]` with `NAME`, `ADDRESS`, `BIRTH`, `PASSPORT`, `CITIZEN`. */
function fillXml10(draft: PartyDraft, node: XmlNode): void {
  const said = node.attributes;
  const text = (one: XmlNode, name: string) => nodeText(child(one, name));
  draft.type = (said['Type'] ?? '').toUpperCase() === 'P' ? 'person' : 'org';
  draft.programme(said['programme'] ?? '');
  draft.citation(said['legal_basis'] ?? '');
  draft.remark(said['remark'] ?? '');
  draft.from = readDay(said['reg_date'] ?? '');
  for (const name of children(node, 'NAME')) {
    const given = joined([text(name, 'FIRSTNAME'), text(name, 'MIDDLENAME')], ' ');
    addName(draft, {
      whole: text(name, 'WHOLENAME') || joined([given, text(name, 'LASTNAME')], ' '),
      family: text(name, 'LASTNAME'),
      given,
      language: text(name, 'LANGUAGE'),
      gender: text(name, 'GENDER'),
      strong: true,
    });
    draft.title(text(name, 'TITLE'));
    draft.title(text(name, 'FUNCTION'));
  }
  for (const one of children(node, 'ADDRESS')) {
    const address = joined([
      joined([text(one, 'NUMBER'), text(one, 'STREET')], ' '),
      joined([text(one, 'ZIPCODE'), text(one, 'CITY')], ' '),
      text(one, 'OTHER'),
    ]);
    draft.address(address, text(one, 'CITY'), draft.country(text(one, 'COUNTRY'), 'address'));
  }
  for (const one of children(node, 'BIRTH')) {
    draft.birth(text(one, 'DATE'));
    draft.birthPlace(text(one, 'PLACE'));
    draft.country(text(one, 'COUNTRY'), 'birth');
  }
  for (const one of children(node, 'PASSPORT'))
    draft.identifier('passport', 'Passport', text(one, 'NUMBER'), countryOf(text(one, 'COUNTRY')));
  for (const one of children(node, 'CITIZEN')) draft.country(text(one, 'COUNTRY'), 'citizenship');
}

interface EuName {
  readonly whole: string;
  readonly family: string;
  readonly given: string;
  readonly language: string;
  readonly gender: string;
  readonly strong: boolean;
}

function addName(draft: PartyDraft, name: EuName): void {
  // The list has no main name; the first strong one stands first.
  if (name.whole !== '') {
    const { family, given } = name;
    draft.name(name.whole, name.strong ? 'aka' : 'weak', { language: languageOf(name.language), family, given });
  }
  if (/^m/i.test(name.gender)) draft.gender = 'male';
  else if (/^f/i.test(name.gender)) draft.gender = 'female';
}

function addAddress(draft: PartyDraft, said: (name: string) => string, code: string, description: string): void {
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

function addBirth(draft: PartyDraft, birth: EuBirth): void {
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

function addIdentification(draft: PartyDraft, said: EuIdentification): void {
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

const standingOf = (said: (name: string) => string): string =>
  joined(
    Object.entries(standingWords).map(([name, word]) => (said(name) === 'true' ? word : '')),
    ', ',
  );

function idKind(code: string): IdentifierKind {
  if (/passport|travel/i.test(code)) return 'passport';
  if (/^(?:id|ssn|birth|electionid|resident|driving)/i.test(code)) return 'nationalId';
  if (/fiscal|tax|vat/i.test(code)) return 'taxId';
  if (/reg|enterprise|trade|licen/i.test(code)) return 'registration';
  if (/swift|bic/i.test(code)) return 'swift';
  return /imo/i.test(code) ? 'imo' : 'other';
}

const contacts = /([A-Z][A-Z ]*)\[([^\]]*)\]/g;

/** `EMAIL[a@example.org]`-like contacts of one cell. */
function addContacts(draft: PartyDraft, text: string): void {
  for (const found of text.matchAll(contacts)) addContact(draft, found[1] ?? '', found[2] ?? '');
}

function addContact(draft: PartyDraft, key: string, value: string): void {
  const kind = /mail/i.test(key) ? 'email' : /web|url/i.test(key) ? 'website' : /phone|fax|tel/i.test(key) ? 'phone' : 'other';
  draft.identifier(kind, key, value);
}

/** The two-letter code where it says one, else the country's name. */
const countryText = (code: string, description: string): string =>
  code === '' || code === '00' ? (/^unknown$/i.test(description) ? '' : description) : code;

function earlier<Day extends string>(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
