import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { workbookMembers } from '../fixtures/import/workbook.ts';
import { buildZip } from '../fixtures/import/zip.ts';

const chunkRows = 4000;

/** A log of eleven columns, the same for the same size. */
export async function writeBigCsv(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  await send(out, 'Date;User;Action;Model;IP;Result;Mail;MB;Country;Request;Client\r\n');
  for (let row = 0; row < rows; row += chunkRows) {
    let text = '';
    for (let at = row; at < Math.min(rows, row + chunkRows); at += 1) {
      text += `2026-10-${String(1 + (at % 28)).padStart(2, '0')} 07:${String(at % 60).padStart(2, '0')};user${at % 2000};clone;atlas-${at % 40};10.4.${at % 250}.${at % 17};ok;u${at % 2000}@hr.example;${at % 1000},${at % 10};NL;${(at * 7919).toString(16)};git\r\n`;
    }
    await send(out, text);
  }
  out.end();
  await once(out, 'close');
}

async function send(out: WriteStream, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}

/** A workbook with one sheet of that many rows: a date, seven shared strings, three numbers. */
export function writeBigXlsx(path: string, rows: number): Promise<void> {
  const words = Array.from({ length: 200_000 }, (_, at) => `shared string ${at}`);
  return writeWorkbook(path, words, rowsOfBigXlsx(rows));
}

function* rowsOfBigXlsx(rows: number): Generator<string> {
  for (let row = 1; row <= rows; row += chunkRows) {
    let text = '';
    for (let at = row; at < Math.min(rows + 1, row + chunkRows); at += 1) {
      text += `<row r="${at}"><c r="A${at}" s="1"><v>${46_000 + at / 5000}</v></c>`;
      for (let column = 0; column < 7; column += 1)
        text += `<c r="${'BCDEFGH'[column]}${at}" t="s"><v>${(at * 31 + column) % 200_000}</v></c>`;
      text += `<c r="I${at}"><v>${at}</v></c><c r="J${at}"><v>0.5</v></c><c r="K${at}"><v>${at % 97}</v></c></row>`;
    }
    yield text;
  }
}

/** A workbook of one sheet `Log`; style 1 is a date with time. The sheet is packed as its rows come, as XML a piece at a time. */
export async function writeWorkbook(path: string, sharedStrings: readonly string[], sheet: Iterable<string>): Promise<void> {
  const members = workbookMembers({
    sheets: { Log: '' },
    sharedStrings: sharedStrings.map((text) => `<si><t>${text}</t></si>`).join(''),
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>',
  });
  const name = 'xl/worksheets/sheet1.xml';
  const small = buildZip(members.filter((member) => member.name !== name));
  const directoryAt = small.readUInt32LE(small.length - 6);
  const file = await open(path, 'w');
  try {
    await file.write(small.subarray(0, directoryAt));
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 0, 'latin1');
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x808, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    await file.write(Buffer.concat([local, Buffer.from(name)]));
    const { packed, size, crc } = await packSheet(file, sheet);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 0, 'latin1');
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(0x808, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(packed, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(directoryAt, 42);
    const contents = Buffer.concat([small.subarray(directoryAt, small.length - 22), central, Buffer.from(name)]);
    const end = Buffer.from(small.subarray(small.length - 22));
    end.writeUInt16LE(members.length, 8);
    end.writeUInt16LE(members.length, 10);
    end.writeUInt32LE(contents.length, 12);
    end.writeUInt32LE(directoryAt + 30 + name.length + packed, 16);
    await file.write(Buffer.concat([contents, end]));
  } finally {
    await file.close();
  }
}

async function packSheet(
  file: Awaited<ReturnType<typeof open>>,
  sheet: Iterable<string>,
): Promise<{ packed: number; size: number; crc: number }> {
  const deflate = createDeflateRaw({ level: 1 });
  let size = 0;
  let crc = 0;
  const feed = async (text: string) => {
    const bytes = Buffer.from(text);
    size += bytes.length;
    crc = crc32(bytes, crc);
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  };
  const produce = async () => {
    await feed('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>');
    for (const rows of sheet) await feed(rows);
    await feed('</sheetData></worksheet>');
    deflate.end();
  };
  const done = produce();
  let packed = 0;
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    await file.write(chunk);
    packed += chunk.length;
  }
  await done;
  return { packed, size, crc };
}

/** A register of models with the usual mess: units, languages, unknowns, a few errors. */
export function modelRegister(rows: number): string {
  const lines = ['Register of models', '', 'Model;Version;Parameters;Tokens;Open weights;Trained in;Architecture;Owner;Purpose'];
  for (let at = 0; at < rows; at += 1) {
    const country = ['Deutschland', 'NL', 'United States', 'Japan', '中国'][at % 5];
    lines.push(
      `Model ${at};${1 + (at % 3)}.0;${1 + (at % 900)}B;${at % 50 === 0 ? 'unknown' : `${1 + (at % 20)},5T`};${['ja', 'nein', 'n/a'][at % 3]};${country};${['dense', 'MoE', 'cnn'][at % 3]};Person ${at % 40};"Answers questions; number ${at}"`,
    );
  }
  return lines.join('\r\n');
}

/** A roster as a personnel system exports it, with numbers, managers and citizenships. */
export function bigRoster(rows: number): string {
  const lines = ['Employee ID,Name,Email,Job Title,Team,Site,Country of work,Start date,Last day,Worker type,Citizenship,Manager'];
  const titles = ['Researcher', 'Software engineer', 'Data scientist', 'Counsel', 'Analyst'];
  const countries = ['United States', 'Germany', 'India', 'Netherlands', 'Japan', 'Brazil'];
  const given = ['Priya', 'Jonas', 'Mei', 'Ana', 'Omar', 'Lena', 'Tariq', 'Yuki', 'Sofia', 'Paul'];
  const family = ['Raman', 'Weber', 'Lin', 'Costa', 'Haddad', 'Novak', 'Khan', 'Sato', 'Rossi', 'Smith', 'Jansen'];
  for (let at = 0; at < rows; at += 1) {
    const country = countries[at % countries.length] ?? '';
    const name = `${given[at % given.length]} ${family[at % family.length]} ${at.toString(36)}`;
    const left = at % 17 === 0 ? '2026-06-30' : '';
    const citizenship = countries[(at * 7) % countries.length] ?? '';
    const start = `20${String(10 + (at % 16))}-0${1 + (at % 9)}-15`;
    lines.push(
      `${100_000 + at},${name},person${at}@example.com,${titles[at % titles.length]},Team ${at % 60},Site ${at % 12},${country},${start},${left},${at % 9 === 0 ? 'Contractor' : 'Employee'},${citizenship},${100_000 + Math.floor(at / 12)}`,
    );
  }
  return lines.join('\r\n');
}
