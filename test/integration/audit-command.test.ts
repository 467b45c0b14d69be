import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src-main/cli/audit.ts';

const resources = path.resolve(import.meta.dirname, '../../resources');
let cwd = '';
let said = '';

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'gatehouse-audit-'));
  said = '';
  await put('people.csv', people);
  await put('assets.csv', assets);
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFile(path.join(cwd, name), text);
const io = () => ({
  stdout: (text: string) => {
    said += text;
  },
  stderr: (text: string) => {
    said += text;
  },
  resources,
  cwd,
});
const outputs = ['--findings', 'findings.jsonl', '--events', 'events.jsonl', '--problems', 'problems.csv'];
const audit = (...args: readonly string[]) => run(['--people', 'people.csv', '--assets', 'assets.csv', ...outputs, ...args], io());

interface Found {
  readonly type: string;
  readonly person: string | null;
  readonly account: string | null;
  readonly asset: string | null;
  readonly events: readonly number[];
  readonly files?: readonly string[];
  readonly severity: string;
  readonly why: readonly string[];
  readonly citations: readonly string[];
  readonly questions: readonly string[];
}

const lines = async <T>(name: string): Promise<T[]> =>
  (await readFile(path.join(cwd, name), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
const findings = () => lines<Found>('findings.jsonl');
/** Kind, person or account, and rows of each finding. */
const told = async () =>
  (await findings()).map(({ type, person, account, events }) => `${type} ${person ?? account ?? ''} ${events.join(',')}`.trim()).sort();

const people = `Employee ID,Name,Email,Role,Citizenship,Citizenship since,Permanent residence,Work country,Start date,Last day
E1,Ann Lee,ann@acme.example,engineer,CN,1990-01-02,,US,2020-01-06,
E2,Bob Roy,bob@acme.example,engineer,US,,,US,2020-01-06,
E3,Cy Dee,cy@acme.example,accountant,US,,,US,2020-01-06,2026-03-20
`;
const assets = `asset id;version;name;kind;ECCN;licence required for nationals of;allowed roles
A1;3.2;Atlas;source code;4D001;CN|RU|IR;engineer
A2;1.0;Ledger;model;EAR99;;
`;
const header = 'timestamp,user,source_ip,resource,action,status';
const log = (...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const quiet = '2026-03-03T14:00:00Z,bob@acme.example,10.0.0.4,A1,git clone,success';
const ledger = '2026-03-03T15:00:00Z,bob@acme.example,10.0.0.4,Ledger,read,success';

describe('gatehouse audit', () => {
  it('finds by row of the file, explains with rule and question, and leaves look-alikes alone', async () => {
    await put(
      'access.csv',
      log(
        quiet,
        ledger,
        '2026-03-04T14:00:00Z,ANN@acme.example,10.0.0.5,atlas-3.2,git clone,success',
        '2026-03-04T14:05:00Z,ann@acme.example,10.0.0.5,A1,git clone,denied',
        '2026-03-04T14:06:00Z,ann@acme.example,10.0.0.5,A1,inference,success',
        '2026-03-05T14:00:00Z,cy@acme.example,10.0.0.6,A1,inference,success',
        '2026-03-23T14:00:00Z,cy@acme.example,10.0.0.6,A2,read,success',
        '2026-03-06T14:00:00Z,ghost,10.0.0.7,A2,read,success',
        '2026-03-06T15:00:00Z,ghost,10.0.0.7,A2,read,failure',
      ),
    );
    expect(await audit('--access', 'access.csv', '--on', '2026-04-01')).toBe(0);
    expect(await told()).toEqual(['deemed_export E1 4', 'role_mismatch E3 7', 'terminated_access E3 8', 'unknown_account ghost 9']);
    for (const finding of await findings()) {
      expect(finding.why.length).toBeGreaterThan(0);
      expect(finding.citations.length).toBeGreaterThan(0);
      expect(finding.questions.length).toBeGreaterThan(0);
    }
    const events = await lines<object>('events.jsonl');
    expect(events).toHaveLength(9);
    expect(events[2]).toMatchObject({
      row: 4,
      ts: '2026-03-04T14:00:00.000Z',
      account: 'ANN@acme.example',
      person: 'E1',
      asset: 'A1',
      action: 'git clone',
      ip: '10.0.0.5',
      country: null,
      outcome: 'success',
    });
    expect(await readFile(path.join(cwd, 'problems.csv'), 'utf8')).toMatch(/^file,sheet,row,column,value,reason\n/);
    expect(said).toContain('Not legal advice');
  });

  it('takes licences, service accounts and trips into account, on the day', async () => {
    await put('licences.csv', 'licence,person,asset,valid from,valid to\nD1,ann@acme.example,A1,2026-03-01,2026-03-10\n');
    await put('service.csv', 'account,owner\nnightly,Platform\n');
    await put('travel.csv', 'person,country,from,to\nbob@acme.example,BY,2026-03-09,2026-03-12\n');
    await put(
      'access.csv',
      log(
        quiet,
        ledger,
        '2026-03-10T20:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success',
        '2026-03-11T20:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success',
        '2026-03-11T02:00:00Z,nightly,10.0.0.9,A2,read,success',
      ),
    );
    expect(
      await audit(
        '--access',
        'access.csv',
        '--licences',
        'licences.csv',
        '--service-accounts',
        'service.csv',
        '--travel',
        'travel.csv',
        '--on',
        '2026-04-01',
      ),
    ).toBe(0);
    expect(await told()).toEqual(['deemed_export E1 5']);
  });

  it('reads a strict release, another home and settings from a file', async () => {
    await put('access.csv', log(quiet, ledger, '2026-03-04T14:06:00Z,ann@acme.example,10.0.0.5,A1,inference,success'));
    expect(await audit('--access', 'access.csv', '--on', '2026-04-01')).toBe(0);
    expect(await told()).toEqual([]);
    expect(await audit('--access', 'access.csv', '--on', '2026-04-01', '--release-actions', 'all')).toBe(0);
    expect(await told()).toEqual(['deemed_export E1 4']);
    await put('settings.json', '{"releaseActions":"all"}');
    expect(await audit('--access', 'access.csv', '--on', '2026-04-01', '--settings', 'settings.json', '--home', 'CN')).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('asks for the order of day and month, and for the zone, and takes the answer', async () => {
    await put(
      'slashed.csv',
      `${header}\n03/04/2026 14:00:00,ann@acme.example,10.0.0.5,A1,git clone,success\n03/05/2026 14:00:00,bob@acme.example,10.0.0.4,A2,read,success\n`,
    );
    expect(await audit('--access', 'slashed.csv')).toBe(3);
    expect(said).toMatch(/--date-order/);
    expect(said).toContain('slashed.csv');
    expect((await readdir(cwd)).filter((name) => name.startsWith('findings') || name.startsWith('events'))).toEqual([]);
    said = '';
    expect(await audit('--access', 'slashed.csv', '--date-order', 'MDY')).toBe(3);
    expect(said).toMatch(/--zone/);
    expect(await audit('--access', 'slashed.csv', '--date-order', 'MDY', '--zone', 'UTC', '--on', '2026-04-20')).toBe(0);
    expect(await lines<object>('events.jsonl')).toMatchObject([{ ts: '2026-03-04T14:00:00.000Z' }, { ts: '2026-03-05T14:00:00.000Z' }]);
    expect(await audit('--access', 'slashed.csv', '--date-order', 'DMY', '--zone', '+02:00', '--on', '2026-05-20')).toBe(0);
    expect(await lines<object>('events.jsonl')).toMatchObject([{ ts: '2026-04-03T12:00:00.000Z' }, { ts: '2026-05-03T12:00:00.000Z' }]);
  });

  it('reckons the year of lines that name none, rolls it over, says so, and takes it from an option', async () => {
    const line = (time: string, user: string) => `${time} host sshd[411]: Accepted publickey for ${user} from 198.51.100.7 port 50022 ssh2`;
    const times = ['Dec 30 22:00:00', 'Dec 31 23:59:59', 'Jan  1 00:00:01', 'Dec 31 23:59:58', 'Jan  3 09:00:00'];
    await put('auth.log', `${times.map((time) => line(time, 'bob')).join('\n')}\n`);
    const read = async (...args: readonly string[]) => {
      said = '';
      expect(await audit('--access', 'auth.log', '--zone', 'UTC', '--on', '2026-04-01', ...args)).toBe(0);
      return (await lines<{ ts: string }>('events.jsonl')).map(({ ts }) => ts.slice(0, 10));
    };
    await utimes(path.join(cwd, 'auth.log'), new Date('2026-01-04T00:00:00Z'), new Date('2026-01-04T00:00:00Z'));
    expect(await read()).toEqual(['2025-12-30', '2025-12-31', '2026-01-01', '2025-12-31', '2026-01-03']);
    expect(said).toContain(
      'auth.log: The lines name no year. The first is read as 2025, reckoned back from the day the file was last changed',
    );
    expect(await readFile(path.join(cwd, 'problems.csv'), 'utf8')).toMatch(/^auth\.log,,,\w+,2025,.*--syslog-year/m);
    expect(await read('--syslog-year', '2023')).toEqual(['2023-12-30', '2023-12-31', '2024-01-01', '2023-12-31', '2024-01-03']);
    expect(said).toContain('The first is read as 2023, as --syslog-year says.');
    // A file changed in May whose last line is of June is of the year before.
    await put('auth.log', `${line('Jun  9 22:00:00', 'bob')}\n`);
    await utimes(path.join(cwd, 'auth.log'), new Date('2026-05-04T00:00:00Z'), new Date('2026-05-04T00:00:00Z'));
    expect(await read()).toEqual(['2025-06-09']);
    expect(await audit('--access', 'auth.log', '--syslog-year', '26')).toBe(2);
  });

  it('settles each of several files by itself, and keeps nothing of a reading that was begun anew', async () => {
    await put('plain.csv', log(quiet, '2026-03-04T14:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success'));
    await put(
      'settled.csv',
      `${header}\n03/04/2026 14:00:00,bob@acme.example,10.0.0.9,A2,read,success\n13/04/2026 14:00:00,cy@acme.example,10.0.0.9,A2,read,success\n`,
    );
    expect(await audit('--access', 'plain.csv', '--access', 'settled.csv', '--zone', 'UTC', '--on', '2026-05-01')).toBe(0);
    expect((await lines<{ ts: string; file: string }>('events.jsonl')).map(({ ts, file }) => [file, ts.slice(0, 10)])).toEqual([
      ['plain.csv', '2026-03-03'],
      ['plain.csv', '2026-03-04'],
      ['settled.csv', '2026-04-03'],
      ['settled.csv', '2026-04-13'],
    ]);
  });

  it('reads several files, counts an event of both once, and names the file of each row', async () => {
    const both = '2026-03-04T14:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success';
    await put('one.csv', log(quiet, ledger, both));
    await put('two.csv', log(both, '2026-03-05T14:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success'));
    expect(await audit('--access', 'one.csv', '--access', 'two.csv', '--on', '2026-04-01')).toBe(0);
    const [found] = await findings();
    expect(found).toMatchObject({ type: 'deemed_export', events: [4, 3], files: ['one.csv', 'two.csv'] });
  });

  it('reads columns as a mapping names them', async () => {
    await put(
      'odd.csv',
      'c1,c2,c3,c4,c5,c6\n2026-03-04T14:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success\n2026-03-04T15:00:00Z,bob@acme.example,10.0.0.5,A2,read,success\n',
    );
    await put(
      'mapping.json',
      JSON.stringify({ access: { ts: 'c1', account: 'c2', ip: 'c3', resource: 'c4', action: 'c5', outcome: 'c6' } }),
    );
    expect(await audit('--access', 'odd.csv', '--mapping', 'mapping.json', '--on', '2026-04-01')).toBe(0);
    expect(await told()).toEqual(['deemed_export E1 2']);
  });

  it('reads every other file as a mapping names its columns, and says what of a mapping is wrong', async () => {
    await put('p.csv', 'k1,k2,k3,k4,k5\nE1,Ann Lee,ann@acme.example,Engineer,CN\nE2,Bob Roy,bob@acme.example,Engineer,US\n');
    await put('a.csv', 'c1,c2,c3,c4,c5\nA1,Atlas,4D001,CN|RU,engineer\n');
    await put('l.csv', 'q1,q2,q3,q4,q5\nD-1,ann@acme.example,A1,2026-03-04,2026-03-05\n');
    await put('t.csv', 'v1,v2,v3,v4\nbob@acme.example,BY,2026-03-01,2026-03-09\n');
    await put('s.csv', 'w1,w2\nnightly,Platform\n');
    await put('e.csv', 'x1,x2\n198.51.100.0/24,Head office\n');
    await put(
      'access.csv',
      log(
        '2026-03-04T14:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success',
        '2026-03-06T14:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success',
        '2026-03-06T15:00:00Z,nightly,10.0.0.5,A1,read,success',
      ),
    );
    const mapping = {
      people: { id: 'k1', name: 'k2', email: ['k3'], role: 'k4', citizenships: 'K5' },
      assets: { id: 'c1', name: 'c2', eccn: 'c3', nationals: 'c4', roles: 'c5' },
      licences: { number: 'q1', person: 'q2', asset: 'q3', from: 'q4', to: 'q5' },
      travel: { person: 'v1', country: 'v2', from: 'v3', until: 'v4' },
      serviceAccounts: { account: 'w1', owner: 'w2' },
      egress: { range: 'x1', label: 'x2' },
    };
    const files = ['--people', 'p.csv', '--assets', 'a.csv', '--licences', 'l.csv', '--travel', 't.csv', '--service-accounts', 's.csv'];
    const all = [...files, '--egress', 'e.csv', '--access', 'access.csv', ...outputs, '--on', '2026-04-01', '--mapping', 'mapping.json'];
    const given = async (text: unknown) => {
      said = '';
      await put('mapping.json', JSON.stringify(text));
      return run(all, io());
    };
    expect(await given(mapping)).toBe(0);
    expect(await told()).toEqual(['deemed_export E1 3']);
    expect(await readFile(path.join(cwd, 'problems.csv'), 'utf8')).toBe('file,sheet,row,column,value,reason\n');

    expect(await given({ ...mapping, people: { ...mapping.people, role: 'k9' } })).toBe(3);
    expect(said).toContain('p.csv: no column is called k9');
    expect(await given({ ...mapping, egress: { range: 'x9' } })).toBe(3);
    expect(said).toContain('e.csv: no column is called x9');
    expect(await given({ ...mapping, travel: { who: 'v1' } })).toBe(3);
    expect(said).toContain('"who" is no field of "travel". Fields: person, country, from, until.');
    expect(await given({ persons: {} })).toBe(3);
    expect(said).toContain('"persons" is no kind of file');
  });

  it('asks once for a citizenship that is not known, whatever the person reached', async () => {
    await put('people.csv', `${people}E4,Dee Fox,dee@acme.example,engineer,,,,US,2020-01-06,\n`);
    await put('assets.csv', `${assets}A3;1.0;Borea;technology;3E001;;\n`);
    const rows = [
      '2026-03-04T14:00:00Z,dee@acme.example,10.0.0.5,A3,read,success',
      '2026-03-04T15:00:00Z,dee@acme.example,10.0.0.5,A1,git clone,success',
      '2026-03-05T15:00:00Z,dee@acme.example,10.0.0.5,A3,read,success',
      '2026-03-04T16:00:00Z,dee@acme.example,10.0.0.5,Ledger,read,success',
    ];
    await put('access.csv', log(quiet, ledger, ...rows));
    expect(await audit('--access', 'access.csv', '--on', '2026-04-01')).toBe(0);
    const [both, ...others] = await lines<Found & { id: string; assets?: string[]; confidence: string }>('findings.jsonl');
    expect(others).toEqual([]);
    expect(both).toMatchObject({ type: 'deemed_export', person: 'E4', asset: 'A3', assets: ['A3', 'A1'], confidence: 'low' });
    expect([...(both?.events ?? [])].sort()).toEqual([4, 5, 6]);
    expect(both?.why.join(' ')).toContain('Assets: Borea (3E001), 2 events; Atlas (4D001), one event.');
    expect(both?.questions.join(' ')).toContain('all 2 assets');
    // The same finding while only one asset is reached: it is told apart by the person.
    await put('access.csv', log(quiet, ledger, rows[0] ?? ''));
    expect(await audit('--access', 'access.csv', '--on', '2026-04-01')).toBe(0);
    const [one] = await lines<Found & { id: string; assets?: string[] }>('findings.jsonl');
    expect(one).toMatchObject({ id: both?.id, asset: 'A3', events: [4] });
    expect(one?.assets).toBeUndefined();
  });

  it('gives the same bytes for the same files', async () => {
    await put('access.csv', log(quiet, ledger, '2026-03-04T14:00:00Z,ann@acme.example,10.0.0.5,A1,git clone,success'));
    const once = async () => {
      expect(await audit('--access', 'access.csv', '--on', '2026-04-01')).toBe(0);
      return Promise.all(['findings.jsonl', 'events.jsonl', 'problems.csv'].map((name) => readFile(path.join(cwd, name), 'utf8')));
    };
    expect(await once()).toEqual(await once());
  });

  it.each([
    ['a missing option', ['--access', 'access.csv'], ['--people', 'people.csv'], '--people, --assets and --access are needed'],
    [
      'a file that is not there',
      ['--people', 'people.csv', '--assets', 'assets.csv', '--access', 'none.csv', ...outputs],
      [],
      'there is no file none.csv',
    ],
    ['an unknown option', ['--colour', 'red'], [], 'colour'],
    [
      'a home that is no country code',
      ['--people', 'people.csv', '--assets', 'assets.csv', '--access', 'people.csv', ...outputs, '--home', 'Holland'],
      [],
      '--home',
    ],
    [
      'a zone that is none',
      ['--people', 'people.csv', '--assets', 'assets.csv', '--access', 'people.csv', ...outputs, '--zone', 'Mars/Base'],
      [],
      '--zone',
    ],
  ])('answers %s with exit code 2', async (_, args, more, words) => {
    expect(await run([...args, ...more], io())).toBe(2);
    expect(said).toContain(words);
  });

  it('refuses settings it does not know and files that hold nothing, with exit code 3', async () => {
    await put('access.csv', log(quiet));
    await put('settings.json', '{"speed":3}');
    expect(await audit('--access', 'access.csv', '--settings', 'settings.json')).toBe(3);
    expect(said).toContain('speed is no setting');
    await put('empty.csv', '');
    said = '';
    expect(await audit('--access', 'empty.csv')).toBe(3);
    expect(said).toContain('empty.csv');
  });

  it('takes where an asset is kept from a column of countries, places or cloud regions, and leaves open what it cannot read', async () => {
    await put('people.csv', 'Employee ID,Name,Email,Citizenship,Work country\nE1,Kari Berg,kari@acme.example,NO,NO\n');
    const rows = [
      ['A1', 'country', 'Norway', ''],
      ['A2', 'place', 'Oslo, Norway', ''],
      ['A3', 'region', '', 'Azure norwayeast'],
      ['A4', 'home', 'US', ''],
      ['A5', 'unsaid', '', ''],
      ['A6', 'state', 'Berlin, DE', ''],
      ['A7', 'two', 'Norway; United States', ''],
      ['A8', 'clash', 'Norway', 'eu-west-1'],
      ['A9', 'continent', '', 'EMEA'],
    ];
    await put(
      'assets.csv',
      `asset id,name,kind,ECCN,site country,cloud region\n${rows.map(([id, name, place, region]) => `${id},${name},technology,3E001,"${place}",${region}`).join('\n')}\n`,
    );
    await put(
      'access.csv',
      log(...rows.map(([id], at) => `2026-03-03T1${at}:00:00Z,kari@acme.example,10.0.0.5,${id},read document,success`)),
    );
    expect(await audit('--access', 'access.csv', '--on', '2026-11-22')).toBe(0);
    const found = (await findings()).filter(({ type }) => type === 'deemed_export');
    const assetsOf = (wanted: string | null) =>
      found
        .filter(({ person }) => person === wanted)
        .map(({ asset }) => asset)
        .sort();
    expect(assetsOf(null)).toEqual(['A1', 'A2', 'A3']);
    expect(assetsOf('E1')).toEqual(['A4', 'A5', 'A6', 'A7', 'A8', 'A9']);
    const problems = await readFile(path.join(cwd, 'problems.csv'), 'utf8');
    expect(problems).toMatch(/7,site country,"?Berlin, DE"?,No country and no cloud region/);
    expect(problems).toMatch(/8,site country,Norway; United States,"Several countries/);
    expect(problems).toMatch(/9,cloud region,eu-west-1,"The region lies in IE, the place is NO/);
    expect(problems.trim().split('\n')).toHaveLength(4);
  });
});
