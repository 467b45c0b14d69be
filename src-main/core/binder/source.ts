import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { binderFiles, isInside } from './layout.ts';
import { directory, directoryStart, END_BYTES, localHead, readDirectory, type ZipEntry } from './zip-format.ts';

/** A binder as it lies on disk. */
export interface BinderSource {
  /** Paths of all its files, in the order of their code points. */
  readonly paths: readonly string[];
  /** Bytes of a small file; null where there is none. */
  read(path: string): Buffer | null;
  /** SHA-256 of a file, read piece by piece; null where there is none. */
  hash(path: string): string | null;
  /** A part of the archive that holds no file and is not as this format fixes it, named for people; null where all is well. */
  readonly broken: string | null;
  close(): void;
}

const PIECE = 1024 * 1024;
const SMALL = 64 * 1024 * 1024;

/** How the parts of an archive that hold no file are named. */
const DIRECTORY = 'the directory of the archive';

/** Opens a folder or an archive. Null where it is neither. Throws what the file system says. */
export function openBinder(path: string): BinderSource | null {
  const found = statSync(path);
  return found.isDirectory() ? folderSource(path) : found.isFile() ? zipSource(path) : null;
}

function folderSource(folder: string): BinderSource {
  const paths: string[] = [];
  let broken: string | null = null;
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) paths.push(path);
      // A link could lead anywhere; a binder holds none.
      else broken ??= path;
    }
  };
  walk('');
  paths.sort((a, b) => (a < b ? -1 : 1));
  const known = new Set(paths);
  return {
    paths,
    broken,
    read: (path) => (known.has(path) ? readFileSync(join(folder, ...path.split('/'))) : null),
    hash: (path) => (known.has(path) ? hashFile(join(folder, ...path.split('/'))) : null),
    close: () => undefined,
  };
}

function hashFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    return hashRange(file, 0, fstatSync(file).size).sha256;
  } finally {
    closeSync(file);
  }
}

function hashRange(file: number, from: number, size: number): { readonly sha256: string; readonly crc: number } {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(Math.min(PIECE, Math.max(size, 1)));
  let crc = 0;
  for (let done = 0; done < size; ) {
    const count = readSync(file, piece, 0, Math.min(piece.length, size - done), from + done);
    if (count === 0) break;
    const part = piece.subarray(0, count);
    hash.update(part);
    crc = crc32(part, crc);
    done += count;
  }
  return { sha256: hash.digest('hex'), crc };
}

function readRange(file: number, from: number, size: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, size));
  let done = 0;
  while (done < bytes.length) {
    const count = readSync(file, bytes, done, bytes.length - done, from + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

function zipSource(path: string): BinderSource | null {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const given = size < END_BYTES ? null : directoryStart(readRange(file, size - END_BYTES, END_BYTES));
  const start = given !== null && given < size ? given : findDirectory(file, size);
  const tail = start === null || size - start > SMALL ? null : readRange(file, start, size - start);
  const entries = tail === null ? null : readDirectory(tail);
  const named = entries?.some(({ path: name }) => name === binderFiles.sums || name === binderFiles.signature) === true;
  if (start === null || tail === null || entries === null || !named) {
    const ours = readRange(file, Math.max(0, size - SMALL), Math.min(size, SMALL)).includes(binderFiles.signature);
    closeSync(file);
    return ours ? { paths: [binderFiles.sums], broken: DIRECTORY, read: () => null, hash: () => null, close: () => undefined } : null;
  }
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const dataOf = (entry: ZipEntry) => entry.offset + localHead(entry).length;
  return {
    paths: [...byPath.keys()].sort((a, b) => (a < b ? -1 : 1)),
    broken: brokenPart(file, entries, tail, start),
    read(name) {
      const entry = byPath.get(name);
      return entry === undefined || entry.size > SMALL ? null : readRange(file, dataOf(entry), Math.min(entry.size, size));
    },
    hash(name) {
      const entry = byPath.get(name);
      return entry === undefined ? null : hashRange(file, dataOf(entry), Math.min(entry.size, size)).sha256;
    },
    close: () => closeSync(file),
  };
}

/** Where the first line of the directory is, when the end of the archive no longer says so. */
function findDirectory(file: number, size: number): number | null {
  const from = Math.max(0, size - SMALL);
  const bytes = readRange(file, from, size - from);
  // The directory is found by its first line: the entry that begins the archive.
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1')) {
    if (at + 46 <= bytes.length && bytes.readUInt32LE(at + 42) === 0) return from + at;
  }
  return null;
}

/** Heads and directory are rebuilt from what they say and compared byte for byte; files must follow each other without a gap. */
function brokenPart(file: number, entries: readonly ZipEntry[], tail: Buffer, start: number): string | null {
  let next = 0;
  for (const entry of entries) {
    if (!isInside(entry.path)) return DIRECTORY;
    const head = localHead(entry);
    if (entry.offset !== next || !readRange(file, entry.offset, head.length).equals(head)) return entry.path;
    if (hashRange(file, entry.offset + head.length, Math.min(entry.size, start)).crc !== entry.crc) return entry.path;
    next = entry.offset + head.length + entry.size;
  }
  if (new Set(entries.map(({ path }) => path)).size < entries.length) return DIRECTORY;
  return next === start && directory(entries, start).equals(tail) ? null : DIRECTORY;
}
