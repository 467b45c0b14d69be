import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { describe, expect, it } from 'vitest';
import { accountKey } from './accounts.ts';
import { peopleMigrations } from './migrations.ts';
import { insertPerson } from './store.ts';
import { suggestPeople } from './suggest.ts';

function register(people: readonly (readonly [name: string, account: string, number?: string])[]) {
  const db = new Database(':memory:');
  for (const { sql } of peopleMigrations) db.exec(sql);
  const connection = { db, orm: drizzle(db) };
  let next = 0;
  const newId = () => {
    next += 1;
    return `id${next}`;
  };
  const stamp = { newId, now: '2026-01-01T00:00:00.000Z' };
  for (const [name, account, number = ''] of people) {
    insertPerson(connection, { name, externalId: number }, stamp, { accounts: [{ account, system: '' }] });
  }
  return connection;
}

const connection = register([
  ['Priya Raman', 'priya.raman@halden.example', 'E17'],
  ['Jörg Weiß', 'jw@halden.example'],
  ['Silva, Ana', 'a.silva+lab@halden.example'],
  ['Anna Silvas', 'other@halden.example'],
]);

describe('suggestions for an account', () => {
  it.each([
    ['PRIYA.RAMAN@halden.example', 'Priya Raman', 'email'],
    ['e17', 'Priya Raman', 'identifier'],
    ['priya.raman+ci@halden.example', 'Priya Raman', 'alias'],
    ['a.silva@halden.example', 'Silva, Ana', 'alias'],
    ['priya.raman@gmail.example', 'Priya Raman', 'firstLast'],
    ['raman_priya', 'Priya Raman', 'firstLast'],
    ['HALDEN\\jw', 'Jörg Weiß', 'login'],
    ['praman', 'Priya Raman', 'initials'],
    ['joergweiss2', 'Jörg Weiß', 'similar'],
  ])('%s is most likely %s by %s', (account, name, because) => {
    expect(suggestPeople(connection, [account])[0]?.[0]).toMatchObject({ name, because });
  });

  it('are none where nothing fits, and one list an account', () => {
    expect(suggestPeople(connection, ['svc-train', 'x', 'priya.raman@halden.example']).map((list) => list.length)).toEqual([0, 0, 1]);
  });
});

describe('the normal form of an account', () => {
  it.each([
    ['Ana.Silva@Halden.Example', 'ana.silva@halden.example'],
    ['mailto:ana@x.example', 'ana@x.example'],
    ['Ana Silva <Ana@x.example>', 'ana@x.example'],
    ['HALDEN\\ana', 'ana'],
    ["'00417", '00417'],
    ['ana+ci@x.example', 'ana+ci@x.example'],
    ['@anas', 'anas'],
    ['user:ana@x.example', 'ana@x.example'],
  ])('%s is %s', (text, key) => {
    expect(accountKey(text)).toBe(key);
  });
});
