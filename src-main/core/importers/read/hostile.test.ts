import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileSniff, ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import { buildWorkbook, sheetRows, workbookMembers } from '../../../../test/fixtures/import/workbook.ts';
import { buildZip } from '../../../../test/fixtures/import/zip.ts';
import { createFileReader } from '../reader-thread.ts';
import { type ReadRow, rowsOf } from './batch.ts';
import { type ReadLimits, readLimits } from './limits.ts';
import { read, sniff } from './reader.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly problem: ReadProblem | null;
  readonly sniff: FileSniff | null;
  readonly rows: readonly ReadRow[];
  readonly notices: readonly string[];
}

/** Reads a file the way the reader thread does, in this thread: starting a thread for each of these would take longer than the reading. */
async function readBack(name: string, content: string | Buffer, limits: ReadLimits = readLimits): Promise<Outcome> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const sniffed = await sniff(path, limits);
  if (!sniffed.ok) return { problem: sniffed.error, sniff: null, rows: [], notices: [] };
  const rows: ReadRow[] = [];
  const end = await read(path, sniffed.value, everything, limits, async (batch) => {
    rows.push(...rowsOf(batch));
  });
  const notices = [...sniffed.value.sniff.notices, ...(end.ok ? end.value.notices : [])].map((notice) => notice.code);
  return { problem: end.ok ? null : end.error, sniff: sniffed.value.sniff, rows, notices };
}

/** The same through a real, capped thread. */
async function readInThread(name: string, content: string | Buffer, limits: ReadLimits): Promise<ReadProblem | null> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const reader = createFileReader(limits);
  const sniffed = await reader.sniff(path);
  if (sniffed === 'cancelled') throw new Error('Nobody cancelled');
  if (!sniffed.ok) return sniffed.error;
  const end = await reader.read(path, sniffed.value, everything, () => undefined);
  if (end === 'cancelled') throw new Error('Nobody cancelled');
  return end.ok ? null : end.error;
}

const everything = { sheet: null, encoding: null, delimiter: null, maxRows: null, batchRows: 500 } as const;
const texts = (outcome: Outcome) => outcome.rows.map((row) => row.cells.map((cell) => cell.text));
const simple = sheetRows([
  ['Name', 'Size'],
  ['Aurora', 7],
]);

describe('a taker that is slower than the disk', () => {
  it('slows the reading of the file, and is not taken for a record that never ends', async () => {
    const path = join(folder, 'slow.csv');
    const lines = 150_000;
    writeFileSync(path, `Name,Note\n${Array.from({ length: lines }, (_, at) => `model ${at},${'x'.repeat(60)}\n`).join('')}`);
    const sniffed = await sniff(path, readLimits);
    if (!sniffed.ok) throw new Error(JSON.stringify(sniffed.error));
    let rows = 0;
    let batches = 0;
    const end = await read(path, sniffed.value, everything, readLimits, async (batch) => {
      rows += batch.rows.length;
      batches += 1;
      // Turns enough for the whole file to come in, if nobody held it back.
      for (let turn = 0; batches === 2 && turn < 1000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    });
    expect(end).toMatchObject({ ok: true });
    expect(rows).toBe(lines + 1);
  });
});

describe('[F1] files are told by content', () => {
  it.each([
    ['a PDF named xlsx', 'report.xlsx', '%PDF-1.7 something', 'pdf'],
    ['a program named csv', 'list.csv', 'MZ\x90\x00\x03', 'executable'],
    ['a picture', 'table.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), 'image'],
    ['gzip', 'log.csv', Buffer.from('1f8b0800', 'hex'), 'gzip'],
    ['a zip of something else', 'book.xlsx', buildZip([{ name: 'a.bin', data: 'x' }]), 'archive'],
    [
      'a zip of tables',
      'logs.zip',
      buildZip([
        { name: 'a.csv', data: 'x' },
        { name: 'b.csv', data: 'x' },
      ]),
      'archiveOfTables',
    ],
    ['a Windows event log', 'x.csv', 'ElfFile\0abc', 'eventLog'],
    ['a Parquet file', 'x.csv', 'PAR1abc', 'parquet'],
    [
      'a text document',
      'letter.xlsx',
      buildZip([
        { name: '[Content_Types].xml', data: '<a/>' },
        { name: 'word/document.xml', data: '<a/>' },
      ]),
      'document',
    ],
    ['binary noise', 'x.csv', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 31)), 'unknownType'],
    ['nothing', 'empty.csv', '', 'empty'],
    ['blanks', 'blank.csv', ' \r\n \n', 'empty'],
  ])('%s', async (_what, name, content, reason) => {
    expect((await readBack(name, content)).problem?.reason).toBe(reason);
  });

  it('reads a CSV saved as xlsx, and says so', async () => {
    const outcome = await readBack('really.xlsx', 'Name,Size\nAurora,7\n');
    expect(outcome.sniff?.format).toBe('csv');
    expect(outcome.notices).toContain('nameDisagrees');
  });

  it('names macros, external links and hidden sheets, and runs and follows none of them', async () => {
    const members = workbookMembers({
      sheets: { Data: simple, Secret: simple },
      hidden: ['Secret'],
      extra: [{ name: 'xl/vbaProject.bin', data: 'code' }],
    });
    const links = members.find((member) => member.name === 'xl/_rels/workbook.xml.rels');
    const outside =
      '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="http://example.invalid/x" TargetMode="External"/></Relationships>';
    const changed = members.map((member) =>
      member === links ? { ...member, data: String(member.data).replace('</Relationships>', outside) } : member,
    );
    const outcome = await readBack('macros.xlsm', buildZip(changed));
    expect(outcome.sniff?.format).toBe('xlsm');
    expect(outcome.notices).toEqual(expect.arrayContaining(['macros', 'externalLinks', 'hiddenSheets']));
    expect(texts(outcome)).toEqual([
      ['Name', 'Size'],
      ['Aurora', '7'],
    ]);
  });

  it('shows a formula with its stored result and never evaluates it', async () => {
    const row =
      '<row r="1"><c r="A1"><f>1+1</f><v>99</v></c><c r="B1" t="str"><f>WEBSERVICE("http://example.invalid")</f><v>cached</v></c></row>';
    const outcome = await readBack('formula.xlsx', buildWorkbook({ sheets: { Data: row } }));
    expect(outcome.rows[0]?.cells).toEqual([
      { text: '99', type: 'formula', raw: '=1+1' },
      { text: 'cached', type: 'formula', raw: '=WEBSERVICE("http://example.invalid")' },
    ]);
  });
});

