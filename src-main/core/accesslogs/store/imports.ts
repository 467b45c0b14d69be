import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { LogReading } from '../../../../src-shared/formats/access-log.ts';
import { prepared } from '../../db/index.ts';

export type LogImportState = 'reading' | 'committed' | 'discarded' | 'undone';

/** One reading of one log file, as the workspace keeps it. Instants are ISO 8601 in UTC. */
export interface LogImport {
  readonly id: string;
  /** Small number by which events name it. */
  readonly number: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly sheet: string | null;
  readonly preset: string | null;
  /** System its accounts belong to; empty where not known. */
  readonly system: string;
  readonly readingKey: string;
  readonly profile: string | null;
  readonly state: LogImportState;
  /** Read to its end, so that it can be committed. */
  readonly complete: boolean;
  /** Row up to which everything is stored. */
  readonly lastRow: number;
  readonly readBytes: number;
  readonly rowsRead: number;
  readonly events: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly createdAt: string;
  readonly committedAt: string | null;
  readonly endedAt: string | null;
}

interface ImportRow {
  readonly number: number;
  readonly id: string;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly sheet: string | null;
  readonly preset: string | null;
  readonly system: string;
  readonly reading_key: string;
  readonly profile: string | null;
  readonly state: LogImportState;
  readonly complete: number;
  readonly last_row: number;
  readonly read_bytes: number;
  readonly rows_read: number;
  readonly events: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
  readonly created_at: string;
  readonly committed_at: string | null;
  readonly ended_at: string | null;
}

const columns =
  'number, id, file_name, file_sha256, sheet, preset, system, reading_key, profile, state, complete, last_row, read_bytes, rows_read, events, duplicates, rejected, first_at, last_at, created_at, committed_at, ended_at';

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const toImport = (row: ImportRow): LogImport => ({
  id: row.id,
  number: row.number,
  fileName: row.file_name,
  fileSha256: row.file_sha256,
  sheet: row.sheet,
  preset: row.preset,
  system: row.system,
  readingKey: row.reading_key,
  profile: row.profile,
  state: row.state,
  complete: row.complete === 1,
  lastRow: row.last_row,
  readBytes: row.read_bytes,
  rowsRead: row.rows_read,
  events: row.events,
  duplicates: row.duplicates,
  rejected: row.rejected,
  firstAt: instant(row.first_at),
  lastAt: instant(row.last_at),
  createdAt: row.created_at,
  committedAt: row.committed_at,
  endedAt: row.ended_at,
});

/** Every import, newest first; discarded and undone ones too, since their counts stay in the record. */
export function listLogImports({ db }: { readonly db: Database.Database }): readonly LogImport[] {
  return prepared<[], ImportRow>(db, `SELECT ${columns} FROM log_imports ORDER BY number DESC`).all().map(toImport);
}

export function findLogImport({ db }: { readonly db: Database.Database }, id: string): LogImport | undefined {
  const row = prepared<[string], ImportRow>(db, `SELECT ${columns} FROM log_imports WHERE id = ?`).get(id);
  return row === undefined ? undefined : toImport(row);
}

/** Imports of a file, by the hash of its bytes, that are begun or count. */
export function importsOfFile({ db }: { readonly db: Database.Database }, sha256: string): readonly LogImport[] {
  return prepared<[string], ImportRow>(
    db,
    `SELECT ${columns} FROM log_imports WHERE file_sha256 = ? AND state IN ('reading', 'committed') ORDER BY number`,
  )
    .all(sha256)
    .map(toImport);
}

/** The import that was begun and neither committed nor discarded: there is one at most. */
export function unfinishedImport({ db }: { readonly db: Database.Database }): LogImport | undefined {
  const row = prepared<[], ImportRow>(db, `SELECT ${columns} FROM log_imports WHERE state = 'reading'`).get();
  return row === undefined ? undefined : toImport(row);
}

/** How the file of an import was read. */
export function readingOf({ db }: { readonly db: Database.Database }, id: string): LogReading {
  const row = prepared<[string], { reading: string }>(db, 'SELECT reading FROM log_imports WHERE id = ?').get(id);
  if (row === undefined) throw new Error(`There is no import ${id}`);
  return LogReading.parse(JSON.parse(row.reading));
}

/** Hash over what of a reading decides the events: not what the file is said to be or to hold, since its bytes say that. */
export function readingKey({ file: _file, titles: _titles, ...decisive }: LogReading): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(decisive)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** Rises whenever the events that count, or what is known of their addresses, changed: a key for whatever is computed from them. */
export function eventsRevision({ db }: { readonly db: Database.Database }): string {
  const state = prepared<[], { revision: number; address_basis: string }>(
    db,
    'SELECT revision, address_basis FROM log_state WHERE one = 1',
  ).get();
  return `${state?.revision ?? 0}:${state?.address_basis ?? ''}`;
}

export function raiseRevision(db: Database.Database): void {
  prepared(db, 'UPDATE log_state SET revision = revision + 1 WHERE one = 1').run();
}
