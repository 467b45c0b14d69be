import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src-main/cli/screen.ts';

let cwd = '';
let said = '';
const screen = (...args: readonly string[]) =>
  run(args, {
    stdout: (text) => {
      said += text;
    },
    stderr: (text) => {
      said += text;
    },
    resources: path.resolve(import.meta.dirname, '../../resources'),
    cwd,
  });

// Fictional, in the shape of a list anybody can write.
const list = [
  { id: 'T-1', list: 'TRAIN', type: 'person', names: ['KARIMOVSKY, Timur Valerievich', 'TIMURCHIK'], countries: ['RU'] },
  { id: 'T-2', list: 'TRAIN', type: 'org', names: ['KAVOSH TRADING COMPANY LLC'], countries: ['IR'] },
  { id: 'T-3', list: 'TRAIN', type: 'vessel', names: ['NORDVIK STAR'], countries: ['PA'] },
];

interface Line {
  readonly qid: string | number;
  readonly hits: readonly Record<string, unknown>[];
  readonly error?: { readonly line: number; readonly problems: readonly string[] };
}
const answers = async (name = 'out.jsonl'): Promise<Line[]> =>
  (await readFile(path.join(cwd, name), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
const put = (name: string, text: string | Uint8Array) => writeFile(path.join(cwd, name), text);
const jsonl = (rows: readonly unknown[]) => rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
const figures = () => JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<string, number>;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'gatehouse-screen-'));
  said = '';
  await put('list.jsonl.gz', gzipSync(jsonl(list)));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

