import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogFolder } from './log-folder.ts';

let folder: string;
let db: Database.Database;

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-log-folder-'));
  db = new Database(join(folder, 'notes.db'));
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE notes (body TEXT)');
  db.pragma('wal_checkpoint(TRUNCATE)');
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

const sizeOfFile = () => statSync(join(folder, 'notes.db')).size;
const write = () => void db.exec("INSERT INTO notes SELECT printf('%09000d', value) FROM json_each('[1,2,3,4,5,6,7,8,9]')");

describe('the log of a large commit', () => {
  it('is folded into the file when the thread has been idle for a moment, and not while it works', () => {
    let working = true;
    const { later } = createLogFolder(db, () => working);
    const before = sizeOfFile();
    later(write);
    vi.advanceTimersByTime(10_000);
    expect(sizeOfFile()).toBe(before);
    working = false;
    vi.advanceTimersByTime(2000);
    expect(sizeOfFile()).toBeGreaterThan(before);
  });

  it('is folded after a minute of work all the same', () => {
    const { later } = createLogFolder(db, () => true);
    const before = sizeOfFile();
    later(write);
    vi.advanceTimersByTime(59_000);
    expect(sizeOfFile()).toBe(before);
    vi.advanceTimersByTime(10_000);
    expect(sizeOfFile()).toBeGreaterThan(before);
  });
});
