import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import type { ListReject, ListSourceSummary } from '../../../../../src-shared/formats/list-file.ts';
import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';
import { listLimits } from '../frame/limits.ts';
import { recogniseLists } from '../recognise.ts';
import { readSource } from '../run-task.ts';

const fixtures = join(import.meta.dirname, '../../../../../test/fixtures/lists');

interface ReadList {
  readonly summary: ListSourceSummary;
  readonly parties: readonly ListedParty[];
  readonly rejects: readonly ListReject[];
}

async function readFileAt(path: string): Promise<ReadList> {
  const { sources, problems } = await recogniseLists([path], listLimits);
  expect(problems).toEqual([]);
  const [source] = sources;
  if (source === undefined) throw new Error(`No list in ${path}`);
  const parties: ListedParty[] = [];
  const rejects: ListReject[] = [];
  const summary = await readSource(source, listLimits, async (batch) => {
    parties.push(...(JSON.parse(batch.parties) as ListedParty[]));
    rejects.push(...batch.rejects);
  });
  expect(summary.records).toBe(summary.parties + summary.rejected + summary.merged);
  expect(parties).toHaveLength(summary.parties);
  expect(rejects).toHaveLength(summary.rejected);
  expect(new Set(parties.map(({ id }) => id)).size).toBe(parties.length);
  return { summary, parties, rejects };
}

const readFixture = (name: string) => readFileAt(join(fixtures, name));

function one(list: ReadList, id: string): ListedParty {
  const party = list.parties.find((each) => each.id === id);
  if (party === undefined) throw new Error(`${id} is not among ${list.parties.map((each) => each.id).join(', ')}`);
  return party;
}

const named = (party: ListedParty) => party.names.map(({ text, kind }) => `${kind}: ${text}`);
const placed = (party: ListedParty) => party.countries.map(({ code, role }) => `${code} ${role}`);
const spans = (party: ListedParty) => party.births.map(({ from, until, circa }) => `${from}/${until}${circa ? ' circa' : ''}`);
const numbers = (party: ListedParty) => party.identifiers.map(({ kind, value, country }) => `${kind} ${value} ${country ?? '-'}`);

describe('the UN list', () => {
  it('reads parts of names in order, original script, weak and several aliases of one cell, and dates of four kinds', async () => {
    const list = await readFixture('un-consolidated.xml');
    expect(list.summary).toMatchObject({ source: { format: 'unXml' }, lists: [{ list: 'UN', published: '2031-03-04', parties: 2 }] });
    const person = one(list, 'UN-TRi.001');
    expect(named(person)).toEqual([
      'primary: ORVAN TESHKIL',
      'aka: أورفان تشكيل',
      'aka: أورفان التشكيلي',
      'aka: Orwan Teschkil',
      'aka: Orvane Techkil',
      'weak: The Weaver',
      'weak: Ткач',
    ]);
    expect(person.names.map(({ script }) => script)).toEqual(['Latn', 'Arab', 'Arab', 'Latn', 'Latn', 'Latn', 'Cyrl']);
    expect(spans(person)).toEqual([
      '1971-02-03/1971-02-03',
      '1970-01-01/1970-12-31 circa',
      '1968-01-01/1972-12-31',
      '1973-11-01/1973-11-30',
    ]);
    expect(placed(person)).toEqual(['KP nationality', 'CD address']);
    expect(numbers(person)).toEqual(['passport ZZ 012820 AF']);
    expect(person).toMatchObject({ type: 'person', gender: 'male', title: 'Dr.; Head of procurement', from: '2030-05-06' });
    expect(named(one(list, 'UN-TRe.001'))).toEqual(['primary: MIRELKA COMMITTEE FOR COASTAL PIPELINES', 'fka: Mirelka Pipe Bureau']);
    expect(list.rejects).toMatchObject([{ line: 2, reason: 'noName' }]);
  });
});

