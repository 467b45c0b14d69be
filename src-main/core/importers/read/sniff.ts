import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Delimiter, FileFormat, FileSniff, SheetInfo, TextEncodingName } from '../../../../src-shared/formats/import-file.ts';
import { guessDelimiter } from './delimiter.ts';
import type { ReadLimits } from './limits.ts';
import { compoundHasMacros, compoundKind, magicOf, textKind, zipKind } from './magic.ts';
import { createNotices, type Notices } from './notices.ts';
import { Refusal } from './refuse.ts';
import { guessEncoding, looksBinary } from './text-encoding.ts';
import { listWholeFileSheets } from './whole-file.ts';
import { claimedRows, readWorkbook } from './xlsx-parts.ts';
import { openSafeZip } from './zip.ts';

const sampleBytes = 1024 * 1024;

/** A sniffed file with what only the reader needs to know. */
export interface Sniffed {
  readonly sniff: FileSniff;
  /** The first line is `sep=;`, an instruction and no row. */
  readonly skipDirective: boolean;
}

/** Tells what a file is from its content alone, lists its sheets and hashes it. Throws a `Refusal` for what we do not read. */
export async function sniffFile(path: string, limits: ReadLimits): Promise<Sniffed> {
  const { start, bytes } = await firstBytes(path);
  if (bytes === 0) throw new Refusal('empty');
  if (bytes > limits.fileBytes) throw new Refusal('limitFile', null, limits.fileBytes);
  const notices = createNotices();
  const found = await recognise(path, start, bytes, limits, notices);
  const extension = /\.([a-z0-9]{1,5})$/i.exec(basename(path))?.[1]?.toLowerCase();
  if (extension !== undefined && !agrees(extension, found.format)) notices.add('nameDisagrees', extension);
  return {
    sniff: {
      format: found.format,
      bytes,
      sha256: await hashFile(path),
      encoding: found.encoding,
      hasBom: found.hasBom,
      delimiter: found.delimiter,
      sheets: [...found.sheets],
      notices: notices.list(),
    },
    skipDirective: found.skipDirective,
  };
}

export interface Recognised {
  readonly format: FileFormat;
  readonly encoding: TextEncodingName | null;
  readonly hasBom: boolean;
  readonly delimiter: Delimiter | null;
  readonly skipDirective: boolean;
  readonly sheets: readonly SheetInfo[];
}

const noText = { encoding: null, hasBom: false, delimiter: null, skipDirective: false } as const;

/** Tells what a file is from its first bytes. Throws a `Refusal` for what we do not read. */
export async function recognise(path: string, start: Buffer, bytes: number, limits: ReadLimits, notices: Notices): Promise<Recognised> {
  const magic = magicOf(start);
  if (magic.is === 'refused') throw new Refusal(magic.reason);
  if (magic.is === 'zip') return recogniseZip(path, limits, notices);
  if (magic.is === 'text') return recogniseText(path, start, bytes, limits, notices);
  if (bytes > limits.wholeFileBytes) throw new Refusal('limitOldFormat', null, limits.wholeFileBytes);
  if (magic.is === 'cfb') {
    const whole = await readFile(path);
    const kind = compoundKind(whole);
    if ('reason' in kind) throw new Refusal(kind.reason);
    if (compoundHasMacros(whole)) notices.add('macros');
  }
  return { format: 'xls', ...noText, sheets: await listWholeFileSheets(path, 'xls', limits, notices) };
}