describe('[F2] limits name themselves and the place', () => {
  it('refuses a file above the size limit before reading it', async () => {
    expect((await readBack('big.csv', 'a,b\n1,2\n', { ...readLimits, fileBytes: 4 })).problem).toEqual({
      reason: 'limitFile',
      place: null,
      limit: 4,
    });
  });

  it('counts inflated bytes as they come, whatever the table of contents claims', async () => {
    const rows = sheetRows(Array.from({ length: 3000 }, (_, at) => [`value ${at}`, at]));
    const members = workbookMembers({ sheets: { Data: rows } }).map((member) =>
      member.name.startsWith('xl/worksheets') ? { ...member, claimedSize: 10 } : member,
    );
    const lying = await readBack('liar.xlsx', buildZip(members));
    expect(lying.problem?.reason).toBe('damaged');
    const honest = await readBack('honest.xlsx', buildWorkbook({ sheets: { Data: rows } }), { ...readLimits, unpackedBytes: 50_000 });
    expect(honest.problem).toMatchObject({ reason: 'limitUnpacked', limit: 50_000 });
  });

  it('refuses a bomb by its ratio', async () => {
    const outcome = await readBack('bomb.xlsx', buildWorkbook({ sheets: { Data: ' '.repeat(8 * 1024 * 1024) } }));
    expect(outcome.problem).toMatchObject({ reason: 'limitRatio', place: 'xl/worksheets/sheet1.xml', limit: 200 });
  });

  it('refuses too many sheets', async () => {
    const sheets = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`S${at}`, simple]));
    expect((await readBack('sheets.xlsx', buildWorkbook({ sheets }))).problem).toMatchObject({ reason: 'limitSheets', limit: 50 });
  });

  it('refuses too many rows and names the row', async () => {
    const rows = sheetRows(Array.from({ length: 12 }, (_, at) => [at]));
    expect((await readBack('rows.xlsx', buildWorkbook({ sheets: { Log: rows } }), { ...readLimits, rows: 10 })).problem).toEqual({
      reason: 'limitRows',
      place: 'Log!11:11',
      limit: 10,
    });
    expect((await readBack('rows.csv', 'a,b\n'.repeat(12), { ...readLimits, rows: 10 })).problem).toEqual({
      reason: 'limitRows',
      place: '11:11',
      limit: 10,
    });
  });

  it('refuses too many columns and names the cell', async () => {
    expect((await readBack('wide.xlsx', buildWorkbook({ sheets: { Data: '<row r="3"><c r="XFD3"><v>1</v></c></row>' } }))).problem).toEqual(
      { reason: 'limitColumns', place: 'Data!XFD3', limit: 512 },
    );
    expect((await readBack('wide.csv', `${'x,'.repeat(600)}x\n`)).problem).toMatchObject({ reason: 'limitColumns', limit: 512 });
  });

  it('cuts a cell at 32,767 characters, says where, and refuses one that is far longer', async () => {
    const cut = await readBack('long.csv', `Name,Note\nA,${'x'.repeat(40_000)}\n`);
    expect(cut.rows[1]?.cells[1]?.text).toHaveLength(32_767);
    expect(cut.notices).toContain('cutCells');
    expect((await readBack('longer.csv', `Name,Note\nA,${'x'.repeat(1_200_000)}\n`)).problem).toMatchObject({
      reason: 'limitCell',
      place: 'B2',
      limit: 32_767,
    });
  });

  it('stops at a quote that never closes instead of reading the file over and over', async () => {
    const outcome = await readBack('quote.csv', `Name,Note\nA,"${'never closed, \n'.repeat(400_000)}`);
    expect(outcome.problem).toMatchObject({ reason: 'limitRecord' });
  });
});

