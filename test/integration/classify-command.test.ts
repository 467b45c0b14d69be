import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { z } from 'zod';
import { run } from '../../src-main/cli/classify.ts';

const resources = path.resolve(import.meta.dirname, '../../resources');
let cwd = '';
let said = '';
const classify = (...args: readonly string[]) =>
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
const put = (name: string, text: string) => writeFile(path.join(cwd, name), text);
const answers = async (name = 'out.jsonl') =>
  (await readFile(path.join(cwd, name), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const fast = {
  id: 'fast',
  peak_dense: [{ format: 'int8', bit_length: 8, dense_tera_ops_per_s: 700 }],
  applicable_die_area_mm2: 800,
  designed_or_marketed_for_datacenter: 'yes',
};
const slow = { id: 'slow', inputs: { ...fast, id: undefined, peak_dense: [{ format: 'int8', bit_length: 8, dense_tera_ops_per_s: 20 }] } };

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'gatehouse-classify-'));
  said = '';
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

describe('gatehouse classify', () => {
  it('answers one line for each chip, in order, fields at the top or under inputs', async () => {
    await put('in.jsonl', `${JSON.stringify(fast)}\n\n${JSON.stringify(slow)}\n`);
    expect(await classify('--kind', 'chip', '--in', 'in.jsonl', '--on', '2026-11-21', '--out', 'out.jsonl')).toBe(0);
    const [first, second] = await answers();
    expect(first).toMatchObject({
      id: 'fast',
      on: '2026-11-21',
      computed: { tpp: 5600, performanceDensity: 7 },
      classification: '3A090.a',
    });
    expect(second).toMatchObject({ id: 'slow', classification: '3A991.p' });
    expect(said).toContain('2 rows judged for 2026-11-21');
  });

  it('gives that day’s answer on another day', async () => {
    await put('in.jsonl', JSON.stringify({ ...fast, interconnect_bidirectional_gb_s: 400 }));
    await classify('--in', 'in.jsonl', '--on', '2023-06-01', '--out', 'out.jsonl');
    expect((await answers())[0]).toMatchObject({ classification: '3A991.p' });
  });

  it('tells models from chips by their fields, and judges by the packs that were named', async () => {
    await put(
      'in.json',
      JSON.stringify({
        schema: 'a list',
        rows: [fast, { id: 'm', parametersTotal: 7e10, architecture: 'dense', trainingTokens: 1.5e13, weightsPublished: false }],
      }),
    );
    expect(await classify('--in', 'in.json', '--packs', 'us-ear,guide-thresholds', '--out', 'out.jsonl')).toBe(0);
    const [, model] = await answers();
    expect(model).toMatchObject({ id: 'm', computed: { trainingOperations: 6.3e24 } });
    const judged = z.object({ entries: z.array(z.object({ pack: z.string() })) }).parse(model);
    expect(new Set(judged.entries.map((entry) => entry.pack))).toEqual(new Set(['us-ear', 'guide-thresholds']));
  });

  it('answers fact patterns in the shape of the worked examples, and ignores expected answers', async () => {
    await put(
      'in.jsonl',
      JSON.stringify({
        id: 'x',
        on: '2026-11-21',
        facts: { item: { type: 'model', origin: 'US', weightsPublished: false, trainingOperations: 3e26 } },
        expected: { conclusion: { classification: 'nonsense' } },
      }),
    );
    expect(await classify('--kind', 'facts', '--in', 'in.jsonl', '--out', 'out.jsonl')).toBe(0);
    const [answer] = await answers();
    expect(answer).toMatchObject({
      id: 'x',
      conclusion: { classification: '4E091', subjectToEar: true },
      warnings: expect.arrayContaining(['textNotEnforced']),
    });
    expect(answer?.['entries']).toContainEqual(
      expect.objectContaining({
        regime: 'us-ear',
        entry: '4E091',
        verdict: 'meets',
        textStatus: 'inForce',
        enforcement: 'notEnforced',
        reasons: ['RS', 'AT'],
      }),
    );
    expect(answer?.['guide']).toContainEqual(expect.objectContaining({ id: 'G1', result: 'above', isLaw: false }));
    expect(answer?.['trace']).not.toEqual([]);
  });

  it('reads tables, with a column for each number format', async () => {
    const header = ['id', 'int8_tops', 'fp16_tflops', 'applicable_die_area_mm2', 'designed_or_marketed_for_datacenter'];
    await put('in.csv', `\uFEFF${header.join(';')}\r\n"a; b";700;300;800;yes\r\n`);
    expect(await classify('--in', 'in.csv', '--out', 'out.jsonl')).toBe(0);
    expect((await answers())[0]).toMatchObject({ id: 'a; b', classification: '3A090.a' });
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([header, ['c', 700, 300, 800, 'yes']]), 'Chips');
    await writeFile(path.join(cwd, 'in.xlsx'), xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    expect(await classify('--in', 'in.xlsx', '--out', 'out.jsonl')).toBe(0);
    expect((await answers())[0]).toMatchObject({ id: 'c', computed: { tpp: 5600 }, classification: '3A090.a' });
  });

  it('rejects a faulty row with its place, and leaves nothing behind', async () => {
    await put('in.csv', 'id,int8_tops\ngood,700\nbad,fast\n');
    expect(await classify('--kind', 'chip', '--in', 'in.csv', '--out', 'out.jsonl')).toBe(3);
    expect(said).toMatch(/in\.csv: row 3, column .*dense_tera_ops_per_s.*"fast"/);
    expect(await readdir(cwd)).toEqual(['in.csv']);
  });

  it.each([
    ['a line that is no JSON', 'in.jsonl', '{"id":1}\n{"id":', /row 2: Not JSON/],
    ['a day that does not exist', 'in.jsonl', JSON.stringify({ ...fast, on: '2026-02-30' }), /row 1, column on: on is not a day/],
    ['a row that is neither chip nor model', 'in.jsonl', '{"id":"?"}', /neither a chip/],
    ['an empty file', 'in.jsonl', '', /holds no rows/],
    [
      'a workbook that is none',
      'in.xlsx',
      'PK\u0003\u0004 and then nothing of a workbook',
      /in\.xlsx: row 1: The file is damaged or was cut short/,
    ],
  ])('rejects %s', async (_name, file, text, message) => {
    await put(file, text);
    expect(await classify('--in', file, '--out', 'out.jsonl')).toBe(3);
    expect(said).toMatch(message);
  });

  it.each([
    ['no output', ['--in', 'in.jsonl'], /Both --in and --out/],
    ['an unknown kind', ['--in', 'in.jsonl', '--out', 'o', '--kind', 'toaster'], /--kind is one of/],
    ['an unknown ending', ['--in', 'in.pdf', '--out', 'o'], /\.jsonl, \.json, \.csv or \.xlsx/],
    ['a day that is none', ['--in', 'in.jsonl', '--out', 'o', '--on', 'tomorrow'], /--on is not a day/],
    ['an unknown pack', ['--in', 'in.jsonl', '--out', 'o', '--packs', 'mars'], /no rule pack mars\. There are: us-ear/],
    ['an unknown option', ['--guess'], /--guess/],
    ['the same file twice', ['--in', 'in.jsonl', '--out', 'in.jsonl'], /the same file/],
  ])('refuses %s with exit code 2', async (_name, args, message) => {
    await put('in.jsonl', JSON.stringify(fast));
    expect(await classify(...args)).toBe(2);
    expect(said).toMatch(message);
  });

  it('refuses to judge by a pack that was tampered with [I1]', async () => {
    const copy = path.join(cwd, 'resources');
    await cp(path.join(resources, 'rulepacks'), path.join(copy, 'rulepacks'), { recursive: true });
    const file = path.join(copy, 'rulepacks', 'us-ear', 'parameters.json');
    await copyFile(file, `${cwd}/before.json`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"value": 4800', '"value": 9999999'));
    await put('in.jsonl', JSON.stringify(fast));
    expect(
      await run(['--in', 'in.jsonl', '--out', 'out.jsonl'], {
        stdout: () => {},
        stderr: (text) => {
          said += text;
        },
        resources: copy,
        cwd,
      }),
    ).toBe(4);
    expect(said).toMatch(/us-ear manifest\.json hash: .*changed after it was reviewed/);
  });
});
