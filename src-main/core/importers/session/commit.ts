import type { FieldChange, ImportBatch } from '../../../../src-shared/contract/imports.ts';
import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import type { ImportRecord, ImportValue } from '../../../../src-shared/formats/import-target.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { type Connection, type OpenWorkspace, prepared } from '../../db/index.ts';
import type { CommitBatch, CommitRow, CommittedRow, ImportTarget, UndoRow } from '../target.ts';
import { findBatch, insertBatch, type StoredBatch, withoutSession } from './batches.ts';
import { createPacer } from './pacer.ts';
import { forgetRestricted } from './restricted.ts';
import { readingKey } from './state.ts';
import type { StoredSession } from './store.ts';

interface ReadyRow {
  readonly row: number;
  readonly record: string;
  readonly outcome: 'new' | 'changed';
  readonly match_id: string | null;
  readonly match_revision: number | null;
  readonly changes: string | null;
}

/**
 * Brings every ready row that is new or changed into the register: one transaction, one batch, one journal entry. A failure or cancel in
 * the middle leaves the register as it was. With nothing new or changed nothing is written and the answer is `null`.
 */
export async function commitSession(
  workspace: OpenWorkspace,
  session: StoredSession,
  target: ImportTarget,
  batchId: string,
  now: string,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Result<ImportBatch | null, AppError>> {
  const { state } = session;
  const outcomes = state.checked?.outcomes;
  if (outcomes === undefined) return err({ code: 'import.notReady', step: 'check', detail: session.id });
  const total = outcomes.new + outcomes.changed;
  if (total === 0) return ok(null);
  const batch: StoredBatch = {
    id: batchId,
    sessionId: session.id,
    target: session.target,
    variant: session.variant,
    fileName: session.fileName,
    fileSha256: state.sniffed.sniff.sha256,
    profile: state.profile === null ? null : `${state.profile.name} ${state.profile.version}`,
    counts: outcomes,
    committedAt: now,
    undoneAt: null,
  };
  const note = {
    method: 'imports.commit',
    params: { file: session.fileName, created: outcomes.new, changed: outcomes.changed },
    subject: { entity: 'import', id: batchId },
  };
  return workspace.writeInSlices(
    note,
    async (tx) => {
      insertBatch(tx, batch, readingKey(state));
      const pacer = createPacer(4, 50);
      let after = 0;
      const ids: string[] = [];
      // A row is done once it is written and settled.
      const halves = (written: number, settled: number) => progress(Math.floor((written + settled) / 2), total);
      for (;;) {
        const rows = readyRows(tx, session.id, after, pacer.size);
        const last = rows.at(-1);
        if (last === undefined) break;
        const committed = pacer.run(() => target.commitRows(tx, commitBatchOf(batch), rows.map(toCommitRow)));
        if (!committed.ok) return committed;
        keepTrail(tx, batchId, rows, new Map(committed.value.map((one) => [one.row, one])));
        after = last.row;
        ids.push(...committed.value.map((one) => one.id));
        halves(ids.length, 0);
        await tx.pause();
      }
      await target.settle(tx, ids, { signal, progress: (settled) => halves(total, settled) });
      await forgetRestricted(tx, session, target.schema(session.variant));
      return ok(withoutSession(batch));
    },
    signal,
  );
}

/** Takes a whole batch back, newest row first: one transaction, one journal entry. Errors: `undo.blocked` when a record changed since. */
export async function undoBatch(
  workspace: OpenWorkspace,
  target: ImportTarget,
  batchId: string,
  now: string,
): Promise<Result<ImportBatch, AppError>> {
  const batch = findBatch(workspace, batchId);
  if (batch === null) return err({ code: 'record.notFound', entity: 'importBatch', id: batchId });
  if (batch.undoneAt !== null) return err({ code: 'undo.nothing' });
  const note = {
    method: 'imports.undo',
    params: { file: batch.fileName, created: batch.counts.new, changed: batch.counts.changed },
    subject: { entity: 'import', id: batchId },
    undoable: !erases(workspace, target, batchId),
  };
  return workspace.writeInSlices(note, async (tx) => {
    const pacer = createPacer(4, 50);
    const restored: string[] = [];
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = trailBefore(tx, batchId, before, pacer.size);
      const last = rows.at(-1);
      if (last === undefined) break;
      const undone = pacer.run(() => target.undoRows(tx, commitBatchOf(batch), rows.map(toUndoRow)));
      if (!undone.ok) return undone;
      before = last.row;
      restored.push(...rows.filter((row) => row.outcome === 'changed').map((row) => row.record_id));
      await tx.pause();
    }
    await target.settle(tx, restored, { signal: new AbortController().signal, progress: () => undefined });
    prepared(tx.db, 'UPDATE import_batches SET undone_at = ? WHERE id = ?').run(now, batchId);
    return ok({ ...withoutSession(batch), undoneAt: now });
  });
}