describe('[F3] the thread is capped', () => {
  it('ends on time and says so', async () => {
    expect(await readInThread('slow.csv', 'a,b\n'.repeat(200_000), { ...readLimits, parseMs: 1 })).toMatchObject({ reason: 'time' });
  });

  it('ends on memory and leaves the application running', async () => {
    const strings = Array.from({ length: 60_000 }, (_, at) => `<si><t>${at} ${'padding '.repeat(40)}</t></si>`).join('');
    const hungry = buildWorkbook({ sheets: { Data: simple }, sharedStrings: strings });
    expect(await readInThread('memory.xlsx', hungry, { ...readLimits, heapMiB: 16 })).toMatchObject({ reason: 'memory', limit: 16 });
  });

  it('stops when the import is cancelled', async () => {
    const path = join(folder, 'cancel.csv');
    writeFileSync(path, 'a,b\n'.repeat(300_000));
    const reader = createFileReader();
    const sniffed = await reader.sniff(path);
    if (sniffed === 'cancelled' || !sniffed.ok) throw new Error('The file is plain');
    const stop = new AbortController();
    let batches = 0;
    const end = await reader.read(
      path,
      sniffed.value,
      everything,
      () => {
        batches += 1;
        if (batches === 3) stop.abort();
      },
      stop.signal,
    );
    expect(end).toBe('cancelled');
    expect(batches).toBeLessThan(10);
  });
});

