import type { ListFormat } from '../frame/list-format.ts';
import { countryOf } from '../values/places.ts';
import { readDay } from '../values/spans.ts';
import { createDraft, createGroups, joined, type PartyDraft } from './draft.ts';
import {
  addAddress,
  addBirth,
  addContacts,
  addIdentification,
  addName,
  contacts,
  countryText,
  earlier,
  euId,
  idKind,
  standingOf,
} from './eu-entry.ts';
import { hasTable, readTable, type TableRow, withTitles } from './table.ts';

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
