import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ListReject, ListSourceSummary } from '../../../../../src-shared/formats/list-file.ts';
import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';
import { listLimits } from '../frame/limits.ts';
import { recogniseLists } from '../recognise.ts';
import { readSource } from '../run-task.ts';
import { fixedColumns } from './flat-shape.ts';

const fixtures = join(import.meta.dirname, '../../../../../test/fixtures/lists/us');
const at = (name: string) => join(fixtures, name);

interface ReadList {
  readonly summary: ListSourceSummary;
  readonly parties: readonly ListedParty[];
  readonly rejects: readonly ListReject[];
}

async function readAt(...paths: string[]): Promise<ReadList> {
  const { sources, problems } = await recogniseLists(paths, listLimits);
  expect(problems).toEqual([]);
  expect(sources).toHaveLength(1);
  const [source] = sources;
  if (source === undefined) throw new Error('No list');
  const parties: ListedParty[] = [];
  const rejects: ListReject[] = [];
  const summary = await readSource(source, listLimits, async (batch) => {
    parties.push(...(JSON.parse(batch.parties) as ListedParty[]));
    rejects.push(...batch.rejects);
  });
  expect(summary.records).toBe(summary.parties + summary.rejected + summary.merged);
  expect(parties).toHaveLength(summary.parties);
  expect(rejects).toHaveLength(summary.rejected);
  return { summary, parties, rejects };
}

const one = ({ parties }: ReadList, id: string): ListedParty => {
  const party = parties.find((each) => each.id === id);
  if (party === undefined) throw new Error(`${id} is not among ${parties.map((each) => each.id).join(', ')}`);
  return party;
};
const named = (party: ListedParty) => party.names.map(({ text, kind }) => `${kind}: ${text}`);
const placed = (party: ListedParty) => party.countries.map(({ code, role }) => `${code} ${role}`).sort();
const numbers = (party: ListedParty) => party.identifiers.map(({ kind, value, country }) => `${kind} ${value} ${country ?? '-'}`);

const flat = ['main.csv', 'names.csv', 'addresses.csv', 'remarks.csv'].map(at);

