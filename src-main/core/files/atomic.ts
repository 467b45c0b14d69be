import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideOf, settled } from './aside.ts';

/**
 * Replaces a file whole or not at all: writes aside, flushes, renames, flushes the folder.
 * A crash at any point leaves the old file or the new one. Throws what the file system said; the old file then stands.
 */
export function writeFileAtomically(path: string, content: Uint8Array | string): void {
  writePiecesAtomically(path, [typeof content === 'string' ? Buffer.from(content, 'utf8') : content]);
}

/** The same for a file too large to be whole in memory. What the pieces throw leaves the old file standing. */
export function writePiecesAtomically(path: string, pieces: Iterable<Uint8Array>): void {
  const aside = asideOf(path);
  try {
    const file = openSync(aside, 'wx', 0o600);
    try {
      for (const bytes of pieces) for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (cause) {
    rmSync(aside, { force: true });
    throw cause;
  } finally {
    settled(aside);
  }
  syncFolder(dirname(path));
}

/** Makes a rename in a folder survive a power cut. Windows keeps its own order and cannot open folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Flushes a file that something else wrote. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
