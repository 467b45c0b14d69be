import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { inspectSnapshot } from '../backup/index.ts';
import { rekeyFile } from '../db/index.ts';
import { syncFile, syncFolder } from '../files/index.ts';
import { databaseFile, headerFile } from './header.ts';

const nextFile = `${databaseFile}.next-key`;
const oldDatabase = `${databaseFile}.old-key`;
const oldHeader = `${headerFile}.old-key`;

/** Writes a copy of the open database under another data key, beside it, and proves it by opening. */
export function writeUnderNewKey(db: Database.Database, folder: string, oldKey: Uint8Array, newKey: Uint8Array): void {
  const next = join(folder, nextFile);
  rmSync(next, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(next);
    rekeyFile(next, oldKey, newKey);
    syncFile(next);
    if (!inspectSnapshot(next, newKey).intact) throw new Error('The copy under the new key does not open');
  } catch (cause) {
    rmSync(next, { force: true });
    throw cause;
  }
}

/**
 * Swaps the copy in; the database must be closed, and the header is replaced right after. Killed in between, the folder has the
 * old header and the new database: `undoHalfRotation` mends that at the next opening.
 */
export function swapRotated(folder: string): void {
  copyFileSync(join(folder, headerFile), join(folder, oldHeader));
  copyFileSync(join(folder, databaseFile), join(folder, oldDatabase));
  syncFile(join(folder, oldDatabase));
  for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `${databaseFile}${suffix}`), { force: true });
  renameSync(join(folder, nextFile), join(folder, databaseFile));
  syncFolder(folder);
}

/** After a kill in the middle of a rotation: puts the old database back when it is the one this key opens. True when it did. */
export function undoHalfRotation(folder: string, dataKey: Uint8Array): boolean {
  const old = join(folder, oldDatabase);
  if (!existsSync(old) || !inspectSnapshot(old, dataKey).intact) return false;
  renameSync(old, join(folder, databaseFile));
  syncFolder(folder);
  return true;
}

/** Removes what a rotation kept, once the workspace has opened cleanly under its new key. */
export function dropRotatedFiles(folder: string): void {
  for (const name of [nextFile, oldDatabase, oldHeader]) rmSync(join(folder, name), { force: true });
}