describe('flat files of the Treasury', () => {
  it('joins four files by number, reads remarks clause by clause, and names every row that makes no party', async () => {
    const list = await readAt(...flat.toReversed());
    expect(list.summary).toMatchObject({ source: { format: 'ofacFlat' }, lists: [{ list: 'SDN', parties: 4, published: null }] });
    expect(list.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'repeatedId'],
      [6, 'columns'],
    ]);
    const orphans = list.summary.notices.filter(({ code }) => code === 'orphanRows').map(({ place }) => place);
    expect(orphans).toEqual(['names.csv: 3: 91111', 'addresses.csv: 4: 91111']);
    const person = one(list, 'SDN-90001');
    expect(named(person)).toEqual(['primary: ORLOV TEST, Ivan Petrovich', 'aka: ORLOF TEST, Vanya', 'weak: THE CLERK']);
    expect(person).toMatchObject({
      type: 'person',
      gender: 'male',
      programmes: ['TRAINING1', 'TRAINING2'],
      title: 'Director',
      addresses: [{ text: '1 Invented Street, Kabul 1001, Afghanistan', city: 'Kabul', country: 'AF' }],
      links: [{ relation: 'Linked To', partyId: 'SDN-90002', name: 'LANTERN WORKS, LTD.' }],
      source: { line: 1 },
    });
    expect(person.names[0]).toMatchObject({ family: 'ORLOV TEST', given: 'Ivan Petrovich' });
    expect(person.births.map(({ from, until, circa }) => [from, until, circa])).toEqual([
      ['1970-02-01', '1970-02-01', false],
      ['1971-01-01', '1971-12-31', true],
    ]);
    expect(placed(person)).toEqual(['AF address', 'AF birth', 'MM citizenship', 'RU nationality']);
    expect(numbers(person)).toEqual(['passport XA1234567 IR', 'taxId 770000000001 RU']);
    expect(person.remarks).toContain('keeper of the invented lighthouse');
    expect(list.summary.notices).toContainEqual({
      code: 'unknownClauses',
      count: 1,
      place: 'main.csv: 1: keeper of the invented lighthouse',
    });
  });

  it('keeps the blank where remarks were cut and spilled into their own file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lists-'));
    const paths = [join(folder, 'sdn.csv'), join(folder, 'sdn_comments.csv')];
    const nothing = Array.from({ length: 7 }, () => '-0- ').join(',');
    writeFileSync(
      paths[0] ?? '',
      `1,"LANTERN WORKS",-0- ,"TRAINING1",${nothing},"Tax ID No. 770; Linked To:"\r\n2,"TERN HOUSE",-0- ,"TRAINING1",${nothing},"Gender"\r\n`,
    );
    writeFileSync(paths[1] ?? '', '1," ORCHID; Registration Number 12345"\r\n1," (Iran)."\r\n');
    const party = one(await readAt(...paths), 'SDN-1');
    expect(party.remarks).toBe('Tax ID No. 770; Linked To: ORCHID; Registration Number 12345 (Iran).');
    expect(numbers(party)).toEqual(['taxId 770 -', 'registration 12345 IR']);
  });

  it('reads organisations, ships and aircraft by their own numbers', async () => {
    const list = await readAt(...flat);
    const works = one(list, 'SDN-90002');
    expect(named(works)).toEqual(['primary: LANTERN WORKS, LTD.', 'fka: LAMP WORKS']);
    expect(numbers(works)).toEqual([
      'registration HRB 12 DE',
      'registration IMO 5550001 -',
      'cryptoAddress 1TrainingOnlyNotAnAddress0000000000 -',
      'website www.example.org -',
      'email info@example.org -',
      'swift TESTDEFF -',
    ]);
    expect(works.addresses).toEqual([{ text: 'Region: Crimea (mail only)', city: '', country: null }]);
    const boat = one(list, 'SDN-90003');
    expect(boat).toMatchObject({
      type: 'vessel',
      vessel: { kind: 'Tug', flag: 'Panama', owner: 'Lantern Works', tonnage: '2,000 / 1,800' },
    });
    expect(numbers(boat)).toEqual(['callSign TEST9 -', 'imo 9990001 -', 'mmsi 999000111 -']);
    expect(named(boat)).toEqual(['primary: PAPER BOAT', 'weak: TIN BOAT']);
    expect(placed(boat)).toEqual(['PA flag']);
    const plane = one(list, 'SDN-90004');
    expect(numbers(plane)).toEqual(['aircraftTail TT-ABC9 -', 'aircraftSerial 12345 -']);
    // The spilled-over remarks go on where the row ends.
    expect(plane.links.map(({ name, partyId }) => [name, partyId])).toEqual([
      ['PAPER AIR', null],
      ['LANTERN WORKS, LTD.', 'SDN-90002'],
    ]);
  });

  it('reads the same parties from pipes, at-signs and fixed fields, packed or not', async () => {
    const want = (await readAt(at('main.csv'))).parties.map(({ source: _source, ...rest }) => rest);
    const rows = readFileSync(at('main.csv'), 'latin1').split('\r\n').slice(0, 4);
    const cells = rows.map((row) => [...row.matchAll(/"([^"]*)"|([^,]+)/g)].map((found) => found[1] ?? found[2] ?? ''));
    const folder = mkdtempSync(join(tmpdir(), 'flat-'));
    const write = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, gzipSync(Buffer.from(`${text}\r\n\u001a`, 'latin1')));
      return path;
    };
    const joined = (mark: string) =>
      cells.map((row) => row.map((cell, index) => (index === 0 || cell === '-0- ' ? cell : `"${cell}"`)).join(mark)).join('\r\n');
    const starts = fixedColumns.main;
    const fixed = cells
      .map((row) =>
        row
          .map((cell, index) => (index === 0 ? cell.padStart(10) : cell.padEnd((starts[index + 1] ?? 1867) - (starts[index] ?? 0))))
          .join(''),
      )
      .join('\r\n');
    for (const path of [write('a', joined('|')), write('b', joined('@')), write('c', fixed)]) {
      const { parties } = await readAt(path);
      expect(parties.map(({ source: _source, ...rest }) => rest)).toEqual(want);
    }
  });
});

