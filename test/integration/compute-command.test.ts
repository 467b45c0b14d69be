import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { run } from '../../src-main/cli/compute.ts';
import type { OutputRecord } from '../../src-main/core/compute-batch/index.ts';

const resources = join(import.meta.dirname, '..', '..', 'resources');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-compute-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly said: string;
  readonly records: readonly OutputRecord[];
}

/** Runs the command on a table with real files and reads what it wrote. */
async function gatehouse(text: string | Buffer, name = 'in.csv'): Promise<Ran> {
  const heard: string[] = [];
  const hear = (words: string): void => {
    heard.push(words);
  };
  const io = { stdout: hear, stderr: hear, resources, cwd: folder };
  await writeFile(join(folder, name), text);
  await rm(join(folder, 'out.jsonl'), { force: true });
  const code = await run(['--in', name, '--out', 'out.jsonl'], io);
  const written = code === 0 ? await readFile(join(folder, 'out.jsonl'), 'utf8') : '';
  return {
    code,
    said: heard.join(''),
    records: written
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as OutputRecord),
  };
}

const header =
  'model,domain,parameters,active_parameters,dataset_size,dataset_unit,epochs,hardware,hardware_quantity,training_hours,mfu,hfu,numerical_format,base_model,finetune_flop';

describe('gatehouse compute', () => {
  it('estimates, refuses with the reason, and writes one line a model in order', async () => {
    const { code, records } = await gatehouse(
      [
        header,
        '"Dense, large",Language,4.05e11,,1.56e13,tokens,1,NVIDIA H100 SXM5 80GB,16384,2142,0.404,,BF16,,',
        'Experts,Language,6.71e11,3.7e10,1.48e13,tokens,,,,,,,,,',
        'Pictures,Image generation,3.5e9,,4e8,unverified-unit,,,,,,,,,',
        'Chips only,Language,,,,,,NVIDIA H100 SXM5 80GB,50000,1440,,,BF16,,',
      ].join('\r\n'),
    );
    expect(code).toBe(0);
    expect(records.map((one) => [one.model, one.method, one.refused])).toEqual([
      ['Dense, large', '6ND', false],
      ['Experts', '6ND-active', false],
      ['Pictures', 'none', true],
      ['Chips only', 'hardware-time', false],
    ]);
    expect(records[0]?.point).toBeCloseTo(3.79e25, -24);
    expect(records[0]?.warnings).toEqual([]);
    expect(records[1]?.point).toBeCloseTo(3.29e24, -23);
    expect(records[2]).toMatchObject({
      point: null,
      reasonCode: 'datasetUnitUnknown',
      missing: expect.arrayContaining(['count.dataset.unit']),
    });
    expect(records[2]?.reason).toMatch(/no known unit/);
    expect(records[3]?.low).toBeCloseTo(5.1e25, -24);
    expect(records[3]?.high).toBeCloseTo(1.43e26, -24);
    for (const record of records) for (const line of record.breakdown) expect(line.label).not.toMatch(/^compute\./);
  });

  it('never reads the answer columns, nor takes a method from a hint', async () => {
    const row = 'M,Vision,1e9,,1e9,unverified-unit,,,,,,,,,';
    const plain = await gatehouse(`${header}\n${row}`);
    const hinted = await gatehouse(
      `${header},training_compute_flop,suggested_method,confidence,tolerance_factor,inputs_available\n${row},1e22,6ND,Confident,2,6ND`,
    );
    expect(hinted.records).toEqual(plain.records);
  });

  it('adds base and own compute where the base is in the same file, and keeps them apart where it is not', async () => {
    const { records } = await gatehouse(
      [
        header,
        'Tuned,Language,7e9,,,,,,,,,,,Base 7B,1e21',
        'Base-7B,Language,7e9,,2e12,tokens,,,,,,,,,',
        'Orphan,Language,7e9,,,,,,,,,,,Nowhere,1e21',
      ].join('\n'),
    );
    expect(records[0]).toMatchObject({ method: 'base+finetune', refused: false });
    expect(records[0]?.point).toBeCloseTo(8.5e22, -21);
    expect(records[2]).toMatchObject({ refused: true, reasonCode: 'baseUnknown' });
    expect(records[2]?.breakdown).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: 'own', value: 1e21 }),
        expect.objectContaining({ part: 'base', of: 'Nowhere', value: null }),
      ]),
    );
  });

  it('counts a row that repeats its base once', async () => {
    const figures = 'Language,1.8e12,2.8e11,5.4e12,tokens,2,NVIDIA A100,25000,2280,0.34,,,';
    const { records } = await gatehouse([header, `June,${figures}March,`, `March,${figures},`].join('\n'));
    expect(records[0]?.point).toBe(records[1]?.point);
    expect(records[0]?.warnings.map((one) => one.code)).toContain('sameFiguresAsBase');
  });

  it('reads JSON lines, quantities with units and blank lines', async () => {
    const { code, records } = await gatehouse(
      `\uFEFF${JSON.stringify({ model: 'A', domain: 'Language', parameters: '70B', dataset_size: '15T', dataset_unit: 'tokens', note: { any: 1 } })}\n\n${JSON.stringify({ model: 'B', domain: ['Language'], parameters: 7e9, dataset_size: 1e12, dataset_unit: 'tokens' })}\n`,
      'in.jsonl',
    );
    expect(code).toBe(0);
    expect(records.map((one) => one.point)).toEqual([6.3e24, 4.2e22]);
  });

  it.each([
    {
      name: 'a word for a number',
      text: `${header}\nM,Language,many,,1e12,tokens,,,,,,,,,`,
      says: /in\.csv: row 2, column parameters: "many" is not a number/,
    },
    { name: 'a negative number', text: `${header}\nM,Language,1e9,,-5,tokens,,,,,,,,,`, says: /in\.csv: row 2, column dataset_size/ },
    { name: 'a missing name', text: `${header}\n,Language,1e9,,1e12,tokens,,,,,,,,,`, says: /column model/ },
    {
      name: 'a row with too many fields',
      text: `${header}\nM,Language,1e9,,1e12,tokens,,,,,,,,,,one more`,
      says: /in\.csv: row 2: There are more fields/,
    },
    { name: 'an open quote', text: `${header}\n"M,Language`, says: /in\.csv: row 2: A quoted field does not end/ },
    { name: 'no model column', text: 'name,parameters\nM,1e9', says: /no column "model"/ },
    { name: 'an empty file', text: '', says: /empty/ },
  ])('rejects $name with the place and writes nothing', async ({ text, says }) => {
    const { code, said } = await gatehouse(text);
    expect(code).toBe(3);
    expect(said).toMatch(says);
    await expect(stat(join(folder, 'out.jsonl'))).rejects.toThrow();
  });

  it('reads a workbook as it reads a CSV file, whatever format its cells are shown in', async () => {
    const cells = header.split(',');
    const sheet = xlsx.utils.aoa_to_sheet([
      cells,
      cells.map((name) => ({ model: 'M', domain: 'Language', dataset_unit: 'tokens' })[name] ?? ''),
    ]);
    const at = (name: string) => `${xlsx.utils.encode_col(cells.indexOf(name))}2`;
    sheet[at('parameters')] = { t: 'n', v: 123_456_789_012, z: '0E+00' };
    sheet[at('dataset_size')] = { t: 'n', v: 1_234_567_890_123, z: '#,##0' };
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, 'Models');
    const { code, records } = await gatehouse(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'in.xlsx');
    expect(code).toBe(0);
    expect((records[0]?.point ?? 0) / (6 * 123_456_789_012 * 1_234_567_890_123)).toBeCloseTo(1, 5);
  });

  it('rejects a line that is not JSON', async () => {
    const { code, said } = await gatehouse('{"model":"A"}\n{oops\n', 'in.jsonl');
    expect([code, said]).toEqual([3, expect.stringMatching(/in\.jsonl: row 2: Not JSON/)]);
  });

  it.each([
    [['--in', 'x.csv']],
    [['--in', 'x.pdf', '--out', 'y.jsonl']],
    [['--nonsense']],
    [['--in', 'missing.csv', '--out', 'y.jsonl']],
    [['--in', 'a.jsonl', '--out', 'a.jsonl']],
  ])('answers bad arguments %j with 2', async (args) => {
    const heard: string[] = [];
    const hear = (words: string): void => {
      heard.push(words);
    };
    const io = { stdout: hear, stderr: hear, resources, cwd: folder };
    expect(await run(args, io)).toBe(2);
    expect(heard.join('')).not.toBe('');
  });

  it('takes the unit that stands with a figure, and refuses one of another kind with row and column', async () => {
    const good = await gatehouse([header, 'Unit,Language,7B,,2T tokens,,,,,,,,,,'].join('\n'));
    expect(good.records[0]).toMatchObject({ method: '6ND', point: 8.4e22 });
    const bad = await gatehouse(
      [header, 'Rate,Language,7B,,,,,,,,,,,Unit,1e21 FLOP/s', 'Hours,Language,,,,,,NVIDIA A100,8,900 GPU hours,,,,,'].join('\n'),
    );
    expect(bad.code).toBe(3);
    expect(bad.said).toMatch(/: row 2, column finetune_flop: "1e21 FLOP\/s" is not in flop/);
    expect(bad.said).toMatch(/: row 3, column training_hours: "900 GPU hours" is not in hours/);
  });

  it('does not pick one of two different rows of a name as the base', async () => {
    const { records } = await gatehouse(
      [
        header,
        'Twin,Language,7e9,,2e12,tokens,,,,,,,,,',
        'Twin,Language,8e9,,2e12,tokens,,,,,,,,,',
        'Child,Language,,,,,,,,,,,,Twin,1e21',
      ].join('\n'),
    );
    expect(records[2]).toMatchObject({ model: 'Child', refused: true, reasonCode: 'baseUnknown' });
  });
});
