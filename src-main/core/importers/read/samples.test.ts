import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import { rowsOf } from './batch.ts';
import { readLimits } from './limits.ts';
import { read, sniff } from './reader.ts';

const samples = resolve(import.meta.dirname, '../../../../../shared/imports/samples');
const here = existsSync(samples);
if (!here) console.log(`Skipped: the public sample files are not at ${samples}.`);

async function rowsIn(name: string, sheet: string | null = null): Promise<{ row: number; cells: readonly Cell[] }[]> {
  const path = join(samples, name);
  const sniffed = await sniff(path, readLimits);
  if (!sniffed.ok) throw new Error(`${name}: ${sniffed.error.reason}`);
  const rows: { row: number; cells: readonly Cell[] }[] = [];
  const end = await read(
    path,
    sniffed.value,
    { sheet, encoding: null, delimiter: null, maxRows: null, batchRows: 100 },
    readLimits,
    async (batch) => {
      rows.push(...rowsOf(batch));
    },
  );
  if (!end.ok) throw new Error(`${name}: ${end.error.reason}`);
  return rows;
}

describe.skipIf(!here)('[F4] odd workbooks of other programs', () => {
  it('reads the same days from both date systems', async () => {
    const days = async (name: string) => (await rowsIn(name)).map((row) => row.cells[0]?.text);
    expect(await days('date.xlsx')).toEqual(await days('date_1904.xlsx'));
    expect((await days('date.xlsx')).slice(0, 2)).toEqual(['2021-01-01', '2021-01-02']);
  });

  it('keeps the place of a table that does not start at A1', async () => {
    const [header, first] = await rowsIn('temperature-in-middle.xlsx');
    expect(header).toMatchObject({ row: 4, cells: [{ type: 'empty' }, { text: 'label' }, { text: 'value' }] });
    expect(first?.cells[2]).toEqual({ text: '22.2222', type: 'number' });
  });

  it('reads inline text and CDATA, and leaves merged ranges alone', async () => {
    expect((await rowsIn('inlineStr_cdata.xlsx'))[0]?.cells.map((cell) => cell.text)).toEqual(['Hello CDATA', 'World']);
    expect((await rowsIn('merged_range.xlsx', 'Sheet1')).map((row) => row.row)).toEqual([1, 3, 4]);
  });

  it.each(['any_sheets.xls', 'any_sheets.ods'])('names the hidden sheets of %s and reads the visible one', async (name) => {
    const sniffed = await sniff(join(samples, name), readLimits);
    expect(sniffed.ok && sniffed.value.sniff.notices.find((notice) => notice.code === 'hiddenSheets')?.count).toBe(2);
    expect((await rowsIn(name, 'Visible')).slice(0, 3).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('names a protected workbook as such', async () => {
    expect(await sniff(join(samples, 'pass_protected.xlsx'), readLimits)).toMatchObject({ ok: false, error: { reason: 'encrypted' } });
  });
});
