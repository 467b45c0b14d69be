import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { JournalEntry, type RecordChange } from '../../../src-shared/contract/journal.ts';
import { type ChangeRow, type EntryRow, headOf } from './chain.ts';
import { readLiteral, splitLiterals } from './literals.ts';

type Change = z.input<typeof RecordChange>;

export function toEntry(row: EntryRow): z.infer<typeof JournalEntry> {
  return JournalEntry.parse({
    seq: row.seq,
    at: row.at,
    person: row.person,
    initials: row.initials,
    method: row.method,
    params: JSON.parse(row.params),
    kind: row.kind,
    reverses: row.reverses,
    subject: row.entity === null || row.record === null ? null : { entity: row.entity, id: row.record },
    packs: JSON.parse(row.packs),
    changedRows: row.changed_rows,
    hash: row.hash,
  });
}

export interface ListFilter {
  readonly before?: number | undefined;
  readonly limit: number;
  readonly method?: string | undefined;
  readonly search?: string | undefined;
}

/** Entries newest first, with how many match in all. */
export function listEntries(db: Database.Database, filter: ListFilter): { entries: z.infer<typeof JournalEntry>[]; total: number } {
  const search = filter.search === undefined || filter.search.trim() === '' ? null : `%${escapeLike(filter.search.trim())}%`;
  const where = `(:method IS NULL OR method = :method) AND (:search IS NULL OR params LIKE :search ESCAPE '\\' OR method LIKE :search ESCAPE '\\' OR person LIKE :search ESCAPE '\\')`;
  const values = { method: filter.method ?? null, search };
  // Entries are numbered without a gap: the newest number says how many there are.
  const all = search === null && filter.method === undefined;
  const total = all
    ? headOf(db).seq
    : (db.prepare<[typeof values], { total: number }>(`SELECT count(*) AS total FROM journal_entries WHERE ${where}`).get(values)?.total ??
      0);
  const rows = db
    .prepare<[object], EntryRow>(
      `SELECT * FROM journal_entries WHERE ${where} AND (:before IS NULL OR seq < :before) ORDER BY seq DESC LIMIT :limit`,
    )
    .all({ ...values, before: filter.before ?? null, limit: filter.limit });
  return { entries: rows.map(toEntry), total };
}

/** Changes of one record: rows with its id, and everything done by commands about it. Newest first. */
export function recordHistory(db: Database.Database, entity: string, id: string, limit: number): Change[] {
  const rows = db
    .prepare<[object], ChangeRow>(
      `SELECT * FROM journal_changes WHERE id IN (
         SELECT id FROM journal_changes WHERE record = :id
         UNION
         SELECT c.id FROM journal_entries e JOIN journal_changes c ON c.entry = e.seq WHERE e.record = :id AND e.entity = :entity)
       ORDER BY id DESC LIMIT :limit`,
    )
    .all({ id, entity, limit });
  return describeChanges(db, rows);
}

/** Entries about one record, newest first: those that changed it, and those that only looked. */
export function recordEntries(db: Database.Database, entity: string, id: string, limit: number): z.infer<typeof JournalEntry>[] {
  return db
    .prepare<[object], EntryRow>(
      `SELECT * FROM journal_entries WHERE (entity = :entity AND record = :id) OR seq IN (SELECT entry FROM journal_changes WHERE record = :id)
       ORDER BY seq DESC LIMIT :limit`,
    )
    .all({ entity, id, limit })
    .map(toEntry);
}

export function entryChanges(db: Database.Database, seq: number, limit: number): Change[] {
  return describeChanges(
    db,
    db.prepare<[number, number], ChangeRow>('SELECT * FROM journal_changes WHERE entry = ? ORDER BY id LIMIT ?').all(seq, limit),
  );
}

function describeChanges(db: Database.Database, rows: readonly ChangeRow[]): Change[] {
  const entry = db.prepare<[number], EntryRow>('SELECT * FROM journal_entries WHERE seq = ?');
  const columnsOf = new Map<string, readonly string[]>();
  return rows.flatMap((row) => {
    const found = entry.get(row.entry);
    if (found === undefined) return [];
    const columns = columnsOf.get(row.table_name) ?? storedColumns(db, row.table_name);
    columnsOf.set(row.table_name, columns);
    return [{ entry: toEntry(found), table: row.table_name, operation: row.operation, fields: changedFields(columns, row) }];
  });
}

function changedFields(columns: readonly string[], row: ChangeRow): Change['fields'] {
  const before = row.before === null ? null : splitLiterals(row.before);
  const after = row.after === null ? null : splitLiterals(row.after);
  return columns.flatMap((field, place) => {
    const was = before?.[place] ?? 'NULL';
    const is = after?.[place] ?? 'NULL';
    return was === is ? [] : [{ field, before: cut(readLiteral(was)), after: cut(readLiteral(is)) }];
  });
}

function storedColumns(db: Database.Database, table: string): readonly string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
    .all(table)
    .map((column) => column.name);
}

function cut(value: string | null): string | null {
  return value === null || value.length <= 2000 ? value : `${value.slice(0, 1999)}…`;
}

function escapeLike(value: string): string {
  return value.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Who did something last to each record of a kind, by the record's id. */
export function peopleBehind(db: Database.Database, entity: string, method: string): ReadonlyMap<string, string> {
  return new Map(
    db
      .prepare<[string, string], { record: string; person: string }>(
        'SELECT record, person FROM journal_entries WHERE entity = ? AND method = ? AND record IS NOT NULL ORDER BY seq',
      )
      .all(entity, method)
      .map(({ record, person }) => [record, person]),
  );
}
