import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { LogCheck } from '../../../../src-shared/formats/access-log.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { type Connection, type OpenWorkspace, prepared } from '../../db/index.ts';
import { KeptPreview, WizardState } from './state.ts';

export type SessionStatus = 'waiting' | 'open' | 'committed' | 'undone';

/** A draft as it is kept. `state`, `preview` and `check` are read when they are asked for: a check of a large log is large itself. */
export interface WizardSession {
  readonly id: string;
  readonly queueId: string;
  readonly position: number;
  readonly status: SessionStatus;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly importId: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** `null` while the file was not looked at. */
  readonly state: WizardState | null;
}

/** A draft whose file was looked at. */
export type OpenSession = WizardSession & { readonly state: WizardState };

interface SessionRow {
  id: string;
  queue_id: string;
  position: number;
  status: SessionStatus;
  file_name: string;
  bytes: number;
  file_sha256: string | null;
  import_id: string | null;
  state: string | null;
  revision: number;
  created_at: string;
  updated_at: string;
}

const columns = 'id, queue_id, position, status, file_name, bytes, file_sha256, import_id, state, revision, created_at, updated_at';

/** Errors: `record.notFound`, and `record.stale` when `revision` is given and is not the present one. */
export function loadSession({ db }: Connection, id: string, revision?: number): Result<WizardSession, AppError> {
  const row = prepared<[string], SessionRow>(db, `SELECT ${columns} FROM log_sessions WHERE id = ?`).get(id);
  if (row === undefined) return err({ code: 'record.notFound', entity: 'import', id });
  if (revision !== undefined && row.revision !== revision)
    return err({ code: 'record.stale', entity: 'import', id, yours: revision, current: row.revision });
  return ok(toSession(row));
}

/** A draft whose file was looked at. Errors as `loadSession`; `import.notReady` (step `file`) while it waits. */
export function loadOpen(connection: Connection, id: string, revision?: number): Result<OpenSession, AppError> {
  const session = loadSession(connection, id, revision);
  if (!session.ok) return session;
  const { state } = session.value;
  return state === null ? err({ code: 'import.notReady', step: 'file', detail: session.value.fileName }) : ok({ ...session.value, state });
}

/** Files on their way, those touched last first. */
export function listSessions({ db }: Connection): readonly WizardSession[] {
  return prepared<[], SessionRow>(
    db,
    `SELECT ${columns} FROM log_sessions WHERE status IN ('open', 'waiting') ORDER BY status, updated_at DESC, position LIMIT 200`,
  )
    .all()
    .map(toSession);
}

export function queueOf({ db }: Connection, queueId: string): readonly Pick<WizardSession, 'id' | 'position' | 'status'>[] {
  return prepared<[string], { id: string; position: number; status: SessionStatus }>(
    db,
    'SELECT id, position, status FROM log_sessions WHERE queue_id = ? ORDER BY position',
  ).all(queueId);
}

/** The draft an import came from. */
export function sessionOfImport({ db }: Connection, importId: string): string | null {
  return prepared<[string], { id: string }>(db, 'SELECT id FROM log_sessions WHERE import_id = ?').get(importId)?.id ?? null;
}

export function insertSession(
  workspace: OpenWorkspace,
  file: Pick<WizardSession, 'id' | 'queueId' | 'position' | 'fileName' | 'bytes'>,
  now: string,
): void {
  workspace.writeUntracked(() =>
    prepared(
      workspace.db,
      "INSERT INTO log_sessions (id, queue_id, position, status, file_name, bytes, created_at, updated_at) VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?)",
    ).run(file.id, file.queueId, file.position, file.fileName, file.bytes, now, now),
  );
}

/** What a change does to the check: nothing, its values still stand but it must be made again, or it is of other columns. */
export type CheckAfter = 'keep' | 'stale' | 'drop';

const afterChange = { keep: '', stale: ', fresh = 0', drop: ', fresh = 0, checked = NULL' } as const satisfies Record<CheckAfter, string>;