describe('XML of the Treasury', () => {
  it('reads the sdnList in its new and its old namespace', async () => {
    const list = await readAt(at('sdn.xml'));
    expect(list.summary).toMatchObject({ source: { format: 'ofacXml' }, lists: [{ list: 'SDN', published: '2026-09-10', parties: 3 }] });
    expect(list.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'noName'],
      [5, 'repeatedId'],
    ]);
    expect(list.summary.notices).toContainEqual({ code: 'countDiffers', count: 1, place: 'sdn.xml: 4 / 5' });
    const person = one(list, 'SDN-90001');
    expect(named(person)).toEqual(['primary: ORLOV TEST, Ivan Petrovich', 'aka: ORLOF TEST, Vanya', 'weak: THE CLERK']);
    expect(placed(person)).toEqual(['AF address', 'AF birth', 'MM citizenship', 'RU nationality']);
    expect(numbers(one(list, 'SDN-90003'))).toEqual(['imo 9990001 -', 'callSign TEST9 -']);
    expect(named(one(list, 'SDN-90002'))).toEqual(['primary: LANTERN & WORKS, LTD.']);
    const old = join(mkdtempSync(join(tmpdir(), 'sdn-')), 'old.bin');
    writeFileSync(old, readFileSync(at('sdn.xml'), 'utf8').replace(/xmlns="[^"]*"/, 'xmlns="http://tempuri.org/sdnList.xsd"'));
    const plain = (parties: readonly ListedParty[]) => parties.map(({ source: _source, ...rest }) => rest);
    expect(plain((await readAt(old)).parties)).toEqual(plain(list.parties));
  });

  it('resolves every code of the advanced file from the file, with scripts, papers, places, ownership and entries', async () => {
    const list = await readAt(at('advanced.xml'));
    expect(list.summary.lists).toMatchObject([
      { list: 'SDN', published: '2026-09-10', parties: 2 },
      { list: 'MBS', published: '2026-09-10', parties: 1 },
    ]);
    expect(list.rejects).toMatchObject([{ line: 4, reason: 'noName' }]);
    const person = one(list, 'SDN-90001');
    expect(person.names.map(({ text, kind, script, language }) => [text, kind, script, language])).toEqual([
      ['ORLOV TEST, Ivan Petrovich', 'primary', 'Latn', ''],
      ['THE CLERK', 'weak', 'Latn', ''],
      ['ОРЛОВ ТЕСТ, Иван', 'aka', 'Cyrl', ''],
      ['灯纸船', 'aka', 'Hani', 'zh-Hans'],
    ]);
    expect(person).toMatchObject({ type: 'person', gender: 'male', from: '2001-05-04', programmes: ['TRAINING1'] });
    expect(person.births.map(({ from, until, circa }) => [from, until, circa])).toEqual([
      ['1970-02-01', '1970-02-01', false],
      ['1971-01-01', '1972-12-31', true],
    ]);
    expect(placed(person)).toEqual(['AF address', 'AF birth', 'IR nationality']);
    expect(numbers(person)).toEqual(['passport XA1234567 IR']);
    expect(person.links).toEqual([{ relation: 'Acting for or on behalf of (former)', partyId: 'MBS-90003', name: 'PAPER BOAT' }]);
    const works = one(list, 'SDN-90002');
    expect(works.links).toMatchObject([{ relation: 'Owned or Controlled By', partyId: 'SDN-90001' }]);
    expect(works.programmes).toEqual(['TRAINING1', 'TRAINING2']);
    expect(one(list, 'MBS-90003')).toMatchObject({ type: 'vessel', from: '2003-07-06', identifiers: [{ kind: 'imo', value: '9990001' }] });
  });

  it('refuses document types and files cut short', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    const text = readFileSync(at('sdn.xml'), 'utf8');
    const refused = async (name: string, content: string) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      const { sources } = await recogniseLists([path], listLimits);
      const [source] = sources;
      if (source === undefined) throw new Error('not recognised');
      return readSource(source, listLimits, async () => undefined).then(
        () => 'read',
        (cause: { problem?: { reason: string } }) => cause.problem?.reason,
      );
    };
    expect(await refused('cut.xml', text.slice(0, -20))).toBe('xml');
    expect(await refused('doctype.xml', text.replace('<sdnEntry>', '<!DOCTYPE x><sdnEntry>'))).toBe('doctype');
  });
});

