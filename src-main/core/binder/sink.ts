import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { asideOf, settled, syncFolder } from '../files/index.ts';
import { isInside } from './layout.ts';
import { directory, localHead, MOST_BYTES, type ZipEntry } from './zip-format.ts';

/** What a file came to while it was written. */
export interface Written {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Where a binder is written: aside first, in place only when it is whole. */
export interface BinderSink {
  /** Writes one file, piece by piece. Awaits `pause` between pieces. */
  add(path: string, pieces: Iterable<Uint8Array>, pause?: () => Promise<void>): Promise<Written>;
  /** Puts the binder in its place. Throws what the file system says; nothing is there then. */
  finish(): void;
  /** Removes what was written. */
  abandon(): void;
}

/** Opens a place for a binder. Throws where a folder of that name is there already, or what the file system says. */
export function openSink(path: string, as: 'folder' | 'zip'): BinderSink {
  return as === 'zip' ? zipSink(path) : folderSink(path);
}

function checked(path: string): string {
  if (!isInside(path)) throw new Error(`A binder cannot hold a file called ${JSON.stringify(path)}`);
  return path;
}

function writeAll(file: number, bytes: Uint8Array, position: number | null): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(file, bytes, written, bytes.length - written, position === null ? null : position + written);
}

function folderSink(path: string): BinderSink {
  const aside = asideOf(path);
  mkdirSync(aside, { mode: 0o700 });
  return {
    async add(name, pieces, pause) {
      const full = join(aside, ...checked(name).split('/'));
      mkdirSync(dirname(full), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      let sizeBytes = 0;
      const file = openSync(full, 'wx', 0o600);
      try {
        for (const piece of pieces) {
          writeAll(file, piece, null);
          hash.update(piece);
          sizeBytes += piece.length;
          await pause?.();
        }
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return { path: name, sha256: hash.digest('hex'), sizeBytes };
    },
    finish() {
      if (existsSync(path)) throw Object.assign(new Error('A folder of that name is there already'), { code: 'EEXIST' });
      renameSync(aside, path);
      settled(aside);
      syncFolder(dirname(path));
    },
    abandon() {
      rmSync(aside, { recursive: true, force: true });
      settled(aside);
    },
  };
}

function zipSink(path: string): BinderSink {
  const aside = asideOf(path);
  const file = openSync(aside, 'wx', 0o600);
  const entries: ZipEntry[] = [];
  let end = 0;
  let open = true;
  const close = () => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    async add(name, pieces, pause) {
      const offset = end;
      const room = localHead({ path: checked(name), crc: 0, size: 0 }).length;
      const hash = createHash('sha256');
      let crc = 0;
      let size = 0;
      for (const piece of pieces) {
        if (offset + room + size + piece.length > MOST_BYTES)
          throw Object.assign(new Error('An archive holds four gigabytes at most; save the binder as a folder'), { code: 'EFBIG' });
        writeAll(file, piece, offset + room + size);
        hash.update(piece);
        crc = crc32(piece, crc);
        size += piece.length;
        await pause?.();
      }
      const entry = { path: name, crc, size, offset };
      writeAll(file, localHead(entry), offset);
      entries.push(entry);
      end = offset + room + size;
      return { path: name, sha256: hash.digest('hex'), sizeBytes: size };
    },
    finish() {
      writeAll(file, directory(entries, end), end);
      fsyncSync(file);
      close();
      renameSync(aside, path);
      settled(aside);
      syncFolder(dirname(path));
    },
    abandon() {
      close();
      rmSync(aside, { force: true });
      settled(aside);
    },
  };
}