describe('[F4] hostile content is refused or read as text', () => {
  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>', 'doctype'],
    ['billion laughs', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]>`, 'doctype'],
  ])('%s in a sheet', async (_what, prologue, reason) => {
    expect((await readBack('dtd.xlsx', buildWorkbook({ sheets: { Data: simple }, prologue }))).problem?.reason).toBe(reason);
  });

  it('refuses entities it does not know, and XML that is not well-formed', async () => {
    expect(
      (await readBack('entity.xlsx', buildWorkbook({ sheets: { Data: '<row r="1"><c t="str"><v>&evil;</v></c></row>' } }))).problem?.reason,
    ).toBe('xml');
    expect((await readBack('broken.xlsx', buildWorkbook({ sheets: { Data: '<row><c></row>' } }))).problem?.reason).toBe('xml');
  });

  it('calls a workbook damaged at whatever byte it was cut', async () => {
    const whole = buildWorkbook({ sheets: { Data: simple } });
    for (const at of [30, 200, Math.floor(whole.length / 2), whole.length - 10]) {
      expect((await readBack('cut.xlsx', whole.subarray(0, at))).problem?.reason, `cut at ${at}`).toBe('damaged');
    }
  });

  it('refuses a shared string of many megabytes before holding it whole', async () => {
    const noise = Array.from({ length: 300_000 }, (_, at) => ((at * 2_654_435_761) >>> 0).toString(36)).join('');
    const outcome = await readBack(
      'giant.xlsx',
      buildWorkbook({ sheets: { Data: '<row><c t="s"><v>0</v></c></row>' }, sharedStrings: `<si><t>${noise}</t></si>` }),
    );
    expect(outcome.problem).toMatchObject({ reason: 'limitCell', place: 'xl/sharedStrings.xml' });
  });

  it('survives references to strings, styles and sheets that are not there', async () => {
    const outcome = await readBack(
      'lost.xlsx',
      buildWorkbook({ sheets: { Data: '<row r="1"><c t="s" s="999"><v>5000000</v></c><c r="B1" s="-1"><v>1</v></c></row>' } }),
    );
    expect(outcome.problem).toBeNull();
    expect(outcome.rows[0]?.cells[0]?.type).toBe('error');
  });

  it('keeps prototype names as plain text and changes no prototype', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const csv = await readBack('proto.csv', '__proto__,constructor,toString\npolluted,1,2\n');
    const book = await readBack(
      'proto.xlsx',
      buildWorkbook({
        sheets: {
          ['__proto__']: sheetRows([
            ['__proto__', 'hasOwnProperty'],
            ['polluted', 1],
          ]),
        },
      }),
    );
    expect(texts(csv)[0]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(book.problem).toBeNull();
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keeps dates that do not exist as what they are', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const row =
      '<row r="1"><c r="A1" s="1"><v>60</v></c><c r="B1" s="1"><v>-5</v></c><c r="C1" s="1"><v>9999999</v></c><c r="D1" s="1"><v>1</v></c><c r="E1" s="1"><v>45000.5</v></c></row>';
    const outcome = await readBack('dates.xlsx', buildWorkbook({ sheets: { Data: row }, styles }));
    expect(outcome.rows[0]?.cells.map((cell) => cell.text)).toEqual(['60', '-5', '9999999', '1900-01-01', '2023-03-15T12:00:00']);
    const later = await readBack(
      'dates1904.xlsx',
      buildWorkbook({ sheets: { Data: '<row r="1"><c r="A1" s="1"><v>43538</v></c></row>' }, styles, date1904: true }),
    );
    expect(later.rows[0]?.cells[0]?.text).toBe('2023-03-15');
  });

  it('reads every encoding it names, right-to-left text and mixed line ends', async () => {
    const table = 'Name;Ort\r\nMüller;Zürich\nشركة;تهران\r小米;北京\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
    for (const content of [Buffer.from(`\uFEFF${table}`), Buffer.from(table), utf16, Buffer.from(utf16).swap16()]) {
      expect(texts(await readBack('names.csv', content))).toEqual([
        ['Name', 'Ort'],
        ['Müller', 'Zürich'],
        ['شركة', 'تهران'],
        ['小米', '北京'],
      ]);
    }
    const western = await readBack('western.csv', Buffer.from('Name;Preis\nMüller;5 €\n', 'latin1'));
    expect(western.sniff?.encoding).toBe('windows-1252');
    expect(texts(western)[1]?.[0]).toBe('Müller');
    expect(western.notices).toContain('guessedEncoding');
  });

  it('never expands merged ranges or repeated cells', async () => {
    const merged = await readBack(
      'merge.xlsx',
      buildWorkbook({ sheets: { Data: `${simple}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>` } }),
    );
    expect(merged.rows).toHaveLength(2);
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="500"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    const ods = buildZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'content.xml', data: content },
    ]);
    expect((await readBack('repeat.ods', ods)).problem?.reason).toBe('limitOldFormat');
  });
});

describe('[F7] archive members with unsafe names are refused', () => {
  const good = workbookMembers({ sheets: { Data: simple } });
  it.each([
    ['an absolute path', [...good, { name: '/etc/passwd', data: 'x' }]],
    ['a drive', [...good, { name: 'C:/x', data: 'x' }]],
    ['a way up', [...good, { name: '../../x', data: 'x' }]],
    ['a backslash', [...good, { name: 'xl\\..\\x', data: 'x' }]],
    ['the same name twice', [...good, { name: 'xl/workbook.xml', data: '<a/>' }]],
    ['the same name in another case', [...good, { name: 'XL/Workbook.xml', data: '<a/>' }]],
    ['a link', [...good, { name: 'link', data: '/etc/passwd', mode: 0o120777 }]],
    ['a device', [...good, { name: 'device', data: '', mode: 0o020666 }]],
  ])('%s', async (_what, members) => {
    expect((await readBack('names.xlsx', buildZip(members))).problem?.reason).toBe('archiveNames');
  });

  it('names an encrypted member as such', async () => {
    expect((await readBack('locked.xlsx', buildZip(good.map((member) => ({ ...member, encrypted: true }))))).problem?.reason).toBe(
      'encrypted',
    );
  });
});
