import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src-main/cli/lists.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const training = path.join(repository, 'resources/lists/training-list.jsonl');
const later = path.join(repository, 'test/fixtures/lists/training-list-later.jsonl');

let cwd = '';
let out = '';
let said = '';
const lists = (...args: readonly string[]) =>
  run(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      said += text;
    },
    resources: path.join(repository, 'resources'),
    cwd,
  });
const lines = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
const last = () => JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<string, number>;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'gatehouse-lists-'));
  out = '';
  said = '';
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

describe('gatehouse lists inspect', () => {
  it('says what each list of some files is, and names the file that is none', async () => {
    await writeFile(path.join(cwd, 'holiday.txt'), 'Dear all,\nI am away.\n');
    const code = await lists('inspect', training, path.join(repository, 'test/fixtures/lists/bis-part-744.xml'), 'holiday.txt');
    expect(code).toBe(0);
    const found = lines<{ list: string; format: string; parties: number; names: number; rejects: number; sha256: string; byType: object }>(
      out,
    );
    expect(found.map(({ list, format, parties }) => [list, format, parties])).toEqual([
      ['TRAINING', 'gatehouseList', 217],
      ['EL', 'bisEntityXml', 4],
      ['UVL', 'bisEntityXml', 1],
      ['MEU', 'bisEntityXml', 2],
    ]);
    expect(found[0]).toMatchObject({
      published: '2026-11-16',
      rejects: 0,
      notices: [],
      byType: { person: 108, org: 89, vessel: 14, aircraft: 6 },
    });
    expect(found[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(said).toContain('holiday.txt: This is no list we know.');
    expect(last()).toMatchObject({ lists: 4, parties: 224, filesNotRead: 1 });
  });

  it('writes the parties as read, and what was rejected with line and reason', async () => {
    const header = { format: 'gatehouse-list/1', list: 'SDN', published: '2026-11-20' };
    const party = { id: 'SDN-1', type: 'org', names: [{ text: 'Karvel Mikrosystems' }], births: ['circa 1960'] };
    await writeFile(
      path.join(cwd, 'list.jsonl'),
      [JSON.stringify(header), JSON.stringify(party), '=cmd()', JSON.stringify(party)].join('\n'),
    );
    expect(await lists('inspect', 'list.jsonl', '--parties', 'parties.jsonl', '--rejects', 'rejects.csv')).toBe(0);
    expect(lines(await readFile(path.join(cwd, 'parties.jsonl'), 'utf8'))).toMatchObject([
      { id: 'SDN-1', list: 'SDN', births: [{ circa: true, from: '1960-01-01' }], source: { file: 'list.jsonl', line: 2 } },
    ]);
    const rejects = (await readFile(path.join(cwd, 'rejects.csv'), 'utf8')).split('\r\n');
    expect(rejects[0]).toBe('\ufeffFile,Line,Reason,Record');
    expect(rejects[1]).toBe(`"list.jsonl","3","Cannot be taken apart","'=cmd()"`);
    expect(rejects[2]).toContain('"4","Its number stands on an earlier record, which was kept"');
  });

  it('writes nothing when there is no list', async () => {
    await writeFile(path.join(cwd, 'holiday.txt'), 'Dear all,\n');
    expect(await lists('inspect', 'holiday.txt', '--parties', 'parties.jsonl')).toBe(3);
    expect(said).toContain('There is no list in what was given. Nothing was written.');
    await expect(readFile(path.join(cwd, 'parties.jsonl'))).rejects.toThrow();
  });

  it.each([
    ['no path', ['inspect'], 'a list file, or a folder of them, is needed.'],
    ['a path that leads nowhere', ['inspect', 'nowhere.csv'], 'there is no file or folder nowhere.csv.'],
    ['an output with the name of a list', ['inspect', training, '--parties', training], 'a file is named twice'],
    ['another word', ['look'], 'there is no "look"'],
    ['no word', [], 'say inspect or diff.'],
    ['one side only', ['diff', training], 'two files or folders are needed'],
  ])('answers %s with exit code 2, the reason and the usage', async (_, args, reason) => {
    expect(await lists(...args)).toBe(2);
    expect(out).toBe('');
    expect(said).toContain(reason);
    expect(said).toContain('Usage: gatehouse lists inspect');
  });

  it('says where an output cannot be written', async () => {
    expect(await lists('inspect', training, '--parties', 'no-such-folder/parties.jsonl')).toBe(2);
    expect(said).toContain('--parties: there is no folder no-such-folder to write parties.jsonl into. Make it first.');
  });
});

describe('gatehouse lists diff', () => {
  it('counts what changed and names each entry with its fields', async () => {
    expect(await lists('diff', training, later)).toBe(0);
    const [counts, ...changes] = lines<Record<string, unknown>>(out);
    expect(counts).toMatchObject({
      ...{ list: 'TRAINING', added: 2, removed: 2, changed: 8 },
      before: { published: '2026-11-16', parties: 217 },
      after: { published: '2026-11-20', parties: 217 },
    });
    expect(changes).toHaveLength(12);
    expect(changes.find(({ name }) => name === 'CALDERA STARLING')).toMatchObject({
      change: 'changed',
      type: 'vessel',
      fields: [{ field: 'names', before: 'MERIDEL STARLING; OCEAN MERIDELLA (fka)' }],
    });
    expect(changes.filter(({ change }) => change === 'removed').map(({ name }) => name)).toContain('PATHRIWALE, Sunanda');
    expect(last()).toEqual({ lists: 1, added: 2, removed: 2, changed: 8 });
  });

  it('calls a list that one side lacks another list, and the same file no change', async () => {
    expect(await lists('diff', training, training)).toBe(0);
    expect(last()).toEqual({ lists: 1, added: 0, removed: 0, changed: 0 });
    out = '';
    expect(await lists('diff', training, path.join(repository, 'test/fixtures/lists/un-consolidated.xml'))).toBe(0);
    expect(lines<{ list: string; before: unknown; after: unknown; added: number }>(out)).toMatchObject([
      { list: 'TRAINING', after: null, added: 0 },
      { list: 'UN', before: null, added: 0 },
    ]);
  });
});
