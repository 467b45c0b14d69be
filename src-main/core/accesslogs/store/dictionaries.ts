import type Database from 'better-sqlite3';
import type { AddressFacts } from '../../../../src-shared/model/network.ts';
import { prepared } from '../../db/index.ts';
import type { DictionaryPart } from '../read/event-batch.ts';

/** The store's number for a text, the one at `place` of those asked for: the one it has, or a new one. */
type NumberOf = (text: string, place: number) => number;

const tables = { resource: 'log_resources', action: 'log_actions', country: 'log_countries' } as const;

export function numberIn(db: Database.Database, column: keyof typeof tables): NumberOf {
  const table = tables[column];
  const find = prepared<[string], { id: number }>(db, `SELECT id FROM ${table} WHERE ${column} = ?`);
  const add = prepared<[string]>(db, `INSERT INTO ${table} (${column}) VALUES (?)`);
  return (text) => find.get(text)?.id ?? Number(add.run(text).lastInsertRowid);
}

export function accountNumberIn(db: Database.Database, system: string): NumberOf {
  const find = prepared<[string, string], { id: number }>(db, 'SELECT id FROM log_accounts WHERE account = ? AND system = ?');
  const add = prepared<[string, string]>(db, 'INSERT INTO log_accounts (account, system) VALUES (?, ?)');
  return (text) => find.get(text, system)?.id ?? Number(add.run(text, system).lastInsertRowid);
}

/** As `numberIn`; a new address is stored with its facts. */
export function addressNumberIn(db: Database.Database, facts: readonly AddressFacts[]): NumberOf {
  const find = prepared<[string], { id: number }>(db, 'SELECT id FROM log_addresses WHERE address = ?');
  const add = prepared<[string]>(db, 'INSERT INTO log_addresses (address) VALUES (?)');
  return (text, place) => {
    const known = find.get(text);
    if (known !== undefined) return known.id;
    const id = Number(add.run(text).lastInsertRowid);
    const its = facts[place];
    if (its !== undefined) keepFacts(db, id, its);
    return id;
  };
}

/** Turns the numbers a reader gives texts into the store's own. */
export interface Translation {
  /** By the reader's number; 0 stays 0. */
  readonly numbers: Uint32Array;
  /** Takes the new texts of a batch. */
  learn(part: DictionaryPart, numberOf: NumberOf): void;
}

export function createTranslation(): Translation {
  let numbers = new Uint32Array(1024);
  return {
    get numbers() {
      return numbers;
    },
    learn({ first, texts }, numberOf) {
      const needed = first + texts.length;
      if (needed > numbers.length) {
        const more = new Uint32Array(Math.max(needed, numbers.length * 2));
        more.set(numbers);
        numbers = more;
      }
      texts.forEach((text, place) => {
        numbers[first + place] = text === '' ? 0 : numberOf(text, place);
      });
    },
  };
}

interface AddressRow {
  readonly id: number;
  readonly address: string;
  readonly kind: AddressFacts['kind'] | null;
  readonly country: string | null;
  readonly country2: string | null;
  readonly asn: number | null;
  readonly operator: string | null;
  readonly operator_country: string | null;
  readonly tags: string;
  readonly tag_sources: string;
  readonly allowed: number;
  readonly data_day: string | null;
}

const addressColumns = 'id, address, kind, country, country2, asn, operator, operator_country, tags, tag_sources, allowed, data_day';

/** An address of the logs; `facts` is null while it was not looked up. */
export interface LoggedAddress {
  readonly id: number;
  readonly address: string;
  readonly facts: AddressFacts | null;
}

const none: readonly never[] = [];

const toAddress = (row: AddressRow): LoggedAddress => ({
  id: row.id,
  address: row.address,
  facts:
    row.kind === null
      ? null
      : {
          address: row.address,
          kind: row.kind,
          country: row.country,
          country2: row.country2,
          asn: row.asn,
          operator: row.operator,
          operatorCountry: row.operator_country,
          tags: row.tags === '[]' ? none : (JSON.parse(row.tags) as AddressFacts['tags']),
          tagSources: row.tag_sources === '[]' ? none : (JSON.parse(row.tag_sources) as string[]),
          allowed: row.allowed === 1,
          dataDay: row.data_day,
        },
});

export function addressById(db: Database.Database, id: number): LoggedAddress | undefined {
  const row = prepared<[number], AddressRow>(db, `SELECT ${addressColumns} FROM log_addresses WHERE id = ?`).get(id);
  return row === undefined ? undefined : toAddress(row);
}

/** Addresses after an id, so many at a time. */
export function addressesAfter(db: Database.Database, id: number, limit: number): readonly LoggedAddress[] {
  return prepared<[number, number], AddressRow>(db, `SELECT ${addressColumns} FROM log_addresses WHERE id > ? ORDER BY id LIMIT ?`)
    .all(id, limit)
    .map(toAddress);
}

/** Keeps what is known of an address. */
export function keepFacts(db: Database.Database, id: number, facts: AddressFacts): void {
  prepared(
    db,
    'UPDATE log_addresses SET kind = ?, country = ?, country2 = ?, asn = ?, operator = ?, operator_country = ?, tags = ?, tag_sources = ?, allowed = ?, data_day = ? WHERE id = ?',
  ).run(
    facts.kind,
    facts.country,
    facts.country2,
    facts.asn,
    facts.operator,
    facts.operatorCountry,
    facts.tags.length === 0 ? '[]' : JSON.stringify(facts.tags),
    facts.tagSources.length === 0 ? '[]' : JSON.stringify(facts.tagSources),
    facts.allowed ? 1 : 0,
    facts.dataDay,
    id,
  );
}

export interface LoggedAccount {
  readonly id: number;
  readonly account: string;
  readonly system: string;
}

/** Every account of the logs. */
export function loggedAccounts({ db }: { readonly db: Database.Database }): readonly LoggedAccount[] {
  return prepared<[], LoggedAccount>(db, 'SELECT id, account, system FROM log_accounts ORDER BY id').all();
}

export function accountById(db: Database.Database, id: number): LoggedAccount | undefined {
  return prepared<[number], LoggedAccount>(db, 'SELECT id, account, system FROM log_accounts WHERE id = ?').get(id);
}

type Named = 'resource' | 'action' | 'country';

/** Texts of a small dictionary by their number; 0 and numbers no longer in use are the empty text. */
export function textsOf(db: Database.Database, column: Named): readonly string[] {
  const rows = prepared<[], { id: number; text: string }>(db, `SELECT id, ${column} AS text FROM ${tables[column]} ORDER BY id`).all();
  return byNumber(rows);
}

export function textById(db: Database.Database, column: Named, id: number): string {
  return prepared<[number], { text: string }>(db, `SELECT ${column} AS text FROM ${tables[column]} WHERE id = ?`).get(id)?.text ?? '';
}

/** Puts texts at the place of their number. */
export function byNumber(rows: readonly { readonly id: number; readonly text: string }[]): string[] {
  const texts = new Array<string>((rows.at(-1)?.id ?? 0) + 1).fill('');
  for (const { id, text } of rows) texts[id] = text;
  return texts;
}
