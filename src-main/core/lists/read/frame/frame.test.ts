import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListReject } from '../../../../../src-shared/formats/list-file.ts';
import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';
import { readLimits } from '../../../importers/read/limits.ts';
import { readLists } from '../../read-lists.ts';
import { delimitedRecords, isCutOff, withLinesApart } from './delimited-records.ts';

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function cells(text: string, size = 1000, delimiter = ',') {
  const records = [];
  for await (const some of delimitedRecords(pieces(text, size), { delimiter, quote: '"' }, readLimits)) records.push(...some);
  return records;
}

describe('records of delimited text', () => {
  it('keeps lines, doubled quotes, line ends inside quotes and empty last cells, and drops the DOS end', async () => {
    const text = '1,"A ""B"" C",\n\n2,"two\nlines",x\n3,un"quoted,\n\u001a';
    expect((await cells(text)).map(({ line, cells: row }) => [line, ...row])).toEqual([
      [1, '1', 'A "B" C', ''],
      [3, '2', 'two\nlines', 'x'],
      [5, '3', 'un"quoted', ''],
    ]);
  });

  it('takes a quote that nobody doubled as a letter and says so', async () => {
    const [record] = await cells('1,"the "Big" one",2\n');
    expect(record).toMatchObject({ cells: ['1', 'the "Big" one', '2'], brokenQuotes: true });
  });

  it('loses no row to a quote that never closes', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => `"Works ${row}",IR,"note\nof ${row}"`);
    rows[7] = '"Works 7,IR,note of 7';
    rows.push('"Works 300",IR,"cut');
    const records = withLinesApart(await cells(rows.join('\n'), 700), { delimiter: ',', quote: '"' }, 3);
    expect(records.map(({ cells: row }) => row[0])).toEqual(Array.from({ length: 301 }, (_, row) => `Works ${row}`));
    expect(records[7]).toMatchObject({ line: 15, cells: ['Works 7', 'IR', 'note of 7'], brokenQuotes: true });
    expect(records.map((record) => isCutOff(record, 3)).lastIndexOf(true)).toBe(300);
    expect(records.filter((record) => isCutOff(record, 3))).toHaveLength(1);
  });

  it('parts rows that a stray quote glued together, and leaves a cell of several lines whole', async () => {
    const shape = { delimiter: ',', quote: '"' };
    const records = await cells('"A","IR","open\n"B","SY","x"\n"C","KP","two\nlines of "C" here"\n');
    expect(withLinesApart(records, shape, 3).map(({ line, cells: row }) => [line, ...row])).toEqual([
      [1, 'A', 'IR', 'open'],
      [2, 'B', 'SY', 'x'],
      [3, 'C', 'KP', 'two\nlines of "C" here'],
    ]);
  });

  it('gives the same records however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const tidy = rows.map((row) => row.map((cell) => cell.replaceAll('\r', '').replaceAll('\u001a', '')));
          const text = tidy.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
          expect((await cells(text, size)).map((record) => record.cells)).toEqual(tidy);
        },
      ),
    );
  });
});

describe('reading lists in the reader thread', () => {
  it('recognises by content, walks folders, unpacks, and counts every record as party or reject', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lists-'));
    const party = (id: string, name: string) =>
      JSON.stringify({ id, list: 'TRAIN', type: 'org', names: [name, 'Другое'], countries: ['IR', 'Burma'] });
    writeFileSync(
      join(folder, 'anything.bin'),
      gzipSync(
        `${party('T-1', 'ORCHID TRADING')}\nno json{\n${party('T-1', 'TWICE')}\n${party('T-2', '')}\n{"id":"T-3","list":"TRAIN","type":"org","names":[]}\n`,
      ),
    );
    writeFileSync(join(folder, 'notes.csv'), 'a,b\n1,2\n');
    const parties: ListedParty[] = [];
    const rejects: ListReject[] = [];
    const end = await readLists([folder], {
      onParties: (some) => void parties.push(...some),
      onReject: (some) => void rejects.push(...some),
    });
    if (end === 'cancelled') throw new Error('nobody cancelled');
    expect(end.problems).toMatchObject([{ reason: 'noKnownList' }]);
    expect(end.sources[0]?.result).toMatchObject({ ok: true, value: { records: 5, parties: 2, rejected: 3, merged: 0 } });
    expect(parties.map(({ id }) => id)).toEqual(['T-1', 'T-2']);
    expect(parties[0]).toMatchObject({
      names: [
        { text: 'ORCHID TRADING', kind: 'primary', script: 'Latn' },
        { text: 'Другое', kind: 'aka', script: 'Cyrl' },
      ],
      countries: [{ code: 'IR' }, { code: 'MM' }],
    });
    expect(rejects.map(({ reason }) => reason)).toEqual(['broken', 'repeatedId', 'noName']);
  });
});
