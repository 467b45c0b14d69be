import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { openEncrypted, pagesBetweenFoldings } from '../db/index.ts';
import { isDamage } from '../files/index.ts';
import { headOf } from '../journal/index.ts';

const chunkBytes = 256 * 1024;

type Pause = () => Promise<void>;

/**
 * Copies the file of an open database as it is now, a slice at a time, while work goes on. The log is first folded into the
 * file; from then on new commits stay in the log, so the file does not change under the copy. The bytes are copied as they
 * lie, encrypted. Answers the newest journal entry in the copy, or null when a reader is in the way and the log cannot be folded.
 */
export async function copyDatabase(db: Database.Database, file: string, target: string, pause: Pause): Promise<number | null> {
  db.pragma('wal_autocheckpoint = 0');
  try {
    const [folded] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    if (folded?.busy !== 0) return null;
    const journalSeq = headOf(db).seq;
    await copyFile(file, target, pause);
    return journalSeq;
  } finally {
    if (db.open) db.pragma(`wal_autocheckpoint = ${pagesBetweenFoldings}`);
  }
}

async function copyFile(source: string, target: string, pause: Pause): Promise<void> {
  const from = openSync(source, 'r');
  const to = openSync(target, 'wx', 0o600);
  try {
    const chunk = Buffer.alloc(chunkBytes);
    const size = fstatSync(from).size;
    for (let done = 0; done < size; ) {
      const read = readSync(from, chunk, 0, Math.min(chunkBytes, size - done), done);
      if (read === 0) throw new Error('The database file became shorter while it was copied');
      for (let written = 0; written < read; ) written += writeSync(to, chunk, written, read - written);
      done += read;
      await pause();
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
  const handle = await openFile(target, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens a copy and reads every row of every table, a slice at a time: each page on the way must authenticate. Null when it is damaged. */
export async function proveCopy(path: string, dataKey: Uint8Array, pause: Pause): Promise<number | null> {
  const opened = openEncrypted(path, dataKey);
  if (!opened.ok) return null;
  const db = opened.value;
  try {
    // Without a log of its own, it can later be read in a folder that allows no writing.
    db.pragma('journal_mode = DELETE');
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      .pluck()
      .all();
    for (const table of tables) {
      let pages = 0;
      for (const row of db
        .prepare<[], unknown[]>(`SELECT * FROM "${table.replaceAll('"', '""')}"`)
        .raw()
        .iterate()) {
        pages += pagesOf(row);
        if (pages >= 50) {
          pages = 0;
          await pause();
        }
      }
    }
    return headOf(db).seq;
  } catch (cause) {
    if (isDamage(cause)) return null;
    throw cause;
  } finally {
    db.close();
  }
}

/** About how many pages a row fills: one at least, many where it holds a block of bytes. */
function pagesOf(row: readonly unknown[]): number {
  let bytes = 0;
  for (const value of row) if (Buffer.isBuffer(value)) bytes += value.length;
  return 1 + (bytes >> 12);
}
