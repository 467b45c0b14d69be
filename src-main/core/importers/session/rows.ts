import type { Cell, CellType } from '../../../../src-shared/formats/import-file.ts';
import { type Connection, type OpenWorkspace, prepared } from '../../db/index.ts';
import { type ReadRow, type RowBatch, rowsOf } from '../read/batch.ts';

/** A staged row as it is kept; JSON columns still packed. */
export interface StagedRowRecord {
  readonly row: number;
  readonly cells: string;
  readonly edits: string | null;
  readonly excluded: number;
  readonly state: 'unchecked' | 'ready' | 'blocked' | 'skipped';
  readonly skipped_because: string | null;
  readonly title: string;
  readonly identity: string | null;
  readonly record: string | null;
  readonly outcome: 'new' | 'same' | 'changed' | null;
  readonly match_id: string | null;
  readonly match_revision: number | null;
  readonly changes: string | null;
}

/** Cells are kept as `[text]`, `[text, type]` or `[text, type, raw]`: plain text, the commonest, costs least. */
type PackedCell = [string] | [string, CellType] | [string, CellType, string];

export function packCells(cells: readonly Cell[]): string {
  return JSON.stringify(
    cells.map(
      (cell): PackedCell =>
        cell.raw !== undefined ? [cell.text, cell.type, cell.raw] : cell.type === 'text' ? [cell.text] : [cell.text, cell.type],
    ),
  );
}

export function unpackCells(packed: string): Cell[] {
  return (JSON.parse(packed) as PackedCell[]).map(([text, type, raw]) =>
    raw === undefined ? { text, type: type ?? 'text' } : { text, type: type ?? 'text', raw },
  );
}

/** Cells of a row with the person's edits in place of what the file had. */
export function currentCells(record: Pick<StagedRowRecord, 'cells' | 'edits'>): {
  readonly cells: readonly Cell[];
  readonly edited: ReadonlySet<number>;
} {
  const cells = unpackCells(record.cells);
  const edits = record.edits === null ? [] : Object.entries(JSON.parse(record.edits) as Record<string, string>);
  const edited = new Set<number>();
  for (const [key, text] of edits) {
    const column = Number(key);
    while (cells.length <= column) cells.push({ text: '', type: 'empty' });
    cells[column] = { text, type: text === '' ? 'empty' : 'text' };
    edited.add(column);
  }
  return { cells, edited };
}

export function clearRows(workspace: OpenWorkspace, sessionId: string): void {
  workspace.writeUntracked(() => {
    prepared(workspace.db, 'DELETE FROM import_issues WHERE session_id = ?').run(sessionId);
    prepared(workspace.db, 'DELETE FROM import_rows WHERE session_id = ?').run(sessionId);
  });
}

/** Stages a batch. Rows already there, from a preview, stay as they are. */
export function stageBatch(workspace: OpenWorkspace, sessionId: string, batch: RowBatch): void {
  workspace.writeUntracked(() => {
    const insert = prepared(workspace.db, 'INSERT INTO import_rows (session_id, row, cells) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    for (const { row, cells } of rowsOf(batch)) insert.run(sessionId, row, packCells(cells));
  }, 'withNext');
}

/** The next rows after a row number, in file order. */
export function rowsAfter({ db }: Connection, sessionId: string, after: number, limit: number): readonly StagedRowRecord[] {
  return prepared<[string, number, number], StagedRowRecord>(
    db,
    'SELECT * FROM import_rows WHERE session_id = ? AND row > ? ORDER BY row LIMIT ?',
  ).all(sessionId, after, limit);
}

export function findRow({ db }: Connection, sessionId: string, row: number): StagedRowRecord | undefined {
  return prepared<[string, number], StagedRowRecord>(db, 'SELECT * FROM import_rows WHERE session_id = ? AND row = ?').get(sessionId, row);
}

/** First rows of the table with their edits, for guessing and previews. */
export function firstRows(connection: Connection, sessionId: string, limit: number): readonly ReadRow[] {
  return rowsAfter(connection, sessionId, 0, limit).map((record) => ({ row: record.row, cells: currentCells(record).cells }));
}

export function setEdit(workspace: OpenWorkspace, sessionId: string, row: number, column: number, text: string): void {
  const record = findRow(workspace, sessionId, row);
  if (record === undefined) return;
  const edits = { ...(record.edits === null ? {} : (JSON.parse(record.edits) as Record<string, string>)), [String(column)]: text };
  workspace.writeUntracked(() =>
    prepared(workspace.db, 'UPDATE import_rows SET edits = ? WHERE session_id = ? AND row = ?').run(JSON.stringify(edits), sessionId, row),
  );
}

export function setExcluded(workspace: OpenWorkspace, sessionId: string, rows: readonly number[], excluded: boolean): void {
  workspace.writeUntracked(() => {
    const update = prepared(workspace.db, 'UPDATE import_rows SET excluded = ? WHERE session_id = ? AND row = ?');
    for (const row of rows) update.run(excluded ? 1 : 0, sessionId, row);
  });
}
