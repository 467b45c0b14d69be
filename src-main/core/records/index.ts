import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared } from '../db/index.ts';

export { allFrom, daysFrom, type ReadAll, type ReadDays } from './days.ts';

/** A room that keeps records others point at. `core/features.ts` gathers them; a room adds its own there. */
export interface RecordSource {
  readonly kind: RecordKind;
  /** What the journal calls such a record: the `entity` of `CommandNote.subject`. */
  readonly entity: string;
  /** Names of those that exist, by id; the others are left out. */
  titles(connection: Connection, ids: readonly string[]): ReadonlyMap<string, string>;
  /** Records in use that hold every word of a text, by name, at most `limit`. A room that cannot be searched has none. */
  readonly find?: (connection: Connection, text: string, limit: number) => readonly FoundRecord[];
}

/** A record found by its words, with a few words on what it is. */
export interface FoundRecord {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** Looks records up whatever room keeps them. */
export interface Records {
  /** What a record is called; undefined when it does not exist. */
  title(connection: Connection, ref: RecordRef): string | undefined;
  /** What many are called, by `recordKey`; those that do not exist are left out. */
  titles(connection: Connection, refs: readonly RecordRef[]): ReadonlyMap<string, string>;
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
    subject: ({ kind, id }) => ({ entity: byKind.get(kind)?.entity ?? kind, id }),
    refOf: (subject) => {
      const kind = subject === null ? undefined : byEntity.get(subject.entity);
      return subject === null || kind === undefined ? null : { kind, id: subject.id };
    },
  };
}

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
export function foundIn({ from, id, title, detail, words, kept = '1', fold }: Searched): NonNullable<RecordSource['find']> {
  return ({ db }, text, limit) => {
    const wanted = fold(text).split(' ').filter(Boolean).slice(0, mostWords);
    if (wanted.length === 0) return [];
    const where = wanted.map(() => `instr(${words}, ?) > 0`).join(' AND ');
    const sql = `SELECT ${id} AS id, ${title} AS title, ${detail} AS detail FROM ${from} WHERE ${kept} AND ${where} ORDER BY title COLLATE NOCASE, id LIMIT ?`;
    return prepared<(string | number)[], FoundRecord>(db, sql).all(...wanted, limit);
  };
}