/** Saves what a person changed and raises the revision. */
export function saveState(workspace: OpenWorkspace, session: OpenSession, state: WizardState, now: string, check: CheckAfter): OpenSession {
  workspace.writeUntracked(() =>
    prepared(
      workspace.db,
      `UPDATE log_sessions SET state = ?, revision = revision + 1, updated_at = ?${afterChange[check]} WHERE id = ?`,
    ).run(JSON.stringify(state), now, session.id),
  );
  return { ...session, state, revision: session.revision + 1, updatedAt: now };
}

/** Keeps what looking into the file found; its draft begins. */
export function saveLook(workspace: OpenWorkspace, id: string, state: WizardState, preview: KeptPreview, now: string): void {
  workspace.writeUntracked(() =>
    prepared(
      workspace.db,
      "UPDATE log_sessions SET status = 'open', state = ?, preview = ?, checked = NULL, fresh = 0, revision = revision + 1, updated_at = ? WHERE id = ?",
    ).run(JSON.stringify(state), JSON.stringify(preview), now, id),
  );
}

/** Keeps a check, with the state whose answers it settled. */
export function saveCheck(workspace: OpenWorkspace, id: string, check: LogCheck, state: WizardState): void {
  workspace.writeUntracked(() =>
    prepared(workspace.db, 'UPDATE log_sessions SET checked = ?, fresh = 1, state = ? WHERE id = ?').run(
      JSON.stringify(check),
      JSON.stringify(state),
      id,
    ),
  );
}

/** Keeps something the app found out, without a new revision: no answer of the person changed. */
export function saveFact(
  workspace: OpenWorkspace,
  id: string,
  fact: { readonly sha256?: string; readonly importId?: string | null; readonly status?: SessionStatus },
): void {
  const values = [
    ['file_sha256', fact.sha256],
    ['import_id', fact.importId],
    ['status', fact.status],
  ] as const;
  workspace.writeUntracked(() => {
    for (const [column, value] of values)
      if (value !== undefined) prepared(workspace.db, `UPDATE log_sessions SET ${column} = ? WHERE id = ?`).run(value, id);
  });
}

export function previewOf({ db }: Connection, id: string): KeptPreview {
  const row = prepared<[string], { preview: string | null }>(db, 'SELECT preview FROM log_sessions WHERE id = ?').get(id);
  return row?.preview == null ? { rows: [], more: false } : KeptPreview.parse(JSON.parse(row.preview));
}

/** What reading the whole file came to; `null` when it was not read with these columns. `fresh`: with the present answers too. */
export function checkOf({ db }: Connection, id: string): { readonly check: LogCheck; readonly fresh: boolean } | null {
  const row = prepared<[string], { checked: string | null; fresh: number }>(db, 'SELECT checked, fresh FROM log_sessions WHERE id = ?').get(
    id,
  );
  return row?.checked == null ? null : { check: LogCheck.parse(JSON.parse(row.checked)), fresh: row.fresh === 1 };
}

export function deleteSession(workspace: OpenWorkspace, id: string): void {
  workspace.writeUntracked(() => prepared(workspace.db, 'DELETE FROM log_sessions WHERE id = ?').run(id));
}

/** Forgets drafts of imports that were committed long ago: the import itself holds what matters. */
export function forgetOldSessions(workspace: OpenWorkspace, before: string): void {
  workspace.writeUntracked(() =>
    prepared(workspace.db, "DELETE FROM log_sessions WHERE updated_at < ? AND status IN ('committed', 'undone')").run(before),
  );
}

function toSession(row: SessionRow): WizardSession {
  return {
    id: row.id,
    queueId: row.queue_id,
    position: row.position,
    status: row.status,
    fileName: row.file_name,
    bytes: row.bytes,
    sha256: row.file_sha256,
    importId: row.import_id,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    state: row.state === null ? null : WizardState.parse(JSON.parse(row.state)),
  };
}
