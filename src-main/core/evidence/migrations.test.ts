import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../db/index.ts';
import { evidenceMigrations } from './migrations.ts';
import { evidenceOf, piecesOf } from './store.ts';

describe('a workspace from when only assets had evidence', () => {
  it('keeps every file on its asset, with what it proves and its bytes', () => {
    const db = new Database(':memory:');
    const now = '2026-11-20T08:00:00.000Z';
    db.exec('CREATE TABLE assets (id TEXT PRIMARY KEY) STRICT');
    migrate(
      db,
      evidenceMigrations.filter(({ id }) => id <= 270),
      now,
    );
    db.exec("INSERT INTO assets VALUES ('a')");
    // SHA-256 of the one byte 'x'.
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    db.prepare('INSERT INTO evidence_pieces VALUES (?, 0, ?)').run(sha256, Buffer.from('x'));
    db.prepare("INSERT INTO evidence VALUES ('e', 'a', 'trainingTokens', 'card.md', 1, ?, 'Page 2', 'Priya', ?, 3)").run(sha256, now);

    migrate(db, evidenceMigrations, now);
    const connection = { db, orm: drizzle(db) };
    expect(evidenceOf(connection, { kind: 'asset', id: 'a' })).toEqual([
      {
        id: 'e',
        kind: 'file',
        record: { kind: 'asset', id: 'a' },
        part: 'trainingTokens',
        name: 'card.md',
        address: '',
        sizeBytes: 1,
        sha256,
        note: 'Page 2',
        attorneyAdvice: false,
        addedBy: 'Priya',
        addedAt: now,
        revision: 3,
      },
    ]);
    expect(Buffer.concat([...piecesOf(connection, sha256)]).toString()).toBe('x');
  });
});