describe('the EU list', () => {
  it('reads XML 1.1: languages and scripts of names, weak ones, spans, foreign calendars, documents and their standing', async () => {
    const list = await readFixture('eu-fsf-1_1.xml');
    expect(list.summary.lists).toMatchObject([{ list: 'EU', published: '2031-03-04', parties: 2 }]);
    const firm = one(list, 'EU-9001.11');
    expect(named(firm)).toEqual(['primary: Zabrinov Optik', 'aka: Забринов Оптик', 'aka: Ζαμπρίνοβ Οπτικά', 'weak: ZO']);
    expect(firm.names.map(({ script, language }) => `${script} ${language}`)).toEqual(['Latn ', 'Cyrl bg', 'Grek el', 'Latn ']);
    expect(numbers(firm)).toEqual(['email post@example.org -', 'registration REG-77 AE']);
    expect(firm.addresses).toEqual([{ text: '12 Long Street, P.O. Box 77, Dubai, UNITED ARAB EMIRATES', city: 'Dubai', country: 'AE' }]);
    expect(firm).toMatchObject({ type: 'org', from: '2030-01-02', citations: ['TRe.001', '2030/1 (OJ L1)'], programmes: ['TRN'] });
    expect(firm.remarks).toContain('REG-77: revoked by issuer');
    const person = one(list, 'EU-9002.12');
    expect(person.names[0]).toMatchObject({ family: 'Varkonda', given: 'Lusine A.' });
    expect(spans(person)).toEqual(['1965-01-01/1965-12-31 circa', '1960-01-01/1962-12-31']);
    expect(person.remarks).toContain('islamic calendar');
    expect(placed(person)).toEqual(['AM birth']);
    expect(list.rejects).toMatchObject([{ line: 3, reason: 'noName' }]);
  });

  it('puts the lines of CSV 1.0 together and gives the ids of the XML', async () => {
    const list = await readFixture('eu-fsf-1_0.csv');
    const person = one(list, 'EU-9002.12');
    expect(named(person)).toEqual(['primary: Lusine Varkonda', 'aka: Лусине Варконда']);
    expect(person).toMatchObject({ type: 'person', gender: 'female', title: 'Director' });
    expect(spans(person)).toEqual(['1965-04-03/1965-04-03']);
    expect(placed(person)).toEqual(['AM birth', 'AM citizenship']);
    expect(numbers(person)).toEqual(['passport ZZ1234567 AM']);
    const firm = one(list, 'EU-9001.11');
    expect(firm.addresses).toEqual([{ text: '12 Long Street, Dubai', city: 'Dubai', country: 'AE' }]);
    expect(numbers(firm)).toEqual(['phone 042-681 20 81 -', 'phone 662 38 14 -']);
    expect(list.summary.merged).toBe(6);
    expect(list.rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['10 noId', '11 noName']);
  });

  it('reads CSV 1.1 and XML 1.0', async () => {
    const csv = one(await readFixture('eu-fsf-1_1.csv'), 'EU-9002.12');
    expect(named(csv)).toEqual(['primary: Lusine Varkonda', 'weak: La Tisserande']);
    expect(spans(csv)).toEqual(['1965-04-01/1965-04-30']);
    expect(numbers(csv)).toEqual(['email l@example.org -', 'website example.org -', 'passport ZZ1234567 AM']);
    expect(csv.remarks).toContain('ZZ1234567: false document');
    const xml = one(await readFixture('eu-1_0.xml'), 'EU-L9002');
    expect(xml).toMatchObject({ type: 'person', gender: 'female', from: '2030-02-03' });
    expect(placed(xml)).toEqual(['AM birth', 'AM citizenship']);
    expect(numbers(xml)).toEqual(['passport ZZ1234567 AM']);
  });
});