describe('gatehouse screen', () => {
  it('answers every row in order, with the reasons of each hit, and ends with the figures', async () => {
    await put(
      'in.jsonl',
      jsonl([
        { qid: 'a', query: 'Timour Karimovsky', type: 'person', country: 'RU', dob: '1971' },
        { qid: 'b', query: 'Wolfgang Brandauer', type: 'person' },
        { qid: 'c', query: 'Kavosh Trading Co.', type: 'org' },
      ]),
    );
    expect(await screen('--lists', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl')).toBe(0);
    const [first, second, third] = await answers();
    expect([first?.qid, second?.qid, third?.qid]).toEqual(['a', 'b', 'c']);
    expect(first?.hits).toMatchObject([
      {
        id: 'T-1',
        list: 'TRAIN',
        listVersion: expect.stringMatching(/^sha256:/),
        matchedName: 'KARIMOVSKY, Timur Valerievich',
        pairs: [
          { query: 'Timour', listed: 'Timur', similarity: expect.any(Number) },
          { query: 'Karimovsky', listed: 'KARIMOVSKY', reason: 'equal', similarity: 1 },
        ],
        unmatched: { query: [], listed: ['Valerievich'] },
        features: [{ name: 'country', points: expect.any(Number), why: expect.stringContaining('RU') }],
      },
    ]);
    expect(second?.hits).toEqual([]);
    expect(third?.hits).toMatchObject([{ id: 'T-2', band: 'strong' }]);
    expect(figures()).toMatchObject({
      names: 3,
      parties: 3,
      listNames: 4,
      namesWithHits: 2,
      faultyRows: 0,
      peakMemoryMB: expect.any(Number),
    });
  });

  it('reads a table with the usual titles, asks a faulty row without what cannot be read, and says so in the output and by exit code 5', async () => {
    await put(
      'in.csv',
      'Customer no,Company name,Country,Date of birth\n1001,Kavosh Trading Company,Iran,\n1002,,Iran,\n1003,Timur Karimovsky,Nowhereland,\n1004,"Karimovsky, Timur",,31.02.1971\n',
    );
    expect(await screen('--lists', 'list.jsonl.gz', '--in', 'in.csv', '--out', 'out.jsonl', '--workers', '1')).toBe(5);
    const lines = await answers();
    expect(lines.map(({ qid, hits, error }) => [qid, hits.length, error?.line ?? null])).toEqual([
      ['1001', 1, null],
      ['1002', 0, 3],
      ['1003', 1, 4],
      ['1004', 1, 5],
    ]);
    expect(said).toContain('in.csv: row 3: query: There is no name to screen.');
    expect(said).toContain('in.csv: row 4: Country: "Nowhereland" is no country.');
    expect(said).toContain('in.csv: row 5: Date of birth: "31.02.1971" is no date of birth.');
    expect(figures()).toMatchObject({ names: 4, faultyRows: 3 });
  });

  it('ends with 0 where every name was screened, even without a fact that cannot be read', async () => {
    await put('in.csv', 'Customer no,Company name,Country\n1003,Timur Karimovsky,Nowhereland\n');
    expect(await screen('--lists', 'list.jsonl.gz', '--in', 'in.csv', '--out', 'out.jsonl', '--workers', '1')).toBe(0);
    expect((await answers()).map(({ hits, error }) => [hits.length, error?.line])).toEqual([[1, 2]]);
    expect(said).toContain('in.csv: row 2: Country: "Nowhereland" is no country.');
  });

  it('takes numbers however they are written, by themselves where the name is missing, and names a name whose letters were lost', async () => {
    const entry = (id: string, type: string, kind: string, value: string) => ({
      id,
      type,
      names: [{ text: `Entry ${id}` }],
      identifiers: [{ kind, value }],
    });
    await put(
      'list.jsonl',
      jsonl([
        { format: 'gatehouse-list/1', list: 'TRAIN', published: '2031-01-02' },
        entry('T-1', 'vessel', 'imo', '9990017'),
        entry('T-2', 'person', 'passport', 'B 960789'),
        entry('T-3', 'vessel', 'mmsi', '636092345'),
      ]),
    );
    const written = [
      'IMO 9990017',
      'IMO9990017',
      'imo-9990017',
      'IMO No. 9990017',
      'MMSI/636092345',
      'passport: B960789',
      'Passport No. B 960789',
      'passport b-960789',
    ];
    await put(
      'in.jsonl',
      jsonl([...written.map((ids) => ({ query: 'Unlike Anything', ids: [ids] })), { ids: written[0] }, { query: '???? ???' }]),
    );
    expect(await screen('--lists', 'list.jsonl', '--in', 'in.jsonl', '--out', 'out.jsonl', '--workers', '1')).toBe(5);
    const lines = await answers();
    expect(lines.map(({ hits }) => hits[0]?.['id'] ?? null)).toEqual(['T-1', 'T-1', 'T-1', 'T-1', 'T-3', 'T-2', 'T-2', 'T-2', 'T-1', null]);
    expect(lines[8]?.error?.problems).toEqual(['query: There is no name to screen. Its identifiers alone were screened.']);
    expect(lines[9]?.error?.problems).toContain('query: "???? ???" holds no letter: the name was lost before.');
  });

  it('goes on after a line that is no JSON', async () => {
    await put('in.jsonl', jsonl(['{"qid":"a","query":', { qid: 'b', query: 'Nordvik Star', type: 'vessel' }]));
    expect(await screen('--lists', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl', '--workers', '1')).toBe(5);
    const [broken, good] = await answers();
    expect(broken).toMatchObject({ hits: [], error: { line: 1, problems: [expect.stringContaining('Not JSON')] } });
    expect(good?.hits).toMatchObject([{ id: 'T-3' }]);
  });

  it('gives every qid back as it was written: numbers stay numbers, digit by digit, and texts stay texts', async () => {
    const written = ['17', '"17"', '12345678901234567890', '1.0', '-3', '"007"', '"Ünïcode \\"q\\""'];
    await put(
      'in.jsonl',
      written.map((qid) => `{"qid": ${qid}, "query": "Nordvik Star", "ids": [{"type": "imo", "number": 9}]}`).join('\n'),
    );
    expect(await screen('--lists', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl', '--workers', '1')).toBe(0);
    const lines = (await readFile(path.join(cwd, 'out.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => /^\{"qid":(.*?),"hits":/.exec(line)?.[1])).toEqual(written);
    expect((await answers()).map(({ qid }) => typeof qid)).toEqual(['number', 'string', 'number', 'number', 'number', 'string', 'string']);
  });

  it('writes the same bytes with one thread and with two', async () => {
    const rows = Array.from({ length: 600 }, (_, place) => ({
      qid: String(place),
      query: `${place % 3 === 0 ? 'Tymur' : 'Timur'} Karimovski ${place % 7}`,
    }));
    await put('in.jsonl', jsonl(rows));
    for (const workers of ['1', '2'])
      expect(
        await screen(
          '--lists',
          'list.jsonl.gz',
          '--in',
          'in.jsonl',
          '--out',
          `out${workers}.jsonl`,
          '--workers',
          workers,
          '--all-above',
          '0.5',
        ),
      ).toBe(0);
    expect(await readFile(path.join(cwd, 'out2.jsonl'), 'utf8')).toBe(await readFile(path.join(cwd, 'out1.jsonl'), 'utf8'));
    expect((await answers('out1.jsonl')).some(({ hits }) => hits.length > 0)).toBe(true);
  });

  it('a lower threshold adds hits, a strict profile takes some away', async () => {
    await put(
      'in.jsonl',
      jsonl([
        { qid: 'a', query: 'Timur Karimovsckij', type: 'person' },
        { qid: 'b', query: 'Timur Karim', type: 'person' },
      ]),
    );
    const count = async (...more: readonly string[]) => {
      expect(await screen('--lists', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl', '--workers', '1', ...more)).toBe(0);
      return (await answers()).reduce((sum, { hits }) => sum + hits.length, 0);
    };
    const usual = await count();
    expect(await count('--threshold', '0')).toBeGreaterThanOrEqual(usual);
    expect(await count('--profile', 'strict')).toBeLessThanOrEqual(usual);
    expect(await count('--threshold', '1')).toBe(0);
  });

  it.each([
    [['--in', 'in.jsonl', '--out', 'out.jsonl'], '--lists is needed'],
    [['--lists', 'gone.csv', '--in', 'in.jsonl', '--out', 'out.jsonl'], 'gone.csv'],
    [['--lists', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl', '--profile', 'loose'], '--profile'],
    [['--lists', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl', '--threshold', '74'], '--threshold'],
    [['--lists', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl', '--workers', '0'], '--workers'],
  ])('refuses %j with exit code 2', async (args, said2) => {
    await put('in.jsonl', jsonl([{ qid: 'a', query: 'x' }]));
    expect(await screen(...args)).toBe(2);
    expect(said).toContain(said2);
  });

  it('takes each list once when several files hold it, and says which was left out', async () => {
    await put('other.jsonl', jsonl([list[0]]));
    await put('in.jsonl', jsonl([{ qid: 'a', query: 'Timur Karimovsky', type: 'person' }]));
    expect(await screen('--lists', 'other.jsonl', 'list.jsonl.gz', '--in', 'in.jsonl', '--out', 'out.jsonl', '--workers', '1')).toBe(0);
    expect((await answers())[0]?.hits).toHaveLength(1);
    expect(said).toContain('other.jsonl: TRAIN not used');
    expect(said).toContain('1 of 3 parties');
    expect(figures()).toMatchObject({ parties: 3 });
  });

  it('refuses a file that is no list with exit code 3 and writes nothing', async () => {
    await put('in.jsonl', jsonl([{ qid: 'a', query: 'x' }]));
    await put('notes.csv', 'a,b\n1,2\n');
    expect(await screen('--lists', 'notes.csv', '--in', 'in.jsonl', '--out', 'out.jsonl')).toBe(3);
    expect(said).toContain('notes.csv');
    await expect(readFile(path.join(cwd, 'out.jsonl'))).rejects.toThrow();
  });
});