describe('the Consolidated Screening List', () => {
  it('reads the CSV with its header twice, and keeps unknown lists and short rows as rejects', async () => {
    const list = await readAt(at('csl.csv'));
    expect(list.summary).toMatchObject({ records: 6, parties: 3, merged: 1, rejected: 2 });
    expect(list.summary.lists.map(({ list: code }) => code)).toEqual(['SDN', 'EL', 'DPL']);
    expect(list.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'unknownList'],
      [7, 'columns'],
    ]);
    const person = one(list, 'SDN-90001');
    expect(numbers(person)).toEqual(['passport XA1234567 IR', 'other Lantern, Works -']);
    expect(person).toMatchObject({ gender: 'male', remarks: 'Directive Information: first part; second part' });
    expect(placed(person)).toEqual(['AF address', 'AF birth', 'IR address', 'MM citizenship', 'RU nationality']);
    const denied = list.parties.find(({ list: code }) => code === 'DPL');
    expect(denied).toMatchObject({
      names: [{ text: 'I. TEST' }],
      from: '2022-08-24',
      until: '2026-01-14',
      addresses: [{ city: 'EL PASO', country: 'US' }],
    });
  });

  it('takes days and places off numbers, and parts names that hold another', async () => {
    const header = readFileSync(at('csl.csv'), 'utf8').split('\n', 1)[0] ?? '';
    const row = (cells: Readonly<Record<string, string>>) =>
      header
        .split(',')
        .map((title) => `"${cells[title] ?? ''}"`)
        .join(',');
    const path = join(mkdtempSync(join(tmpdir(), 'lists-')), 'consolidated.csv');
    const office = 'Entity List (EL) - Bureau of Industry and Security';
    const rows = [
      row({
        source: 'Specially Designated Nationals (SDN) - Treasury Department',
        entity_number: '1',
        type: 'Individual',
        name: 'TERN, Vera',
        ids: 'Passport, G025057, 23 Jun 1999, 05 Feb 2004; Passport, E590976, TN, 19 Jun 1987; Registration Number, HRB 44 (Exampletown), DE',
      }),
      row({
        source: office,
        name: 'Orchid Works, OOO (f.k.a., Old Orchid Works)',
        alt_names: 'OW; and Orchid',
        federal_register_notice: '86 F.R. 1 1/2/21, 87 F.R.22 2/3/22',
      }),
    ];
    writeFileSync(path, `${header}\n${rows.join('\n')}\n`);
    const { parties } = await readAt(path);
    expect(parties.map(numbers)).toEqual([['passport G025057 -', 'passport E590976 TN', 'registration HRB 44 DE'], []]);
    expect(parties[1] && named(parties[1])).toEqual(['primary: Orchid Works, OOO', 'fka: Old Orchid Works', 'aka: OW', 'aka: Orchid']);
    expect(parties[1]?.citations).toEqual(['86 F.R. 1 1/2/21', '87 F.R.22 2/3/22']);
  });

  it('reads it saved again by a spreadsheet program, twice appended, and puts the addresses of one denial order together', async () => {
    const office = 'Denied Persons List (DPL) - Bureau of Industry and Security';
    const titles = ['source', 'name', 'addresses', 'start date', 'end date', 'federal register notice', 'alt names', 'source list url'];
    const order = (address: string, end = '2034-10-30') =>
      [office, 'TERN AIR', address, '2031-10-31', end, '87 F.R. 1 1/2/31', '', 'https://example.org'].map((cell) => `"${cell}"`).join(';');
    const rows = [order('1 Long Road, Baghdad, IQ'), order('2 Short Road, Dubai, AE'), order('1 Long Road, Baghdad, IQ', '2044-10-30')];
    const path = join(mkdtempSync(join(tmpdir(), 'lists-')), 'consolidated.csv');
    writeFileSync(path, `\n${titles.join(';')}\n${[...rows, ...rows].join('\n')}\n`);
    const list = await readAt(path);
    expect(list.summary).toMatchObject({ source: { format: 'cslCsv' }, parties: 2, merged: 4, rejected: 0 });
    expect(list.parties.map(({ until, addresses }) => [until, addresses.map(({ country }) => country)])).toEqual([
      ['2034-10-30', ['IQ', 'AE']],
      ['2044-10-30', ['IQ']],
    ]);
    expect(placed(list.parties[0] ?? one(list, ''))).toEqual(['AE address', 'IQ address']);
    expect(list.parties[1]?.id).toBe(`${list.parties[0]?.id}-2031-10-31`);
  });

  it('gives an entry without number the same id in CSV and JSON, however the name is written', async () => {
    const csv = (await readAt(at('csl.csv'))).parties.find(({ list }) => list === 'EL');
    const json = await readAt(at('csl.json'));
    expect(json.parties.find(({ list }) => list === 'EL')?.id).toBe(csv?.id);
    expect(csv).toMatchObject({
      footnotes: ['1', '2'],
      citations: ['86 FR 1234', '87 FR 77'],
      addresses: [{ city: 'Yerevan', country: 'AM' }],
    });
    expect(json.rejects).toMatchObject([{ line: 3, reason: 'noName' }]);
    expect(one(json, 'SDN-90003')).toMatchObject({
      type: 'vessel',
      identifiers: [{ kind: 'callSign' }, { kind: 'imo', value: '9990001' }],
    });
  });
});