describe('the lists of the United Kingdom', () => {
  it('reads the old consolidated list with 29 columns in Windows-1252', async () => {
    const list = await readFixture('uk-conlist-29.csv');
    expect(list.summary.lists).toMatchObject([{ list: 'OFSI', published: '2030-04-05', parties: 3 }]);
    const person = one(list, 'OFSI-99001');
    expect(named(person)).toEqual(['primary: Lusine Renée VARKONDA', 'aka: Lusine Renée VARCONDA']);
    expect(person.names[0]).toMatchObject({ family: 'VARKONDA', given: 'Lusine Renée' });
    expect(spans(person)).toEqual(['1965-01-01/1965-12-31', '1966-04-03/1966-04-03']);
    expect(placed(person)).toEqual(['AM birth', 'AM nationality', 'GE nationality', 'AM address']);
    expect(numbers(person)).toEqual(['passport 592667 GE']);
    expect(person.citations).toEqual(['TRi.004']);
    expect(one(list, 'OFSI-99002')).toMatchObject({ type: 'vessel', identifiers: [{ kind: 'imo', value: '9990017' }, { kind: 'mmsi' }] });
    expect(named(one(list, 'OFSI-99003'))).toEqual(['primary: MIRELKA COMMITTEE', 'fka: MIRELKA PIPE BUREAU']);
    expect(list.rejects).toMatchObject([{ line: 9, reason: 'noId' }]);
  });

  it('reads the 36 columns of the later one', async () => {
    const person = one(await readFixture('uk-conlist-36.csv'), 'OFSI-99001');
    expect(person.names.map(({ text, kind, script, language }) => [text, kind, script, language])).toEqual([
      ['Lusine VARKONDA', 'primary', 'Latn', ''],
      ['Лусине Варконда', 'aka', 'Cyrl', 'ru'],
      ['WEAVER', 'weak', 'Latn', ''],
    ]);
    expect(numbers(person)).toEqual(['passport ZZ1234567 -']);
  });

  it('reads the UK Sanctions List as CSV, XML and spreadsheet with the same ids', async () => {
    const csv = await readFixture('uk-sanctions-list.csv');
    expect(csv.summary.lists).toMatchObject([{ list: 'UK', published: '2030-10-08', parties: 3 }]);
    const person = one(csv, 'UK-TRN0001');
    expect(named(person)).toEqual(['primary: LUSINE VARKONDA', 'aka: L. VARCONDA', 'weak: WEAVER', 'aka: Լուսինե']);
    expect(person.addresses.map(({ text }) => text)).toEqual(['1 Short Street, Yerevan, Armenia', '2 Long Street, Yerevan, Armenia']);
    expect(placed(person)).toEqual(['AM address', 'AM nationality', 'GE nationality', 'AM birth']);
    expect(one(csv, 'UK-TRN0002')).toMatchObject({
      type: 'vessel',
      vessel: { kind: 'Oil Tanker', flag: 'Gabon', owner: 'Heron Ship Management FZCO', tonnage: '31000' },
      identifiers: [{ kind: 'imo', value: '9990017' }],
    });
    expect(one(csv, 'UK-TRN0003').links.map(({ relation, name }) => `${relation} ${name}`)).toEqual([
      'subsidiary ZO One',
      'subsidiary ZO Two',
      'parent Zabrinov Holding',
    ]);
    expect(numbers(one(csv, 'UK-TRN0003'))).toEqual(['registration 190950894 BY', 'registration 7704734000 RU']);

    const xml = await readFixture('uk-sanctions-list.xml');
    expect(named(one(xml, 'UK-TRN0001'))).toEqual(['primary: LUSINE VARKONDA', 'weak: WEAVER', 'aka: Լուսինե']);
    expect(one(xml, 'UK-TRN0002')).toMatchObject({ type: 'vessel', vessel: { kind: 'Oil Tanker', flag: 'Gabon' } });
    expect(xml.rejects).toMatchObject([{ line: 3, reason: 'noId' }]);

    const rows = [
      ['Report Date: 08-Oct-2030'],
      ['Unique ID', 'Name 6', 'Name 1', 'Name type', 'Regime Name', 'Designation Type'],
      ['TRN0001', 'VARKONDA', 'LUSINE', 'Primary Name', 'Training', 'Individual'],
    ];
    for (const bookType of ['ods', 'xlsx', 'xls'] as const) {
      const sheet = await readFileAt(workbook(`any.${bookType}`, bookType, rows));
      expect(sheet.summary).toMatchObject({ source: { format: 'ukCsv' }, lists: [{ list: 'UK', published: '2030-10-08', parties: 1 }] });
      expect(one(sheet, 'UK-TRN0001').source.line).toBe(3);
    }
  });
});