async function recogniseZip(path: string, limits: ReadLimits, notices: Notices): Promise<Recognised> {
  const zip = await openSafeZip(path, limits);
  try {
    const kind = zipKind(zip.names);
    if ('reason' in kind) throw new Refusal(kind.reason, kind.reason === 'archiveOfTables' ? memberList(zip.names) : null);
    if (kind.format === 'ods' || kind.format === 'xlsb') {
      if (zip.names.some((name) => /^Basic\/|vbaProject\.bin$/i.test(name))) notices.add('macros');
      return { format: kind.format, ...noText, sheets: await listWholeFileSheets(path, kind.format, limits, notices) };
    }
    const workbook = await readWorkbook(zip, limits, notices);
    const sheets: SheetInfo[] = [];
    for (const { part, ...sheet } of workbook.sheets) {
      sheets.push(sheet.kind === 'table' ? { ...sheet, rowEstimate: await claimedRows(zip, part) } : sheet);
    }
    if (!sheets.some((sheet) => sheet.kind === 'table')) throw new Refusal('noSheets');
    return { format: kind.format, ...noText, sheets };
  } finally {
    zip.close();
  }
}

/** The first few members by name, so that the person knows what to unpack. */
function memberList(names: readonly string[]): string {
  const files = names.filter((name) => !name.endsWith('/'));
  const shown = files.slice(0, 5).map((name) => name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60));
  return files.length > 5 ? `${shown.join(', ')}, …` : shown.join(', ');
}

async function recogniseText(path: string, start: Buffer, bytes: number, limits: ReadLimits, notices: Notices): Promise<Recognised> {
  const whole = bytes <= start.length;
  const guess = guessEncoding(start, whole);
  const sample = new TextDecoder(guess.encoding, { fatal: false }).decode(start, { stream: !whole });
  if (looksBinary(sample)) throw new Refusal('unknownType');
  if (sample.trim() === '') throw new Refusal('empty');
  if (guess.guessed) notices.add('guessedEncoding', guess.encoding);
  const text = { encoding: guess.encoding, hasBom: guess.hasBom, delimiter: null, skipDirective: false } as const;
  const kind = textKind(sample);
  if (kind === 'html' || kind === 'xml2003')
    return { format: kind, ...text, sheets: await listWholeFileSheets(path, kind, limits, notices) };
  if (kind !== 'table') return { format: kind, ...text, sheets: [] };
  const complete = whole ? sample : sample.slice(0, Math.max(sample.lastIndexOf('\n'), 1));
  const delimiter = guessDelimiter(complete);
  return {
    ...text,
    format: delimiter?.delimiter === '\t' ? 'tsv' : 'csv',
    delimiter: delimiter?.delimiter ?? ',',
    skipDirective: delimiter?.directive ?? false,
    sheets: [{ name: '', visibility: 'visible', kind: 'table', rowEstimate: estimateRows(sample, start.length, bytes) }],
  };
}

function estimateRows(sample: string, sampled: number, bytes: number): number {
  let lines = 0;
  for (let at = sample.indexOf('\n'); at !== -1; at = sample.indexOf('\n', at + 1)) lines += 1;
  if (!sample.endsWith('\n')) lines += 1;
  return Math.round((lines * bytes) / Math.min(sampled, bytes));
}

/** The first mebibyte of a file and its size. Throws a `Refusal` for what is no file. */
export async function firstBytes(path: string): Promise<{ start: Buffer; bytes: number; changedAt: Date }> {
  const file = await open(path, 'r');
  try {
    const info = await file.stat();
    if (!info.isFile()) throw new Refusal('cannotRead');
    const start = Buffer.alloc(Math.min(info.size, sampleBytes));
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    return { start: start.subarray(0, bytesRead), bytes: info.size, changedAt: info.mtime };
  } finally {
    await file.close();
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: sampleBytes })) hash.update(chunk);
  return hash.digest('hex');
}

const extensions: Readonly<Record<string, readonly FileFormat[]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsm', 'xlsx'],
  xlsb: ['xlsb'],
  xls: ['xls'],
  ods: ['ods'],
  csv: ['csv', 'tsv'],
  tsv: ['tsv', 'csv'],
  json: ['json', 'ndjson'],
};

function agrees(extension: string, format: FileFormat): boolean {
  return !Object.hasOwn(extensions, extension) || (extensions[extension]?.includes(format) ?? true);
}
