import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildWorkbook, sheetRows } from '../../../../test/fixtures/import/workbook.ts';
import { createAccountBook, linkAccounts } from '../accounts.ts';
import { readLicencesFile } from './licences.ts';
import { readPeopleFile } from './roster.ts';
import { rosterColumn, rosterFields } from './roster-columns.ts';
import { readServiceAccountsFile } from './service-accounts.ts';
import { readTravelFile } from './travel.ts';

const folder = mkdtempSync(join(tmpdir(), 'people-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function file(content: string | Uint8Array, ending = 'csv'): string {
  count += 1;
  const path = join(folder, `file${count}.${ending}`);
  writeFileSync(path, content);
  return path;
}

const none = { dateOrder: null };

async function people(content: string | Uint8Array, ending = 'csv', options: Parameters<typeof readPeopleFile>[1] = none) {
  const read = await readPeopleFile(file(content, ending), options);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
}

describe('fields of a mapping', () => {
  it('stand for columns of their own, each', () => {
    const columns = Object.entries(rosterFields).map(([field, heading]) => [field, rosterColumn(heading)] as const);
    expect(columns.filter(([, column]) => column === null)).toEqual([]);
    expect(new Set(columns.map(([, column]) => JSON.stringify(column))).size).toBe(columns.length);
  });

  it('count before a column that is only guessed', async () => {
    const { people: found } = await people('id,name,role,duty,nationality 2\np1,Ana Silva,board member,Engineer,BR\n', 'csv', {
      ...none,
      columns: { role: ['duty'], citizenships: ['nationality 2'] },
    });
    expect(found).toMatchObject([{ role: 'Engineer', citizenships: [{ country: 'BR', since: null }] }]);
  });
});

describe('rosters', () => {
  it('reads a plain sheet with ties, US standing and accounts', async () => {
    const {
      people: found,
      accounts,
      questions,
    } = await people(
      [
        'person_id,name,emails,github,citizenships,citizenship_since,permanent_residences,us_status,employment_type,role,team,site,work_country,start,end',
        'p1,Wei Zhang,Wei.Zhang@halden.example;wz@halden.example,weizh,CN,1992-04-02,,visa,permanent,Researcher,Core,San Jose,US,2020-01-05,',
        'p2,Ana Silva,ana.silva@halden.example,anas,BR; US,1990-01-01;2015-06-30,,citizen,contractor,Engineer,Core,Berlin,DE,2021-02-03,2026-03-31',
        'p3,Farid Karimi,farid@halden.example,,IR,,US,lawfulPermanentResident,permanent,Engineer,Ops,,US,,',
        'p4,Blank Person,blank@halden.example,,,,,,,,,,,,',
      ].join('\n'),
    );
    expect(questions).toEqual([]);
    expect(found).toMatchObject([
      {
        id: 'p1',
        name: 'Wei Zhang',
        citizenships: [{ country: 'CN', since: '1992-04-02' }],
        usStatus: 'visa',
        employment: 'permanentRegular',
        workCountry: 'US',
        lastDay: null,
      },
      {
        id: 'p2',
        citizenships: [
          { country: 'BR', since: '1990-01-01' },
          { country: 'US', since: '2015-06-30' },
        ],
        usStatus: 'citizen',
        employment: 'contractor',
        lastDay: '2026-03-31',
      },
      {
        id: 'p3',
        citizenships: [{ country: 'IR', since: null }],
        permanentResidences: [{ country: 'US', since: null }],
        usStatus: 'lawfulPermanentResident',
      },
      { id: 'p4', citizenships: [], permanentResidences: [], usStatus: 'unknown', employment: null, role: null },
    ]);
    const book = createAccountBook(accounts);
    expect(
      linkAccounts(book, [
        'WEI.ZHANG@HALDEN.EXAMPLE',
        'HALDEN\\wz',
        'mailto:ana.silva@halden.example',
        'weizh',
        'ana.silva+ci@halden.example',
        'ana.silva',
      ]),
    ).toEqual([
      { kind: 'person', personId: 'p1' },
      { kind: 'unknown' },
      { kind: 'person', personId: 'p2' },
      { kind: 'person', personId: 'p1' },
      { kind: 'unknown' },
      { kind: 'unknown' },
    ]);
  });

  it('reads dates beside their country, whatever their order, and asks where a date reads two ways', async () => {
    const rows = (...cells: readonly string[]) =>
      ['id,name,citizenship,citizenship since', ...cells.map((cell, at) => `p${at},Person ${at},${cell}`)].join('\n');
    const read = await people(
      rows(
        'Russian; Canadian,Canadian 2026-09-01; Russian 1980-01-01',
        'RU; CA,Russia: 1980-01-01 | Canada since 2026-09-01',
        'India,2 April 1992',
        'India,Canada 2020-01-01',
      ),
    );
    expect(read.people.map(({ citizenships }) => citizenships)).toEqual([
      [
        { country: 'RU', since: '1980-01-01' },
        { country: 'CA', since: '2026-09-01' },
      ],
      [
        { country: 'RU', since: '1980-01-01' },
        { country: 'CA', since: '2026-09-01' },
      ],
      [{ country: 'IN', since: '1992-04-02' }],
      [{ country: 'IN', since: null }],
    ]);
    expect(read.problems.map(({ row, reason }) => [row, reason.slice(0, 26)])).toEqual([[5, 'The column of dates names ']]);
    const asked = await people(rows('Russian; Canadian,Russian 03/04/1980; Canadian 05/06/2020'));
    expect(asked.questions).toMatchObject([{ ask: 'dateOrder', column: 'citizenship since', samples: ['03/04/1980', '05/06/2020'] }]);
  });

  it('reads a Workday report: title rows, several lines in a cell, repeated rows, dropped births', async () => {
    const workbook = buildWorkbook({
      sheets: {
        Report: sheetRows([
          ['Halden Robotics: Worker Citizenship Report'],
          ['Run date', '2026-11-01'],
          [
            'Worker',
            'Employee ID',
            'Email - Work',
            'Business Title',
            'Supervisory Organization',
            'Worker Type',
            'Location',
            'Location Country',
            'Hire Date',
            'Termination Date',
            'Citizenship Status',
            'Country of Birth',
          ],
          [
            'Priya Raman',
            '00417',
            'priya@halden.example',
            'Researcher',
            'Core',
            'Employee',
            'Boston',
            'United States of America',
            '2019-05-06',
            '',
            'Citizen (India)\nPermanent Resident (United States of America)',
            'Pakistan',
          ],
          [
            'Lars Berg',
            '00418',
            'lars@halden.example',
            'Engineer',
            'Core',
            'Contingent Worker',
            'Oslo',
            'Norway',
            '2020-01-01',
            '2025-12-31',
            'Citizen (Norway)',
            '',
          ],
          [
            'Lars Berg',
            '00418',
            'lars@halden.example',
            'Engineer',
            'Core',
            'Contingent Worker',
            'Oslo',
            'Norway',
            '2020-01-01',
            '2025-12-31',
            'Citizen (Russian Federation)',
            '',
          ],
        ]),
      },
    });
    const { people: found } = await people(workbook, 'xlsx');
    expect(found).toMatchObject([
      {
        id: '00417',
        name: 'Priya Raman',
        role: 'Researcher',
        team: 'Core',
        workCountry: 'US',
        citizenships: [{ country: 'IN' }],
        permanentResidences: [{ country: 'US' }],
        usStatus: 'lawfulPermanentResident',
      },
      { id: '00418', employment: 'contractor', citizenships: [{ country: 'NO' }, { country: 'RU' }], lastDay: '2025-12-31' },
    ]);
    expect(JSON.stringify(found)).not.toContain('PK');
  });

  it('reads BambooHR, SuccessFactors, Personio and Entra shapes', async () => {
    const bamboo = await people(
      'Employee #,First Name,Last Name,Job Title,Department,Location,Employment Status,Hire Date,Termination Date,Work Email,Nationality\n12,Ines,Prado,Engineer,Research,Madrid,Full-Time,25-03-2019,0000-00-00,ines@x.example,Spanish\n13,Bo,Li,Engineer,Research,Madrid,Contractor,03-04-2020,31-12-2025,bo@x.example,Chinese\n',
    );
    expect(bamboo.questions).toEqual([]);
    expect(bamboo.people).toMatchObject([
      { id: '12', name: 'Ines Prado', startOn: '2019-03-25', lastDay: null, citizenships: [{ country: 'ES' }] },
      { id: '13', startOn: '2020-04-03', lastDay: '2025-12-31', citizenships: [{ country: 'CN' }], employment: 'contractor' },
    ]);
    const factors = await people('userId,username,firstName,lastName,nationality,secondNationality\n77,ocho,Olu,Cho,NGA,KOR\n');
    expect(factors.people).toMatchObject([{ id: '77', name: 'Olu Cho', citizenships: [{ country: 'NG' }, { country: 'KR' }] }]);
    expect(factors.accounts.map(({ account }) => account)).toEqual(['77', 'ocho']);
    const personio = await people(
      'Vorname;Nachname;E-Mail;Abteilung;Standort;Staatsangehörigkeit;Eintrittsdatum;Austrittsdatum\nJan;Weiß;jan@x.example;Forschung;Köln;Namibia;03.04.2020;\n',
    );
    expect(personio.people).toMatchObject([
      { id: 'jan@x.example', name: 'Jan Weiß', team: 'Forschung', startOn: '2020-04-03', citizenships: [{ country: 'NA' }] },
    ]);
    const entra = await people(
      'userPrincipalName,displayName,mail,usageLocation,id,accountEnabled,userType\nA.B@x.example,Ada Bo,ada@x.example,NA,9b2f3c1e-0000-4c1b-8c1b-0123456789ab,True,Guest\n',
    );
    expect(entra.people).toMatchObject([{ name: 'Ada Bo', workCountry: 'NA', employment: 'guest', citizenships: [] }]);
  });

  it('asks about dates that read two ways, takes the answer, and reads dotted ones day first', async () => {
    const sheet = 'id,name,start date,last day\n1,A B,03/04/2020,05/06/2021\n2,C D,01.02.2020,\n';
    const asked = await people(sheet);
    expect(asked.questions).toEqual([
      { ask: 'dateOrder', file: expect.any(String), column: 'start date', samples: ['03/04/2020'] },
      { ask: 'dateOrder', file: expect.any(String), column: 'last day', samples: ['05/06/2021'] },
    ]);
    const told = await people(sheet, 'csv', { dateOrder: 'MDY' });
    expect(told.people).toMatchObject([{ startOn: '2020-03-04', lastDay: '2021-05-06' }, { startOn: '2020-02-01' }]);
  });

  it('reads JSON with nested ties', async () => {
    const { people: found } = await people(
      JSON.stringify({
        people: [
          {
            id: 'u9',
            name: 'Mina',
            emails: ['mina@x.example', 'm@x.example'],
            citizenships: [
              { country: 'IR', since: '1990-01-01' },
              { country: 'CA', since: '2012-05-05' },
            ],
            permanentResidences: [],
            usStatus: 'none',
            employer: { name: 'Lab', country: 'CA', headquarters: 'US' },
          },
        ],
      }),
      'json',
    );
    expect(found).toMatchObject([
      {
        id: 'u9',
        citizenships: [
          { country: 'IR', since: '1990-01-01' },
          { country: 'CA', since: '2012-05-05' },
        ],
        usStatus: 'none',
        employerCountry: 'CA',
        employerHeadquarters: 'US',
      },
    ]);
  });

  it('keeps no half list and says why, except where the rest makes a US person', async () => {
    const { people: found, problems } = await people(
      'id,name,citizenship\n1,A,France; Korea\n2,B,United States; Korea\n3,C,N/A\n4,D,Georgian\n',
    );
    expect(found).toMatchObject([
      { citizenships: [], usStatus: 'unknown' },
      { citizenships: [{ country: 'US' }], usStatus: 'citizen' },
      { citizenships: [] },
      { citizenships: [{ country: 'GE' }] },
    ]);
    expect(problems.filter((one) => one.value === 'Korea')).toHaveLength(2);
  });

  it.each([
    ['US Person', 'yes', 'citizen'],
    ['us_person', 'no', 'none'],
    ['green card', 'yes', 'lawfulPermanentResident'],
    ['green_card', '2019-03-04', 'lawfulPermanentResident'],
    ['permanent resident', 'yes', 'unknown'],
    ['asylee', 'TRUE', 'protectedIndividual'],
    ['refugee', 'no', 'unknown'],
    ['protected_individual', 'yes', 'protectedIndividual'],
    ['visa type', 'H-1B', 'visa'],
    ['US citizen', 'Y', 'citizen'],
    ['us citizen', 'no', 'unknown'],
  ])('column “%s” with “%s” is %s', async (title, value, expected) => {
    const { people: found } = await people(`id,name,${title}\n1,A B,${value}\n`);
    expect(found[0]?.usStatus).toBe(expected);
  });

  it('links an account that two people claim to neither', async () => {
    const { accounts, problems } = await people('id,name,email,login\n1,A,a@x.example,shared\n2,B,b@x.example,shared\n');
    expect(linkAccounts(createAccountBook(accounts), ['shared'])).toEqual([{ kind: 'unknown' }]);
    expect(problems.some((one) => one.value === 'shared')).toBe(true);
  });
});

describe('licences, travel and service accounts', () => {
  it.each([
    ['issued', 'valid'],
    ['', 'valid'],
    ['pending', 'pending'],
    ['tbd', 'unknown'],
    ['unknown', 'unknown'],
    ['not valid', 'revoked'],
    ['Expired', 'expired'],
  ])('a licence whose status is "%s" counts as %s', async (written, status) => {
    const licences = await readLicencesFile(
      file(`Licence number,Nationality,ECCN,Valid from,Valid to,Status\nD1,CN,3E001,2026-01-01,2027-01-01,${written}\n`),
      { ...none, people: [], accounts: createAccountBook([]), assets: [] },
    );
    expect(licences.ok && licences.value.authorisations.map((one) => one.status)).toEqual([status]);
  });

  it('reads them against the roster', async () => {
    const roster = await people('id,name,email,citizenship\np1,Wei Zhang,wei@x.example,CN\np2,Ana Silva,ana@x.example,BR\n');
    const sources = {
      ...none,
      people: roster.people,
      accounts: createAccountBook(roster.accounts),
      assets: [{ id: 'm1', version: '2', name: 'Atlas' }],
    };
    const licences = await readLicencesFile(
      file(
        'Licence No,Person,Nationality,Asset,ECCN,Valid from,Valid to,Status\nD12345,wei@x.example,,Atlas 2,,2026-01-01,2026-12-31,Active\nD2,,China;Iran,,3E001,01.02.2026,,\nD3,Nobody,,m1,,2026-01-01,,valid\nTCP-7,"Silva, Ana",BR,m1,,2026-01-01,,pending approval\nD9,p2,CN,m1,,2026-01-01,,valid\n',
      ),
      sources,
    );
    if (!licences.ok) throw new Error(licences.error.reason);
    expect(licences.value.authorisations).toMatchObject([
      {
        number: 'D12345',
        personId: 'p1',
        assetIds: ['m1'],
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        status: 'valid',
        kind: 'licence',
      },
      { number: 'D2', personId: null, nationalities: ['CN', 'IR'], eccns: ['3E001'], validFrom: '2026-02-01', status: 'valid' },
      { number: 'D3', personId: null, status: 'unknown' },
      { number: 'TCP-7', personId: 'p2', status: 'pending', kind: 'technologyControlPlan' },
      { number: 'D9', personId: 'p2', status: 'unknown' },
    ]);
    const travel = await readTravelFile(
      file(
        'email,country,from,to\nWEI@x.example,Japan,2026-03-01,2026-03-09\nghost@x.example,FR,2026-01-01,2026-01-02\np2,Germany,2026-03-09,2026-03-01\n',
      ),
      sources,
    );
    if (!travel.ok) throw new Error(travel.error.reason);
    expect(travel.value.travel).toEqual([{ personId: 'p1', country: 'JP', from: '2026-03-01', until: '2026-03-09' }]);
    expect(travel.value.problems).toHaveLength(2);
    const services = await readServiceAccountsFile(file('account,owner,purpose\nsvc-train@x.example,MLOps,nightly evaluation\n'));
    if (!services.ok) throw new Error(services.error.reason);
    expect(
      linkAccounts(createAccountBook([...roster.accounts, ...services.value.accounts]), ['SVC-TRAIN@x.example', 'ana@x.example']),
    ).toEqual([
      { kind: 'service', owner: 'MLOps' },
      { kind: 'person', personId: 'p2' },
    ]);
  });
});