describe('lists of the Bureau of Industry and Security', () => {
  it('takes the tables of part 744 apart: country carried, names, aliases, addresses, footnotes, group heads', async () => {
    const list = await readFixture('bis-part-744.xml');
    expect(list.summary.lists.map(({ list: code, published, parties }) => [code, published, parties])).toEqual([
      ['EL', '2031-07-09', 4],
      ['UVL', '2031-07-09', 1],
      ['MEU', '2031-07-09', 2],
    ]);
    const [inKabul, optics, inPeshawar, works, unverified, , gearbox] = list.parties;
    expect(inKabul).toMatchObject({
      names: [{ text: 'Orvan Teshkil' }],
      from: '2011-11-21',
      remarks: 'See alternate addresses under Pakistan',
    });
    expect(inKabul?.addresses.map(({ text }) => text)).toEqual([
      '501, 5th Floor, Long Market, Kabul, Afghanistan',
      'Flat No. 41 Block No. 24, Kabul, Afghanistan.',
    ]);
    expect(inKabul?.citations).toEqual(['76 FR 71869, 11/21/11', '80 FR 1, 1/2/15']);
    expect(inPeshawar?.id).toBe(`${inKabul?.id}-PK`);
    expect(inPeshawar?.footnotes).toEqual(['1', '2']);
    if (optics === undefined || works === undefined) throw new Error('Entries are missing');
    expect(named(optics)).toEqual([
      'primary: Zabrinov Optik Co., Ltd.',
      'aka: Zabrinov Optics',
      'aka: ZO Instruments Pvt. Ltd.',
      'aka: Zabrinov-Optik',
    ]);
    expect(placed(optics)).toEqual(['AF listedUnder', 'AF address', 'AE address']);
    expect(optics).toMatchObject({ footnotes: ['4'], licencePolicy: 'See § 744.11(a)(2)(ii)' });
    expect(named(works)).toEqual(['primary: Mirelka Works, JSC', 'fka: OJSC Mirelka Pipe Bureau', 'aka: Mirelka', 'aka: MW Group, LLC']);
    expect(works).toMatchObject({ footnotes: ['3'], addresses: [{ text: 'No. 5 Short Road, Lahore, Pakistan.', country: 'PK' }] });
    expect(unverified).toMatchObject({ list: 'UVL', names: [{ text: 'Varkonda Brothers LLC' }] });
    expect(gearbox).toMatchObject({ list: 'MEU', from: '2021-01-15', links: [{ name: 'Tallow Engine Academy' }] });
    expect(list.rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['6 notAParty', '8 notAParty']);
  });

  it('takes entries made to run for ever apart in no time', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'lists-')), 'long.csv');
    const words = ['sa '.repeat(4000), '(a.k.a., '.repeat(2000), '\u2014x; and '.repeat(3000), 'A'.repeat(30_000)];
    const rows = words.map((text) => `X,"${text}",All,Denial,1 FR 2`).join('\n');
    writeFileSync(path, `Country,Entity,License Requirement,License Review Policy,Federal Register Citation\n${rows}\n`);
    const { summary } = await readFileAt(path);
    expect(summary.records).toBe(words.length);
  });

  it('gives the same keys in the printed table as CSV', async () => {
    const csv = await readFixture('bis-entity-list.csv');
    const xml = await readFixture('bis-part-744.xml');
    expect(csv.parties.map(({ id }) => id).sort()).toEqual([xml.parties[0]?.id, xml.parties[1]?.id].sort());
    expect(csv.rejects).toMatchObject([{ line: 7, reason: 'notAParty' }]);
  });

  it('puts the addresses of one denied person together, keeps odd years and the day the order lapses', async () => {
    const list = await readFixture('bis-dpl.txt');
    const [person, seller, firm] = list.parties;
    // Of a postal code that begins with a zero the list keeps four digits.
    expect(seller?.addresses).toMatchObject([{ city: 'PORTSMOUTH', country: 'US' }]);
    expect(person).toMatchObject({
      names: [{ text: 'O. TESHKIL' }],
      from: '2003-06-19',
      until: '2056-06-29',
      programmes: ['Standard denial order'],
    });
    expect(person?.addresses.map(({ city, country }) => `${city} ${country}`)).toEqual(['LONGFIELD US', 'RICHARDSON US']);
    expect(person?.citations).toEqual(['68 F.R. 38290 6/27/03', '71 F.R. 38843 7/10/06']);
    expect(person?.remarks).toContain('Last update: 2922-01-31');
    expect(firm).toMatchObject({ until: null, programmes: ['Non-standard denial order'] });
    expect(list.summary.merged).toBe(1);
    expect(list.rejects).toMatchObject([{ line: 6, reason: 'noName' }]);
  });
});

describe('lists of the State Department', () => {
  it('reads debarred parties with the same keys from JSON and table', async () => {
    const json = await readFixture('us-debarred.json');
    const table = await readFixture('us-debarred.csv');
    expect(table.parties.map(({ id }) => id)).toEqual(json.parties.map(({ id }) => id));
    for (const list of [json, table]) {
      expect(list.parties[0]).toMatchObject({ list: 'DTC', type: 'person', births: [{ from: '1975-11-01', until: '1975-11-30' }] });
      expect(list.parties[0]?.names).toMatchObject([
        { text: 'Teshkil, Orvan', family: 'Teshkil', given: 'Orvan' },
        { text: 'Alex Teshkil' },
      ]);
      expect(list.parties[1]).toMatchObject({ type: 'unknown', names: [{ text: 'Mirelka Trading, Inc.', family: '' }] });
      expect(list.rejects).toMatchObject([{ reason: 'noName' }]);
    }
  });

  it('lets a nonproliferation entry lapse only when every measure has', async () => {
    const { parties } = await readFixture('us-nonproliferation.json');
    expect(parties.map(({ until }) => until)).toEqual(['2033-01-16', null]);
    expect(parties[0]).toMatchObject({
      countries: [{ code: 'KP', role: 'listedUnder' }],
      programmes: ['Example Nonproliferation Act', 'Example Order 1'],
    });
  });
});

