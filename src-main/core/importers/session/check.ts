import type { OutcomeCounts, RowCounts } from '../../../../src-shared/contract/imports.ts';
import type { ImportRecord, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { type ImportTarget, identityKey, keyText } from '../target.ts';
import { settleDuplicates } from './duplicates.ts';
import { gatherEvidence } from './evidence.ts';
import { createPacer } from './pacer.ts';
import { createRowReader, type RowReader, type RowReading } from './read-row.ts';
import { reconcile } from './reconcile.ts';
import { currentCells, findRow, rowsAfter, type StagedRowRecord } from './rows.ts';
import type { Pause } from './slices.ts';
import type { SessionState } from './state.ts';
import type { StoredSession } from './store.ts';

export interface CheckResult {
  readonly counts: RowCounts;
  readonly outcomes: OutcomeCounts;
  readonly openGroups: number;
}

/** First row below the header. */
export function firstDataRow(state: SessionState): number {
  return state.table.headerRow === null ? 1 : state.table.headerRow + state.table.headerRows;
}

/**
 * Reads every staged row with the present answers, settles repeats inside the file, and compares with the register. Yields between slices;
 * `workspace` is asked anew after each, since the lock may have fallen.
 */
export async function checkSession(
  workspace: () => OpenWorkspace,
  session: StoredSession,
  target: ImportTarget,
  pause: Pause,
  progress: (done: number) => void = () => undefined,
): Promise<CheckResult> {
  const schema = target.schema(session.variant);
  const from = firstDataRow(session.state);
  const evidence = await gatherEvidence(workspace, session.id, schema, session.state, from, pause);
  const reader = createRowReader(schema, session.state, evidence, target.refine);
  workspace().writeUntracked(() => {
    prepared(workspace().db, 'DELETE FROM import_issues WHERE session_id = ?').run(session.id);
    prepared(
      workspace().db,
      "UPDATE import_rows SET state = 'skipped', skipped_because = NULL, identity = NULL, outcome = NULL WHERE session_id = ? AND row < ?",
    ).run(session.id, from);
  });
  await pause();
  const pacer = createPacer(20);
  let after = from - 1;
  let done = 0;
  for (;;) {
    const rows = rowsAfter(workspace(), session.id, after, pacer.size);
    const last = rows.at(-1);
    if (last === undefined) break;
    pacer.run(() => writeReadings(workspace(), session.id, schema, rows, reader));
    after = last.row;
    done += rows.length;
    progress(done);
    await pause();
  }
  return finishCheck(workspace, session, target, pause);
}

/** Checks some edited rows again, then everything that looks across rows. */
export async function checkRows(
  workspace: () => OpenWorkspace,
  session: StoredSession,
  target: ImportTarget,
  rows: readonly number[],
  pause: Pause,
): Promise<CheckResult> {
  const schema = target.schema(session.variant);
  const evidence = await gatherEvidence(workspace, session.id, schema, session.state, firstDataRow(session.state), pause);
  const reader = createRowReader(schema, session.state, evidence, target.refine);
  for (let at = 0; at < rows.length; at += 60) {
    const records = rows.slice(at, at + 60).flatMap((row) => findRow(workspace(), session.id, row) ?? []);
    writeReadings(workspace(), session.id, schema, records, reader, true);
    await pause();
  }
  return finishCheck(workspace, session, target, pause);
}

async function finishCheck(
  workspace: () => OpenWorkspace,
  session: StoredSession,
  target: ImportTarget,
  pause: Pause,
): Promise<CheckResult> {
  const schema = target.schema(session.variant);
  await settleDuplicates(workspace, session, schema, pause);
  await reconcile(workspace, session, target, schema, pause);
  return summarise(workspace(), session);
}

function writeReadings(
  workspace: OpenWorkspace,
  sessionId: string,
  schema: TargetSchema,
  rows: readonly StagedRowRecord[],
  reader: RowReader,
  replace = false,
): void {
  const readings = rows.map((record) => ({ row: record.row, reading: reader.read(currentCells(record).cells, record.excluded === 1) }));
  workspace.writeUntracked(() => {
    const update = prepared(
      workspace.db,
      'UPDATE import_rows SET state = ?, skipped_because = ?, warned = ?, title = ?, identity = ?, record = ?, outcome = NULL, match_id = NULL, match_revision = NULL, changes = NULL WHERE session_id = ? AND row = ?',
    );
    const clear = prepared(workspace.db, 'DELETE FROM import_issues WHERE session_id = ? AND row = ?');
    const insert = prepared(
      workspace.db,
      'INSERT INTO import_issues (session_id, row, group_id, kind, severity, field_id, column_index, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    for (const { row, reading } of readings) {
      if (replace) clear.run(sessionId, row);
      for (const issue of reading.issues)
        insert.run(sessionId, row, issue.groupId, issue.kind, issue.severity, issue.fieldId, issue.column, issue.value);
      const key = identityKey(schema, reading.record);
      update.run(
        stateOf(reading),
        reading.skipped,
        reading.issues.some((issue) => issue.severity === 'warning') ? 1 : 0,
        titleOf(schema, reading.record),
        key === null ? null : keyText(key),
        JSON.stringify(reading.record),
        sessionId,
        row,
      );
    }
  }, 'withNext');
}

function stateOf(reading: RowReading): 'ready' | 'blocked' | 'skipped' {
  if (reading.skipped !== null) return 'skipped';
  return reading.issues.some((issue) => issue.severity === 'error') ? 'blocked' : 'ready';
}

/** What a row is called in lists: the fields that name it together; empty when the leading one is missing. */
function titleOf(schema: TargetSchema, record: ImportRecord): string {
  const parts = (schema.title ?? schema.identity.at(-1) ?? []).map((field) => {
    const value = record[field];
    return value?.state === 'known' ? String(value.value) : '';
  });
  return parts[0] === '' && schema.title === undefined ? '' : parts.join(' ').trim().slice(0, 400);
}

function summarise({ db }: OpenWorkspace, session: StoredSession): CheckResult {
  const from = firstDataRow(session.state);
  const counts = { total: 0, ready: 0, blocked: 0, skipped: 0, warned: 0 };
  const outcomes = { new: 0, same: 0, changed: 0, skipped: 0, blocked: 0 };
  const rows = prepared<[string, number], { state: string; outcome: string | null; n: number; warned: number }>(
    db,
    'SELECT state, outcome, count(*) AS n, sum(warned) AS warned FROM import_rows WHERE session_id = ? AND row >= ? GROUP BY state, outcome',
  ).all(session.id, from);
  for (const { state, outcome, n, warned } of rows) {
    counts.total += n;
    if (state === 'ready') counts.warned += warned;
    if (state === 'ready' || state === 'blocked' || state === 'skipped') counts[state] += n;
    if (state === 'skipped' || state === 'blocked') outcomes[state] += n;
    else if (outcome === 'new' || outcome === 'same' || outcome === 'changed') outcomes[outcome] += n;
  }
  const open = prepared<[string], { n: number }>(
    db,
    "SELECT count(DISTINCT group_id) AS n FROM import_issues WHERE session_id = ? AND severity = 'error'",
  ).get(session.id);
  return { counts, outcomes, openGroups: open?.n ?? 0 };
}
