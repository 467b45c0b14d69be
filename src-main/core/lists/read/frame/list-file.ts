import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TextEncodingName } from '../../../../../src-shared/formats/import-file.ts';
import { rowsOf } from '../../../importers/read/batch.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import { magicOf, zipKind } from '../../../importers/read/magic.ts';
import { read } from '../../../importers/read/reader.ts';
import { Refusal } from '../../../importers/read/refuse.ts';
import { type Sniffed, sniffFile } from '../../../importers/read/sniff.ts';
import { guessEncoding, looksBinary } from '../../../importers/read/text-encoding.ts';
import { decodedText, fileBytes } from '../../../importers/read/text-source.ts';
import { openSafeZip } from '../../../importers/read/zip.ts';

/** A file, or a member of a zip archive, that may hold a list. */
export interface ListFile {
  readonly path: string;
  readonly member: string | null;
  readonly name: string;
  readonly gzip: boolean;
  readonly encoding: TextEncodingName;
  /** On disk. */
  readonly bytes: number;
  readonly changedAtMs: number;
  /** Of a workbook: the sheet, and what the common file reader needs to read it; `null` for text. */
  readonly sheet: { readonly name: string; readonly sniffed: Sniffed } | null;
}

/** The beginning of a file, from which formats tell what it is. */
export interface FileHead {
  readonly file: ListFile;
  /** A sheet of a workbook shows as text too: its first rows with tabs between the cells. */
  readonly kind: 'text' | 'workbook';
  /** The first 128 KiB as text, without byte-order mark, line ends evened out; a last cut line is left in. */
  readonly text: string;
  /** True when `text` is the whole file. */
  readonly whole: boolean;
  /** Name of the XML root without prefix, and its namespace; `null` for what is no XML. */
  readonly root: { readonly name: string; readonly namespace: string; readonly attributes: string } | null;
}

const headBytes = 128 * 1024;

/** Looks at the beginning of a file; a zip archive gives one head for each member. Throws a `Refusal` for what is no list at all. */
export async function headsOf(path: string, limits: ReadLimits): Promise<readonly FileHead[]> {
  const { start, bytes, changedAtMs } = await beginning(path);
  if (bytes === 0) throw new Refusal('empty');
  if (bytes > limits.fileBytes) throw new Refusal('limitFile', null, limits.fileBytes);
  const facts = { path, member: null, name: basename(path), bytes, changedAtMs };
  if (start[0] === 0x1f && start[1] === 0x8b) {
    const text = await firstOf(fileBytes({ path, gzip: true, limits }));
    return [textHead({ ...facts, gzip: true, name: facts.name.replace(/\.gz$/i, '') }, text, false)];
  }
  const magic = magicOf(start);
  if (magic.is === 'refused') throw new Refusal(magic.reason);
  if (magic.is === 'zip') {
    const zip = await openSafeZip(path, limits);
    try {
      if (!('reason' in zipKind(zip.names))) return await sheetHeads(facts, limits);
      const heads: FileHead[] = [];
      for (const name of zip.names) {
        if (/(^|\/)(\.|__MACOSX)/.test(name) || zip.size(name) === 0) continue;
        const text = await firstOf(zip.stream(name));
        if (magicOf(text).is !== 'text') continue;
        heads.push(textHead({ ...facts, member: name, name: basename(name), gzip: false }, text, text.length >= zip.size(name)));
      }
      return heads;
    } finally {
      zip.close();
    }
  }
  if (magic.is !== 'text') return sheetHeads(facts, limits);
  return [textHead({ ...facts, gzip: false }, start, start.length >= bytes)];
}

/** The beginning of a file that was recognised before. */
export async function headOf(file: ListFile, limits: ReadLimits): Promise<FileHead> {
  const head = (await headsOf(file.path, limits)).find(
    (one) => one.file.member === file.member && one.file.sheet?.name === file.sheet?.name,
  );
  if (head === undefined) throw new Refusal('damaged', file.name);
  return head;
}

type Facts = Omit<ListFile, 'encoding' | 'gzip' | 'sheet'>;

const headRows = 30;

/** One head for each sheet that can be seen. */
async function sheetHeads(facts: Facts, limits: ReadLimits): Promise<readonly FileHead[]> {
  const sniffed = await sniffFile(facts.path, limits);
  const sheets = sniffed.sniff.sheets.filter(({ visibility, kind }) => visibility === 'visible' && kind === 'table');
  const heads: FileHead[] = [];
  for (const { name } of sheets) {
    const rows: string[] = [];
    const request = { sheet: name, encoding: null, delimiter: null, maxRows: headRows, batchRows: headRows };
    const outcome = await read(facts.path, sniffed, request, limits, async (batch) => {
      for (const { cells } of rowsOf(batch)) rows.push(cells.map(({ text }) => text.replace(/[\t\n]/g, ' ')).join('\t'));
    });
    if (!outcome.ok) throw new Refusal(outcome.error.reason, outcome.error.place, outcome.error.limit);
    const file: ListFile = { ...facts, gzip: false, encoding: 'utf-8', sheet: { name, sniffed } };
    const shown = sheets.length === 1 ? file : { ...file, name: `${facts.name} (${name})` };
    heads.push({ file: shown, kind: 'workbook', text: rows.join('\n'), whole: outcome.value.complete, root: null });
  }
  return heads;
}

function textHead(facts: Omit<ListFile, 'encoding' | 'sheet'>, start: Buffer, whole: boolean): FileHead {
  const { encoding } = guessEncoding(start, whole);
  const text = new TextDecoder(encoding).decode(start, { stream: !whole }).replace(/\r\n?/g, '\n');
  if (looksBinary(text)) throw new Refusal('unknownType');
  return { file: { ...facts, encoding, sheet: null }, kind: 'text', text, whole, root: rootOf(text) };
}

/** The first element after declaration and comments. */
function rootOf(text: string): FileHead['root'] {
  const found = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:[\w.-]+:)?([\w.-]+)((?:\s[^<>]*)?)>/.exec(text);
  if (found === null || !/^\s*</.test(text)) return null;
  const [, name = '', attributes = ''] = found;
  return { name, namespace: /\sxmlns(?::\w+)?\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '', attributes };
}

async function beginning(path: string): Promise<{ start: Buffer; bytes: number; changedAtMs: number }> {
  const file = await open(path, 'r');
  try {
    const info = await file.stat();
    if (!info.isFile()) throw new Refusal('cannotRead');
    const start = Buffer.alloc(Math.min(info.size, headBytes));
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    return { start: start.subarray(0, bytesRead), bytes: info.size, changedAtMs: info.mtimeMs };
  } finally {
    await file.close();
  }
}

async function firstOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

/** The bytes of a list file, unpacked; `onBytes` hears those on disk (of an archive member, the unpacked ones). */
export async function* bytesOf(file: ListFile, limits: ReadLimits, onBytes?: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  if (file.member === null) {
    yield* fileBytes({ path: file.path, gzip: file.gzip, limits, ...(onBytes === undefined ? {} : { onBytes }) });
    return;
  }
  const zip = await openSafeZip(file.path, limits);
  try {
    for await (const piece of zip.stream(file.member)) {
      onBytes?.(piece);
      yield piece;
    }
  } finally {
    zip.close();
  }
}

/** The text of a list file piece by piece, line ends evened out to `\n`. */
export function textOf(file: ListFile, limits: ReadLimits, onBytes?: (piece: Buffer) => void): AsyncGenerator<string> {
  return decodedText(bytesOf(file, limits, onBytes), file.encoding);
}
