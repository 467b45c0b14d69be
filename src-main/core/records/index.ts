import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared } from '../db/index.ts';

export { allFrom, daysFrom, type ReadAll, type ReadDays } from './days.ts';

/** A room that keeps records others point at. `core/joins/records.ts` gathers them; a room adds its own there. */
export interface RecordSource {
  readonly kind: RecordKind;
  /** What the journal calls such a record: the `entity` of `CommandNote.subject`. */
  readonly entity: string;
  /** Names of those that exist, by id; the others are left out. */
  titles(connection: Connection, ids: readonly string[]): ReadonlyMap<string, string>;
  /** Records in use that hold every word of a text, by name, at most `limit`. */
  readonly find: (connection: Connection, text: string, limit: number) => readonly FoundRecord[];
  /** Entries of the journal about such a record that name another one, or no record at all. */
  readonly alsoWritten?: (id: string) => AlsoWritten;
}

/** A condition over `journal_entries`, with the values its names stand for. */
export interface AlsoWritten {
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A record found by its words, with a few words on what it is. */
export interface FoundRecord {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** Which records a search looks for. */
export interface FindOptions {
  /** All kinds where none are named. */
  readonly kinds?: readonly RecordKind[] | undefined;
  /** At most so many of each kind, and of all together. */
  readonly limit: number;
}

/** Looks records up whatever room keeps them. */
export interface Records {
  /** What a record is called; undefined when it does not exist. */
  title(connection: Connection, ref: RecordRef): string | undefined;
  /** What many are called, by `recordKey`; those that do not exist are left out. */
  titles(connection: Connection, refs: readonly RecordRef[]): ReadonlyMap<string, string>;
  /** Records whose words hold every word of a text: those whose name begins with it first, then kind by kind. */
  find(connection: Connection, text: string, options: FindOptions): readonly (FoundRecord & { readonly ref: RecordRef })[];
  /** Entries about a record that name another one; undefined where there are none of that sort. */
  alsoWritten(ref: RecordRef): AlsoWritten | undefined;
  /** How the journal names a record. */
  subject(ref: RecordRef): { readonly entity: string; readonly id: string };
  /** The record an entry of the journal is about; null where it is about none of those that others point at. */
  refOf(subject: { readonly entity: string; readonly id: string } | null): RecordRef | null;
}

/** One text for a reference, for maps and sets. */
export const recordKey = ({ kind, id }: RecordRef): string => `${kind} ${id}`;

export function createRecords(sources: readonly RecordSource[]): Records {
  const byKind = new Map(sources.map((source) => [source.kind, source]));
  const byEntity = new Map(sources.map((source) => [source.entity, source.kind]));
  const titles: Records['titles'] = (connection, refs) => {
    const found = new Map<string, string>();
    for (const [kind, source] of byKind) {
      const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))];
      if (ids.length === 0) continue;
      for (const [id, title] of source.titles(connection, ids)) found.set(recordKey({ kind, id }), title);
    }
    return found;
  };
  return {
    titles,
    title: (connection, ref) => titles(connection, [ref]).get(recordKey(ref)),
    find(connection, text, { kinds, limit }) {
      const wanted = plainForm(text);
      const begins = ({ title }: FoundRecord) => Number(!plainForm(title).startsWith(wanted));
      return sources
        .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
        .flatMap(({ kind, find }) => find(connection, text, limit).map((found) => ({ ...found, ref: { kind, id: found.id } })))
        .sort((a, b) => begins(a) - begins(b))
        .slice(0, limit);
    },
    alsoWritten: ({ kind, id }) => byKind.get(kind)?.alsoWritten?.(id),
    subject: ({ kind, id }) => ({ entity: byKind.get(kind)?.entity ?? kind, id }),
    refOf: (subject) => {
      const kind = subject === null ? undefined : byEntity.get(subject.entity);
      return subject === null || kind === undefined ? null : { kind, id: subject.id };
    },
  };
}

/** Compatibility forms, lower case, no accents: as people compare names. */
const plainForm = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Reads names of some rows of a table; `title` is a column or an expression over the table. */
export function titlesFrom(table: string, title: string, kept = '1'): RecordSource['titles'] {
  return ({ db }, ids) =>
    new Map(
      db
        .prepare<[string], { id: string; title: string }>(
          `SELECT id, ${title} AS title FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND ${kept}`,
        )
        .all(JSON.stringify(ids))
        .map((row) => [row.id, row.title]),
    );
}

interface Searched {
  /** Tables, with their short names. */
  readonly from: string;
  /** Expressions over them. */
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Folded text that every word must stand in. */
  readonly words: string;
  /** Condition that keeps a row in. */
  readonly kept?: string;
  /** Brings a text to the form of `words`. */
  readonly fold: (text: string) => string;
}

const mostWords = 10;

/** Looks for words in a column of folded text. */
export function foundIn({ from, id, title, detail, words, kept = '1', fold }: Searched): RecordSource['find'] {
  return ({ db }, text, limit) => {
    const wanted = fold(text).split(' ').filter(Boolean).slice(0, mostWords);
    if (wanted.length === 0) return [];
    const where = wanted.map(() => `instr(${words}, ?) > 0`).join(' AND ');
    const sql = `SELECT ${id} AS id, ${title} AS title, ${detail} AS detail FROM ${from} WHERE ${kept} AND ${where} ORDER BY title COLLATE NOCASE, id LIMIT ?`;
    return prepared<(string | number)[], FoundRecord>(db, sql).all(...wanted, limit);
  };
}

/** A record with the words it is found by. */
export interface WordedRecord extends FoundRecord {
  /** In any form; more than the title where there is more. */
  readonly words: string;
}

/** Looks for words among all records of a kind: for kinds of which a workspace has a few hundred at most. */
export function foundAmong(all: (connection: Connection) => Iterable<WordedRecord>): RecordSource['find'] {
  return (connection, text, limit) => {
    const wanted = plainForm(text).split(' ').filter(Boolean).slice(0, mostWords);
    if (wanted.length === 0) return [];
    const found: FoundRecord[] = [];
    for (const { words, ...record } of all(connection)) {
      if (found.length >= limit) break;
      const plain = plainForm(words);
      if (wanted.every((word) => plain.includes(word))) found.push(record);
    }
    return found;
  };
}

/** The same among the rows of a query that gives `id`, `title`, `detail` and `words`. */
export const foundInRows = (sql: string): RecordSource['find'] => foundAmong(({ db }) => prepared<[], WordedRecord>(db, sql).all());
