import type { PartyType } from '../../../../src-shared/model/listed-party.ts';
import { type Connection, prepared } from '../../db/index.ts';
import { type EntryBody, entryBytesOf, searchText, unpackEntry } from './packed-entry.ts';

export interface EntryRow {
  readonly entryId: string;
  readonly list: string;
  readonly type: PartyType;
  readonly name: string;
  readonly otherNames: number;
  readonly countries: readonly string[];
  readonly programmes: readonly string[];
}

interface RawRow {
  readonly entry_id: string;
  readonly list: string;
  readonly type: PartyType;
  readonly name: string;
  readonly other_names: number;
  readonly countries: string;
  readonly programmes: string;
}

export const columnsOfEntry = 'e.entry_id, e.list, e.type, e.name, e.other_names, e.countries, e.programmes';

export const asEntryRow = (row: RawRow): EntryRow => ({
  entryId: row.entry_id,
  list: row.list,
  type: row.type,
  name: row.name,
  otherNames: row.other_names,
  countries: JSON.parse(row.countries) as string[],
  programmes: JSON.parse(row.programmes) as string[],
});

/** Entries of some versions by words of their names, ids or programmes, in the order of their names. */
export function findEntries(
  { db }: Connection,
  versionIds: readonly string[],
  wanted: { readonly text: string; readonly type: PartyType | null; readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly EntryRow[] } {
  const words = searchText(wanted.text).split(' ').filter(Boolean).slice(0, 8);
  const where = [
    'm.version_id IN (SELECT value FROM json_each(?))',
    ...(wanted.type === null ? [] : ['e.type = ?']),
    ...words.map(() => "e.search LIKE ? ESCAPE '\\'"),
  ].join(' AND ');
  const values = [JSON.stringify(versionIds), ...(wanted.type === null ? [] : [wanted.type]), ...words.map((word) => `%${escaped(word)}%`)];
  const from = `FROM list_members m JOIN list_entries e ON e.id = m.entry WHERE ${where}`;
  const { total } = prepared<unknown[], { total: number }>(db, `SELECT count(*) AS total ${from}`).get(...values) ?? { total: 0 };
  const rows = prepared<unknown[], RawRow>(db, `SELECT ${columnsOfEntry} ${from} ORDER BY e.name, e.list, e.entry_id LIMIT ? OFFSET ?`).all(
    ...values,
    wanted.limit,
    wanted.offset,
  );
  return { total, rows: rows.map(asEntryRow) };
}

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

/** One entry as a version has it; undefined when it is not on that version. */
export function readEntry(
  { db }: Connection,
  versionId: string,
  entryId: string,
): { readonly body: EntryBody; readonly file: string; readonly line: number } | undefined {
  const row = prepared<[{ version: string; entry: string }], { body: Buffer; file: string; line: number }>(
    db,
    // By the entry first: a version has tens of thousands of members, an entry a handful of contents.
    `SELECT e.body, m.file, m.line FROM list_entries e CROSS JOIN list_members m ON m.entry = e.id AND m.version_id = @version
     WHERE e.list = (SELECT list FROM list_versions WHERE id = @version) AND e.entry_id = @entry`,
  ).get({ version: versionId, entry: entryId });
  return row === undefined ? undefined : { body: unpackEntry(row.body), file: row.file, line: row.line };
}

/** An entry for screening: JSON of a `ListedParty` without `source`, UTF-8, one line. */
export interface EntryText {
  readonly entryId: string;
  readonly line: Buffer;
}

/** Entries of a version from a place on, in a steady order, a page at a time: 80,000 at once would hold the core for a second. */
export function entryTexts(
  { db }: Connection,
  versionId: string,
  after: number,
  limit: number,
): { readonly rows: readonly EntryText[]; readonly last: number } {
  const rows = prepared<unknown[], { id: number; entry_id: string; body: Buffer }>(
    db,
    'SELECT e.id, e.entry_id, e.body FROM list_members m JOIN list_entries e ON e.id = m.entry WHERE m.version_id = ? AND m.entry > ? ORDER BY m.entry LIMIT ?',
  ).all(versionId, after, limit);
  return {
    rows: rows.map(({ entry_id, body }) => ({ entryId: entry_id, line: entryBytesOf(body) })),
    last: rows.at(-1)?.id ?? after,
  };
}
