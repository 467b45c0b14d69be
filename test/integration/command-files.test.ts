import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../src-main/cli/main.ts';
import { commandLine } from '../harness/command-line.ts';

let root = '';
let said = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-files-'));
  said = '';
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs a command in the folder of the test, and what it said is in `said` and `out`. */
const gatehouse = (...args: readonly string[]) =>
  runCli(args, {
    stdout: () => undefined,
    stderr: (text) => {
      said += text;
    },
    resources: resolve('resources'),
    cwd: root,
  });

const put = (name: string, content: string | Buffer) => writeFileSync(join(root, name), content);
const list = `${JSON.stringify({ format: 'gatehouse-list/1', list: 'EL', published: '2026-11-01' })}\n${JSON.stringify({ id: 'E1', type: 'org', names: [{ text: 'Karvel Optika' }] })}\n`;
const act = { id: 'a', facts: { person: null, item: null, access: null } };
const models = 'model,parameters,dataset_size,dataset_unit\nHarrier,7e9,2e12,tokens\n';

/** Each command with the files it needs, but for where one of its answers goes. */
const commands = {
  compute: ['compute', '--in', 'models.csv', '--out'],
  classify: ['classify', '--in', 'models.csv', '--out'],
  release: ['release', '--in', 'acts.jsonl', '--out'],
  screen: ['screen', '--lists', 'list.jsonl', '--in', 'names.csv', '--out'],
  'lists inspect': ['lists', 'inspect', 'list.jsonl', '--parties', 'parties.jsonl', '--rejects'],
  audit: [
    ...['audit', '--people', 'people.csv', '--assets', 'assets.csv', '--access', 'log.csv'],
    ...['--findings', 'findings.jsonl', '--problems', 'problems.csv', '--events'],
  ],
} as const;

function putInputs(): void {
  put('models.csv', models);
  put('acts.jsonl', JSON.stringify(act));
  put('list.jsonl', list);
  put('names.csv', 'query\nKarvel Optika\n');
  put('people.csv', 'id,name,email\nE1,Ada Berg,ada@x.example\n');
  put('assets.csv', 'id,name,ECCN\nA1,LockBox,3E001\n');
  put('log.csv', 'time,account,resource,action\n2026-03-02T08:00:00Z,ada@x.example,LockBox,open\n');
}

