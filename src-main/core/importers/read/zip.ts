import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import * as yauzl from 'yauzl';
import type { ReadLimits } from './limits.ts';
import { asProblem, Refusal } from './refuse.ts';

/** A zip archive whose table of contents was checked; members are only ever streamed, never written anywhere. */
export interface SafeZip {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Declared unpacked size; the stream is held to it. */
  size(name: string): number;
  /** Bytes of a member, counted as they inflate against the archive-wide limit. */
  stream(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

const pieceBytes = 128 * 1024;
const unixSystem = 3;
const fileTypeMask = 0o170000;
const regularFile = 0o100000;
const folder = 0o040000;

/**
 * Opens an archive and refuses it when its table of contents is unsafe: absolute names, `..`, backslashes, links, devices, names that occur twice,
 * encrypted members, unknown compression, too many members, too much declared content, or a ratio no workbook has.
 */
export async function openSafeZip(path: string, limits: ReadLimits): Promise<SafeZip> {
  let zip: yauzl.ZipFile;
  try {
    zip = await openZip(path, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
      decodeStrings: true,
    });
  } catch (cause) {
    throw new Refusal(asProblem(cause).reason);
  }
  try {
    return serve(zip, await readContents(zip, limits), limits);
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

function readContents(zip: yauzl.ZipFile, limits: ReadLimits): Promise<ReadonlyMap<string, yauzl.Entry>> {
  if (zip.entryCount > limits.entries) throw new Refusal('limitEntries', null, limits.entries);
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    const folded = new Set<string>();
    let declared = 0;
    zip.on('error', (cause: Error) => {
      reject(/file ?name|relative path|absolute path/i.test(cause.message) ? new Refusal('archiveNames') : new Refusal('damaged'));
    });
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      try {
        declared += entry.uncompressedSize;
        checkEntry(entry, limits);
        if (declared > limits.unpackedBytes) throw new Refusal('limitUnpacked', short(entry.fileName), limits.unpackedBytes);
        const key = entry.fileName.normalize('NFC').toLowerCase();
        if (folded.has(key)) throw new Refusal('archiveNames', short(entry.fileName));
        folded.add(key);
        if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
        zip.readEntry();
      } catch (cause) {
        reject(cause);
      }
    });
    zip.readEntry();
  });
}

function checkEntry(entry: yauzl.Entry, limits: ReadLimits): void {
  const name = short(entry.fileName);
  if (entry.fileName.includes('\0') || entry.fileName === '' || /^[a-z]:/i.test(entry.fileName)) throw new Refusal('archiveNames', name);
  if (entry.versionMadeBy >> 8 === unixSystem) {
    const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
    if (type !== 0 && type !== regularFile && type !== folder) throw new Refusal('archiveNames', name);
  }
  if (entry.isEncrypted()) throw new Refusal('encrypted', name);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Refusal('damaged', name);
  if (entry.uncompressedSize > limits.ratioFloorBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    throw new Refusal('limitRatio', name, limits.ratio);
  }
}

function serve(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>, limits: ReadLimits): SafeZip {
  const openStream = (entry: yauzl.Entry) =>
    new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (cause, stream) => (cause === null || cause === undefined ? resolve(stream) : reject(cause)));
    });
  let inflated = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    close: () => zip.close(),
    async *stream(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Refusal('damaged', short(name));
      let bytes = 0;
      try {
        const stream = await openStream(entry);
        // The small pieces of the inflater are put together: each hand-over costs more than the copying.
        let pieces: Buffer[] = [];
        let gathered = 0;
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          inflated += chunk.length;
          if (inflated > limits.unpackedBytes) throw new Refusal('limitUnpacked', short(name), limits.unpackedBytes);
          if (bytes > limits.ratioFloorBytes && bytes > entry.compressedSize * limits.ratio)
            throw new Refusal('limitRatio', short(name), limits.ratio);
          pieces.push(chunk);
          gathered += chunk.length;
          if (gathered < pieceBytes) continue;
          yield Buffer.concat(pieces);
          pieces = [];
          gathered = 0;
        }
        if (gathered > 0) yield Buffer.concat(pieces);
      } catch (cause) {
        throw cause instanceof Refusal ? cause : new Refusal('damaged', short(name));
      }
    },
  };
}

/** A member's name cut for a message, without characters that could disturb it. */
function short(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120);
}
