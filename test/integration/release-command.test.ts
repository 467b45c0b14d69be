import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src-main/cli/release.ts';
import { scoreReleases } from '../perf/release-score.ts';

const root = path.resolve(import.meta.dirname, '../..');
const resources = path.join(root, 'resources');
const examples = path.resolve(root, '../shared/regulatory/examples/release.jsonl');
let cwd = '';
let said = '';
const release = (...args: readonly string[]) =>
  run(args, {
    stdout: (text) => {
      said += text;
    },
    stderr: (text) => {
      said += text;
    },
    resources,
    cwd,
  });
const put = (name: string, lines: readonly unknown[]) =>
  writeFile(path.join(cwd, name), lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
const answers = async () =>
  (await readFile(path.join(cwd, 'out.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const act = (id: string, person: Record<string, unknown> = {}, item: Record<string, unknown> = {}) => ({
  id,
  on: '2026-11-21',
  facts: {
    person: {
      citizenships: [{ country: 'VN', since: '1990-01-01' }],
      permanentResidences: [],
      usStatus: 'visa',
      employment: 'visitor',
      locatedIn: 'US',
      ...person,
    },
    item: { classification: '3E002', reasons: ['NS', 'AT'], form: 'technology', origin: 'US', published: false, ...item },
    access: { kind: 'presentation', what: 'explains the vector unit', from: 'US' },
    authorisation: { type: 'none' },
  },
});

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'gatehouse-release-'));
  said = '';
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

describe('gatehouse release', () => {
  it('answers one line for each act, in order, with exclusions, citations and trace', async () => {
    await put('in.jsonl', [act('a'), '', act('b', { usStatus: 'citizen' })]);
    expect(await release('--in', 'in.jsonl', '--out', 'out.jsonl')).toBe(0);
    const [first, second] = await answers();
    expect(first).toMatchObject({
      id: 'a',
      kind: 'release',
      on: '2026-11-21',
      release: 'yes',
      event: 'deemedExport',
      toCountries: ['VN'],
      licence: 'required',
      reasons: ['NS'],
    });
    expect(first?.['citations']).toContain('15 CFR 734.13(a)(2), (b)');
    expect(first?.['tests']).toContainEqual(expect.objectContaining({ code: 'notForeignPerson.citizen', result: 'doesNotApply' }));
    expect(second).toMatchObject({ id: 'b', release: 'no', licence: 'notRequired', excludedBy: ['notForeignPerson.citizen'] });
    expect(said).toContain('2 acts judged: 1 notRequired, 1 required');
  });

  it('takes the day of --on for lines without one, and a list in a .json file', async () => {
    const { on: _gone, ...line } = act('weights', {}, { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights' });
    await writeFile(path.join(cwd, 'in.json'), JSON.stringify([line]));
    expect(await release('--in', 'in.json', '--on', '2024-06-01', '--out', 'out.jsonl')).toBe(0);
    expect((await answers())[0]).toMatchObject({ on: '2024-06-01', licence: 'notRequired', excludedBy: ['noListedEntry'] });
    expect(await release('--in', 'in.json', '--on', '2026-06-01', '--out', 'out.jsonl')).toBe(0);
    expect((await answers())[0]).toMatchObject({
      licence: 'notRequired',
      textLicence: 'required',
      warnings: expect.arrayContaining(['textNotEnforced']),
    });
  });

  it.each([
    ['a line that is not JSON', '{"id": "x", ', 'line 2'],
    ['no facts', { id: 'x' }, 'line 2, facts'],
    ['a person that is a word', { id: 'x', facts: { person: 'Ada' } }, 'facts.person'],
    ['ties that are no list', act('x', { citizenships: 'VN' }), 'facts.person.citizenships'],
    ['a country spelt out', act('x', { citizenships: [{ country: 'Vietnam', since: null }] }), 'facts.person.citizenships[0].country'],
    [
      'a date in words',
      act('x', { permanentResidences: [{ country: 'CA', since: 'last spring' }] }),
      'facts.person.permanentResidences[0].since',
    ],
    ['reasons that are no list', act('x', {}, { reasons: 'NS' }), 'facts.item.reasons'],
    ['a number for the form', act('x', {}, { form: 4 }), 'facts.item.form'],
    ['a day that does not exist', { ...act('x'), on: '2026-02-30' }, 'line 2, on'],
  ])('rejects %s with line and field, and writes nothing', async (_name, line, place) => {
    await put('in.jsonl', [act('fine'), line, act('fine too')]);
    expect(await release('--in', 'in.jsonl', '--out', 'out.jsonl')).toBe(3);
    expect(said).toContain('line 2');
    expect(said).toContain(place);
    expect(said).toContain('Nothing was written.');
    expect(await readdir(cwd)).toEqual(['in.jsonl']);
  });

  it('takes missing and null facts as not known', async () => {
    await put('in.jsonl', [
      { id: 'empty', facts: {} },
      { id: 'nulls', facts: { person: null, item: null, access: null, authorisation: null } },
    ]);
    expect(await release('--in', 'in.jsonl', '--out', 'out.jsonl')).toBe(0);
    for (const answer of await answers())
      expect(answer).toMatchObject({ release: 'undetermined', licence: 'undetermined', toCountries: [] });
  });

  it('streams: thousands of lines come out in the order they went in', async () => {
    await put(
      'in.jsonl',
      Array.from({ length: 5000 }, (_, place) => act(`n-${place}`)),
    );
    expect(await release('--in', 'in.jsonl', '--out', 'out.jsonl')).toBe(0);
    const lines = await answers();
    expect(lines).toHaveLength(5000);
    expect(lines[4321]?.['id']).toBe('n-4321');
  });

  it('answers wrong arguments with its usage and exit code 2', async () => {
    await put('in.csv', ['a']);
    expect(await release('--in', 'in.csv', '--out', 'out.jsonl')).toBe(2);
    expect(await release('--in', 'gone.jsonl', '--out', 'out.jsonl')).toBe(2);
    expect(await release('--out', 'out.jsonl')).toBe(2);
    expect(await release('--in', 'in.csv', '--frobnicate')).toBe(2);
    expect(said).toContain('Usage: gatehouse release');
  });

  it('gives the answers of the worked examples', async (context) => {
    if (!existsSync(examples)) {
      context.skip(`the worked examples are not beside the checkout (${path.relative(root, examples)})`);
      return;
    }
    const score = await scoreReleases(examples, resources);
    expect(score.unsafe).toEqual([]);
    expect(score.right / score.cases, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
