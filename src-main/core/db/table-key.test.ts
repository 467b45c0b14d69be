import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableKey } from './table-key.ts';
import { untilChanged } from './until-changed.ts';

let db: Database.Database;

beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  db.exec(`CREATE TABLE firms (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE sites (id INTEGER PRIMARY KEY, firm INTEGER REFERENCES firms (id) ON DELETE CASCADE);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, said TEXT);`);
});
afterEach(() => db.close());

const key = () => tableKey({ db }, ['firms', 'sites']);
/** Whether `work` makes what rested on both tables old. */
function ends(work: () => void): boolean {
  const before = key();
  work();
  return key() !== before;
}

describe('a key of some tables', () => {
  it.each([
    ['a new row', `INSERT INTO firms (name) VALUES ('Harbour')`],
    ['a changed row', `UPDATE firms SET name = 'Quay' WHERE id = 1`],
    ['a row put over another', `INSERT INTO firms (id, name) VALUES (1, 'Quay') ON CONFLICT (id) DO UPDATE SET name = excluded.name`],
    ['a row that replaces another', `REPLACE INTO sites (id, firm) VALUES (1, 1)`],
    ['a row that goes', `DELETE FROM sites WHERE id = 1`],
    ['rows that go with another', `DELETE FROM firms WHERE id = 1`],
    ['all rows at once', `DELETE FROM sites`],
  ])('changes with %s', (_, sql) => {
    db.exec(`INSERT INTO firms (id, name) VALUES (1, 'Harbour'); INSERT INTO sites (id, firm) VALUES (1, 1);`);
    expect(ends(() => db.exec(sql))).toBe(true);
  });

  it('stays as it is when another table changes, or nothing does', () => {
    expect(ends(() => db.exec(`INSERT INTO notes (said) VALUES ('hello'); UPDATE firms SET name = '' WHERE id = 99`))).toBe(false);
  });

  it('does not take what was read before a rollback for what came after it', () => {
    const count = () => untilChanged({ db }, 'count', '', () => db.prepare('SELECT count(*) FROM firms').pluck().get(), ['firms']);
    expect(count()).toBe(0);
    db.exec(`BEGIN; INSERT INTO firms (name) VALUES ('Harbour')`);
    expect(count()).toBe(1);
    db.exec('ROLLBACK');
    expect(count()).toBe(0);
  });

  it('is told from every change where it is first asked for within something that may be rolled back', () => {
    db.exec('BEGIN');
    const before = key();
    db.exec(`INSERT INTO notes (said) VALUES ('hello')`);
    expect(key()).not.toBe(before);
    db.exec('ROLLBACK');
    expect(ends(() => db.exec(`INSERT INTO firms (name) VALUES ('Harbour')`))).toBe(true);
  });

  it('refuses a name that is no table', () => {
    expect(() => tableKey({ db }, ['forms'])).toThrow(/forms/u);
  });
});
