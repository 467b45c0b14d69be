import type { ProblemKind } from '../../../../src-shared/contract/imports.ts';
import type { OpenWorkspace } from '../../db/index.ts';
import type { ExportSheet } from '../../exports/index.ts';
import { firstDataRow } from './check.ts';
import { currentCells, type StagedRowRecord } from './rows.ts';
import type { Pause } from './slices.ts';
import type { StoredSession } from './store.ts';

/** Names of the added columns and of reasons. */
export interface RejectedWords {
  readonly sheet: string;
  readonly row: string;
  readonly reason: string;
  reasonOf(kind: ProblemKind | 'excluded'): string;
}

/** Rows that would not be imported, as they stand in the file, with their row number and why. */
export async function rejectedSheet(
  workspace: () => OpenWorkspace,
  session: StoredSession,
  words: RejectedWords,
  pause: Pause,
): Promise<ExportSheet> {
  const titles = session.state.titles.map((title, column) => title || `${column + 1}`);
  const rows: (string | number)[][] = [];
  let after = firstDataRow(session.state) - 1;
  for (;;) {
    const { db } = workspace();
    const records = db
      .prepare<[string, number], StagedRowRecord>(
        "SELECT * FROM import_rows WHERE session_id = ? AND row > ? AND (state = 'blocked' OR (state = 'skipped' AND skipped_because NOT IN ('blank'))) ORDER BY row LIMIT 200",
      )
      .all(session.id, after);
    const last = records.at(-1);
    if (last === undefined) break;
    const why = db.prepare<[string, number], { kind: ProblemKind; column_index: number | null }>(
      "SELECT DISTINCT kind, column_index FROM import_issues WHERE session_id = ? AND row = ? AND kind NOT IN ('formulaText') ORDER BY severity",
    );
    for (const record of records) {
      const reasons = why
        .all(session.id, record.row)
        .map(({ kind, column_index: column }) =>
          column === null ? words.reasonOf(kind) : `${titles[column] ?? ''}: ${words.reasonOf(kind)}`,
        );
      const { cells } = currentCells(record);
      rows.push([record.row, reasons.join('; ') || words.reasonOf('excluded'), ...titles.map((_, column) => cells[column]?.text ?? '')]);
    }
    after = last.row;
    await pause();
  }
  return {
    name: words.sheet,
    columns: [
      { title: words.row, width: 8 },
      { title: words.reason, width: 60 },
      ...titles.map((title) => ({ title, width: Math.max(10, Math.min(40, title.length + 4)) })),
    ],
    rows,
  };
}