/** Whether taking the batch back loses anything that only the register held. */
function erases(workspace: OpenWorkspace, target: ImportTarget, batchId: string): boolean {
  if (target.undoErases === undefined) return false;
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = trailBefore(workspace, batchId, before, 500);
    const last = rows.at(-1);
    if (last === undefined) return false;
    const ids = rows.map((row) => row.record_id);
    if (target.undoErases(workspace, ids)) return true;
    before = last.row;
  }
}

function commitBatchOf(batch: StoredBatch): CommitBatch {
  return { batchId: batch.id, variant: batch.variant, fileName: batch.fileName, fileSha256: batch.fileSha256 };
}

function readyRows({ db }: Connection, sessionId: string, after: number, limit: number): readonly ReadyRow[] {
  return prepared<[string, number, number], ReadyRow>(
    db,
    "SELECT row, record, outcome, match_id, match_revision, changes FROM import_rows WHERE session_id = ? AND row > ? AND state = 'ready' AND outcome IN ('new', 'changed') ORDER BY row LIMIT ?",
  ).all(sessionId, after, limit);
}

function toCommitRow(row: ReadyRow): CommitRow {
  if (row.outcome === 'new' || row.match_id === null)
    return { row: row.row, outcome: 'new', existing: null, values: JSON.parse(row.record) as ImportRecord };
  const values: ImportRecord = Object.fromEntries(changesOf(row).map((change) => [change.fieldId, change.after]));
  return { row: row.row, outcome: 'changed', existing: { id: row.match_id, revision: row.match_revision ?? 0 }, values };
}

function changesOf(row: ReadyRow): readonly FieldChange[] {
  return row.changes === null ? [] : (JSON.parse(row.changes) as FieldChange[]);
}

function keepTrail({ db }: Connection, batchId: string, rows: readonly ReadyRow[], committed: ReadonlyMap<number, CommittedRow>): void {
  const insert = prepared(
    db,
    'INSERT INTO import_batch_rows (batch_id, row, record_id, revision, outcome, before) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const row of rows) {
    const record = committed.get(row.row);
    if (record === undefined) throw new Error(`The register did not say what became of row ${row.row}`);
    const before = { ...Object.fromEntries(changesOf(row).map((change) => [change.fieldId, change.before])), ...record.kept };
    insert.run(batchId, row.row, record.id, record.revision, row.outcome, JSON.stringify(before));
  }
}

interface TrailRow {
  readonly row: number;
  readonly record_id: string;
  readonly revision: number;
  readonly outcome: 'new' | 'changed';
  readonly before: string;
}

function trailBefore({ db }: Connection, batchId: string, before: number, limit: number): readonly TrailRow[] {
  return prepared<[string, number, number], TrailRow>(
    db,
    'SELECT row, record_id, revision, outcome, before FROM import_batch_rows WHERE batch_id = ? AND row < ? ORDER BY row DESC LIMIT ?',
  ).all(batchId, before, limit);
}

function toUndoRow(row: TrailRow): UndoRow {
  return {
    id: row.record_id,
    revision: row.revision,
    outcome: row.outcome,
    before: JSON.parse(row.before) as Record<string, ImportValue | null>,
  };
}
