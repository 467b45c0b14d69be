import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { evidenceRows } from '../read/events/evidence.ts';
import { findLogImport, readingOf } from './imports.ts';

/** A row as it stood in its file. */
export interface SourceRow {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly sheet: string | null;
  /** Titles of the columns; paths for records. */
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** The row an event comes from; undefined when it was not kept. */
export function sourceRow(workspace: OpenWorkspace, importNumber: number, row: number): SourceRow | undefined {
  const found = prepared<[number], { id: string }>(workspace.db, 'SELECT id FROM log_imports WHERE number = ?').get(importNumber);
  const block = prepared<[number, number, number], { packed: Buffer }>(
    workspace.db,
    'SELECT packed FROM log_sources WHERE import = ? AND first_row <= ? AND last_row >= ? ORDER BY first_row DESC LIMIT 1',
  ).get(importNumber, row, row);
  const its = found === undefined ? undefined : findLogImport(workspace, found.id);
  if (its === undefined || block === undefined) return undefined;
  const cells = evidenceRows(block.packed).get(row);
  if (cells === undefined) return undefined;
  const { titles } = readingOf(workspace, its.id);
  return { fileName: its.fileName, fileSha256: its.fileSha256, sheet: its.sheet, header: titles, cells };
}

/** A row that is no event. */
export interface RejectedLogRow {
  readonly id: number;
  readonly row: number;
  /** Text under `accessLogs.problem.<problem>`. */
  readonly problem: string;
  readonly column: string | null;
  readonly value: string;
}

/** Rejected rows of an import in the order of the file, so many after one: pass the last `id`, 0 at first. */
export function rejectedRows({ db }: OpenWorkspace, importNumber: number, afterId: number, limit: number): readonly RejectedLogRow[] {
  return prepared<[number, number, number], RejectedLogRow>(
    db,
    'SELECT id, row, problem, in_column AS "column", value FROM log_rejected WHERE import = ? AND id > ? ORDER BY id LIMIT ?',
  ).all(importNumber, afterId, limit);
}