describe.each(Object.entries(commands))('where %s writes', (_name, args) => {
  beforeEach(() => {
    putInputs();
    mkdirSync(join(root, 'folder'));
    symlinkSync('/dev/null', join(root, 'device'));
  });

  it.each([
    ['folder', 'folder is a folder. Name a file.'],
    ['no/such/out.jsonl', 'there is no folder such to write out.jsonl into. Make it first.'],
    ['models.csv/out.jsonl', 'models.csv is no folder.'],
    ['device', 'is no ordinary file. Name a file.'],
  ])('%s is refused with 2 before anything is read, in words', async (where, because) => {
    const before = readdirSync(root).sort();
    expect(await gatehouse(...args, where)).toBe(2);
    expect(said).toContain(because);
    expect(said).not.toMatch(/E[A-Z]{4,}:/);
    expect(readdirSync(root).sort()).toEqual(before);
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it('a file that was there gives way to the new one, and nothing else is left', async () => {
    put('answer', 'of yesterday');
    expect(await gatehouse(...args, 'answer'), said).toBe(0);
    expect(readFileSync(join(root, 'answer'), 'utf8')).not.toContain('yesterday');
    expect(readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('what commands read', () => {
  const little = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const big = (text: string) => little(text).swap16();

  it.each([
    ['UTF-8 with a mark and lines of Windows', (text: string) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
    ['UTF-16, little end first', little],
    ['UTF-16, big end first', big],
  ])('may be %s, a list or a line each', async (_what, written) => {
    put('acts.jsonl', written(`${JSON.stringify({ ...act, id: 'é' })}\n\n${JSON.stringify({ ...act, id: '廷' })}\n`));
    put(
      'acts.json',
      written(
        JSON.stringify(
          [
            { ...act, id: 'é' },
            { ...act, id: '廷' },
          ],
          null,
          2,
        ),
      ),
    );
    put('names.jsonl', written('{"qid":"廷","query":"Karvel Optika"}\n'));
    put('list.jsonl', list);
    for (const name of ['acts.jsonl', 'acts.json']) {
      expect(await gatehouse('release', '--in', name, '--out', 'out.jsonl'), said).toBe(0);
      const ids = readFileSync(join(root, 'out.jsonl'), 'utf8').trim().split('\n');
      expect(ids.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['é', '廷']);
    }
    expect(await gatehouse('screen', '--lists', 'list.jsonl', '--in', 'names.jsonl', '--out', 'hits.jsonl', '--workers', '1'), said).toBe(
      0,
    );
    expect(readFileSync(join(root, 'hits.jsonl'), 'utf8')).toMatch(/^\{"qid":"廷","hits":\[\{/);
  });

  it('has to hold a row: a sheet with a heading alone is not screened without a word', async () => {
    put('list.jsonl', list);
    put('names.csv', 'qid,query\n');
    expect(await gatehouse('screen', '--lists', 'list.jsonl', '--in', 'names.csv', '--out', 'hits.jsonl')).toBe(3);
    expect(said).toContain('names.csv: row 1: The file holds no rows.');
    expect(existsSync(join(root, 'hits.jsonl'))).toBe(false);
  });

  it.each([
    ['model,Model,parameters\nA,B,7e9\n', 'in.csv: row 1, column Model: The column stands twice in the header.'],
    [`model,parameters\n${'x'.repeat(3_000_000)},7e9\n`, 'A cell is far longer than 32767 characters, at A2. It was not read.'],
    ['%PDF-1.7\n', 'This is a PDF. Ask for the table as XLSX or CSV.'],
  ])('is refused in words, with the place', async (content, because) => {
    put('in.csv', content);
    expect(await gatehouse('compute', '--in', 'in.csv', '--out', 'out.jsonl')).toBe(3);
    expect(said).toContain(because);
  });

  it('of an audit: a country that is none, a title that no column has, an empty folder of networks, a file that is no table', async () => {
    putInputs();
    const audit = (...more: readonly string[]) => gatehouse(...commands.audit, 'events.jsonl', ...more);
    expect(await audit('--home', 'ZZ')).toBe(2);
    expect(said).toContain('--home is no country: ZZ.');
    put('mapping.json', JSON.stringify({ access: { ts: 'When it was' } }));
    expect(await audit('--mapping', 'mapping.json')).toBe(3);
    expect(said).toContain('log.csv: no column is called When it was, as the mapping has it.');
    mkdirSync(join(root, 'networks'));
    expect(await audit('--asn-lists', 'networks')).toBe(3);
    expect(said).toContain('networks: no list of networks was found in this folder.');
    put('people.csv', '');
    expect(await audit()).toBe(3);
    expect(said).toContain('people.csv: The file is empty.\n');
    expect(readdirSync(root)).not.toContain('events.jsonl');
  });
});

describe('a command that is left alone in the middle', () => {
  const start = (args: readonly string[], stdio: readonly ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe']) => {
    const child = spawn(process.execPath, [commandLine, ...args], { cwd: root, stdio: [...stdio] });
    const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
    return { child, ended };
  };

  it('by Ctrl+C ends with 130 and leaves no half of a file behind', async () => {
    const line = (at: number) => JSON.stringify({ id: `E${at}`, type: 'org', names: [{ text: `Company number ${at}` }] });
    put('list.jsonl', list + Array.from({ length: 60_000 }, (_, at) => line(at)).join('\n'));
    const { child, ended } = start(['lists', 'inspect', 'list.jsonl', '--parties', 'parties.jsonl', '--rejects', 'rejects.csv']);
    await vi.waitUntil(() => readdirSync(root).some((name) => name.endsWith('.part')), { timeout: 30_000, interval: 5 });
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(root)).toEqual(['list.jsonl']);
  }, 60_000);

  it('by whoever reads its remarks still does its work', async () => {
    put('models.csv', models);
    const { child, ended } = start(['compute', '--in', 'models.csv', '--out', 'out.jsonl']);
    child.stderr?.destroy();
    expect(await ended).toBe(0);
    expect(readFileSync(join(root, 'out.jsonl'), 'utf8')).toContain('Harrier');
  }, 60_000);
});
