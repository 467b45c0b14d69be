import { open } from 'node:fs/promises';
import type { ReadProblem } from '../../../src-shared/formats/import-file.ts';
import { ok, type Result } from '../../../src-shared/model/result.ts';
import { type FileReader, rowsOf } from '../importers/index.ts';
import { listLimits } from './read/network-list.ts';
import type { ListRow } from './read/text-rows.ts';

/** Zip and compound files begin like this; whatever else a spreadsheet may be (HTML, XML) is no list of networks. */
const zipStart = Buffer.from('PK\u0003\u0004', 'latin1');
const compoundStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Rows of the first sheet of a workbook, or null when the file is no workbook. `reader` reads in a guarded thread, or here. */
export async function rowsOfWorkbook(
  path: string,
  reader: FileReader,
): Promise<Result<readonly ListRow[] | null, ReadProblem> | 'cancelled'> {
  const start = await firstBytes(path);
  if (!start.subarray(0, 4).equals(zipStart) && !start.equals(compoundStart)) return ok(null);
  const sniffed = await reader.sniff(path);
  if (sniffed === 'cancelled' || !sniffed.ok) return sniffed;
  const rows: ListRow[] = [];
  const sheet = sniffed.value.sniff.sheets[0]?.name ?? null;
  const request = { sheet, encoding: null, delimiter: null, maxRows: listLimits.entries, batchRows: 5_000 };
  const outcome = await reader.read(path, sniffed.value, request, (batch) => {
    for (const { row, cells } of rowsOf(batch)) rows.push({ row, cells: cells.map(({ text }) => text.trim()), comment: '' });
  });
  if (outcome === 'cancelled' || !outcome.ok) return outcome;
  return ok(rows);
}

/** Empty for a file that cannot be read: whoever reads it next says so. */
async function firstBytes(path: string): Promise<Buffer> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return Buffer.alloc(0);
    throw cause;
  }
}