function workbook(name: string, bookType: 'ods' | 'xlsx' | 'xls', rows: readonly (readonly string[])[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'lists-')), name);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Sheet1');
  writeFileSync(path, write(book, { type: 'buffer', bookType }) as Buffer);
  return path;
}

describe("a company's own list", () => {
  it('is read from a table with titles of any kind, and keeps what no column is known for', async () => {
    const list = await readFixture('own-watch-list.csv');
    expect(list.summary).toMatchObject({ source: { format: 'ownList' }, lists: [{ list: 'OWN-OWN-WATCH-LIST', parties: 2 }] });
    const firm = one(list, 'OWN-OWN-WATCH-LIST-C-7');
    expect(named(firm)).toEqual(['primary: Zabrinov Optik GmbH', 'aka: Zabrinov', 'aka: ZO']);
    expect(firm).toMatchObject({ from: '2026-01-05', countries: [{ code: 'DE', role: 'address' }] });
    expect(firm.remarks).toBe('Reason: diverted goods | Sales rep: Ann');
    expect(list.rejects).toMatchObject([{ line: 6, reason: 'noName', text: 'C-8;;x;;DE;;;' }]);
  });

  it.each(['xlsx', 'xls', 'ods'] as const)('is read from %s, and its next copy has the same list and ids', async (bookType) => {
    const rows = [
      ['Vorname', 'Nachname', 'Geburtsdatum', 'Staatsangehörigkeit', 'Passport No', 'Grund'],
      ['Lusine', 'Varkonda', '03.04.1965', 'Armenien', 'ZZ1234567', 'asked for weights'],
    ];
    const first = await readFileAt(workbook(`Sperrliste 2026-10.${bookType}`, bookType, rows));
    const next = await readFileAt(workbook(`Sperrliste 2026-11 (2).${bookType}`, bookType, rows));
    expect(first.summary.lists).toMatchObject([{ list: 'OWN-SPERRLISTE', parties: 1 }]);
    expect(next.parties.map(({ id }) => id)).toEqual(first.parties.map(({ id }) => id));
    expect(first.parties[0]).toMatchObject({
      type: 'person',
      names: [{ text: 'Lusine Varkonda', family: 'Varkonda', given: 'Lusine' }],
      births: [{ from: '1965-04-03', until: '1965-04-03' }],
      countries: [{ code: 'AM', role: 'nationality' }],
      identifiers: [{ kind: 'passport', value: 'ZZ1234567' }],
      source: { line: 2 },
    });
  });

  it('follows the order that a column of dates proves, asks where none does, and guesses nothing', async () => {
    const dates = (name: string, ...born: readonly string[]) =>
      readFileAt(
        workbook(name, 'xlsx', [
          ['Name', 'Date of birth', 'Valid until'],
          ...born.map((one, at) => [`Zorvan Belik ${'ABC'[at]}`, one, '02/01/2030']),
        ]),
      );
    const monthFirst = await dates('watch.xlsx', '03/04/1962', '04/30/1971');
    expect(monthFirst.parties.map(({ births }) => births[0]?.from)).toEqual(['1962-03-04', '1971-04-30']);
    const dayFirst = await dates('watch.xlsx', '03/04/1962', '30/04/1971');
    expect(dayFirst.parties.map(({ births }) => births[0]?.from)).toEqual(['1962-04-03', '1971-04-30']);
    const open = await dates('watch.xlsx', '03/04/1962');
    expect(open.parties[0]).toMatchObject({
      births: [{ from: '1962-03-04', until: '1962-04-03', text: '03/04/1962' }],
      until: null,
      remarks: 'Until: 02/01/2030',
    });
    expect(open.summary.notices).toMatchObject([{ code: 'ambiguousDates', count: 2, place: 'watch.xlsx: Date of birth: 03/04/1962' }]);
    expect(monthFirst.summary.notices.map(({ place }) => place)).toEqual(['watch.xlsx: Valid until: 02/01/2030']);
  });

  it('is never an official list in a shape we do not know, nor a table without names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lists-'));
    writeFileSync(join(folder, 'a.csv'), 'name,country,source_list_url,invented_column\nX,DE,https://example.org,1\n');
    writeFileSync(join(folder, 'b.csv'), 'colour,weight\nred,1\n');
    writeFileSync(join(folder, 'c.txt'), 'A name, and a country, in prose.\n');
    const { sources, problems } = await recogniseLists([folder], listLimits);
    expect(sources).toEqual([]);
    expect(problems.map(({ reason }) => reason)).toEqual(['noKnownList', 'noKnownList', 'noKnownList']);
  });
});
