import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { neutraliseCell, writeCsv, writeXlsx } from './index.ts';

const columns = [
  { title: 'Name', width: 20 },
  { title: 'Value', width: 10 },
];

describe('neutraliseCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2', "'-2"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1', "'＝1"],
    ['1 = 1', '1 = 1'],
    ['– none', '– none'],
    ['', ''],
  ])('[F5] %j becomes %j', (text, cell) => {
    expect(neutraliseCell(text)).toBe(cell);
  });
});

describe('writeCsv', () => {
  it('[F5] opens as it was meant, whatever the text', async () => {
    const texts = fc.array(
      fc.string({ unit: 'binary' }).filter((text) => !/^\ufeff/.test(text)),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (names) => {
        const rows = names.map((name) => [name, 1.5]);
        const lines = Papa.parse<string[]>(writeCsv({ columns, rows }).slice(1), {
          newline: '\r\n',
          skipEmptyLines: false,
          delimiter: ',',
        }).data;
        expect(lines).toHaveLength(names.length + 2);
        for (const line of lines.slice(1, -1)) expect(line[0]).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(writeCsv({ columns, rows: [['a, "b"\nc', null]] })).toBe('\ufeffName,Value\r\n"a, ""b""\nc",\r\n');
  });
});

describe('writeXlsx', () => {
  it('is read back by another program: text as text, numbers as numbers, odd names made fit', async () => {
    const rows = [
      ['=HYPERLINK("http://x")', 9e24],
      ['<b>&"\u0000 مرحبا \u202e', -3],
      ['x'.repeat(40_000), null],
    ];
    const bytes = await writeXlsx([
      { name: 'Guide [not law]: a/b', columns, rows },
      { name: 'guide  not law   a b', columns, rows: [] },
    ]);
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['Guide  not law   a b', 'guide  not law   a b 2']);
    const sheet = book.Sheets['Guide  not law   a b'];
    if (sheet === undefined) throw new Error('The first sheet is missing');
    expect(sheet['A2']).toMatchObject({ t: 's', v: '\'=HYPERLINK("http://x")' });
    expect(sheet['A2']).not.toHaveProperty('f');
    expect(sheet['B2']).toMatchObject({ t: 'n', v: 9e24 });
    expect(sheet['A3']).toMatchObject({ v: '<b>&"\ufffd مرحبا \u202e' });
    expect(String(sheet['A4']?.v)).toHaveLength(32_767);
    expect(utils.sheet_to_json(sheet, { header: 1 })).toHaveLength(4);
  });

  it('offers lists and notes in the columns of a template', async () => {
    const bytes = await writeXlsx([
      { name: 'T', columns: [{ title: 'Kind', width: 12, choices: ['chip', 'model'], note: 'What is it?' }], rows: [] },
    ]);
    const book = read(bytes, { bookFiles: true }) as unknown as { files: Record<string, { content: Uint8Array }> };
    const sheet = Buffer.from(book.files['xl/worksheets/sheet1.xml']?.content ?? []).toString('utf8');
    expect(sheet).toContain(
      '<dataValidation sqref="A2:A2000" type="list" allowBlank="1" showInputMessage="1" promptTitle="Kind" prompt="What is it?"><formula1>"chip,model"</formula1></dataValidation>',
    );
  });

  it('gives the same bytes for the same sheets', async () => {
    const sheets = [{ name: 'A', columns, rows: [['a', 1]] }];
    expect(Buffer.from(await writeXlsx(sheets)).equals(Buffer.from(await writeXlsx(sheets)))).toBe(true);
  });

  it('lets other work run while a large sheet is written', async () => {
    const rows = Array.from({ length: 20_000 }, (_none, index) => [`Asset ${index}`, index]);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await writeXlsx([{ name: 'A', columns, rows }]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });
});
