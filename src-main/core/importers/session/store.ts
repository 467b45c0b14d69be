import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import type { Connection, OpenWorkspace } from '../../db/index.ts';
import { SessionState } from './state.ts';

/** A session as it is kept. */
export interface StoredSession {
  readonly id: string;
  readonly target: string;
  readonly variant: string;
  readonly fileName: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly state: SessionState;
}

interface SessionRow {
  id: string;
  target: string;
  variant: string;
  file_name: string;
  state: string;
  revision: number;
  created_at: string;
  updated_at: string;
}

/** Reads a session. Errors: `record.notFound`, and `record.stale` when `revision` is given and is not the present one. */
export function loadSession({ db }: Connection, id: string, revision?: number): Result<StoredSession, AppError> {
  const row = db.prepare<[string], SessionRow>('SELECT * FROM import_sessions WHERE id = ?').get(id);
  if (row === undefined) return err({ code: 'record.notFound', entity: 'import', id });
  if (revision !== undefined && row.revision !== revision)
    return err({ code: 'record.stale', entity: 'import', id, yours: revision, current: row.revision });
  return ok(toSession(row));
}

export function listSessions({ db }: Connection): readonly StoredSession[] {
  return db.prepare<[], SessionRow>('SELECT * FROM import_sessions ORDER BY updated_at DESC LIMIT 100').all().map(toSession);
}

export function insertSession(workspace: OpenWorkspace, session: Omit<StoredSession, 'revision' | 'updatedAt'>): StoredSession {
  workspace.writeUntracked(() =>
    workspace.db
      .prepare(
        'INSERT INTO import_sessions (id, target, variant, file_name, file_sha256, state, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        session.id,
        session.target,
        session.variant,
        session.fileName,
        session.state.sniffed.sniff.sha256,
        JSON.stringify(session.state),
        session.createdAt,
        session.createdAt,
      ),
  );
  return { ...session, revision: 0, updatedAt: session.createdAt };
}

/** Saves a changed state and raises the revision. */
export function saveState(workspace: OpenWorkspace, session: StoredSession, state: SessionState, now: string): StoredSession {
  workspace.writeUntracked(() =>
    workspace.db
      .prepare('UPDATE import_sessions SET state = ?, revision = revision + 1, updated_at = ? WHERE id = ?')
      .run(JSON.stringify(state), now, session.id),
  );
  return { ...session, state, revision: session.revision + 1, updatedAt: now };
}

/** Keeps what the app itself found out, without a new revision: no answer of the person changed. */
export function saveFindings(workspace: OpenWorkspace, id: string, findings: Partial<Pick<SessionState, 'staged' | 'checked'>>): void {
  const session = loadSession(workspace, id);
  if (!session.ok) return;
  const state = { ...session.value.state, ...findings };
  workspace.writeUntracked(() => workspace.db.prepare('UPDATE import_sessions SET state = ? WHERE id = ?').run(JSON.stringify(state), id));
}

/** Removes a session with everything staged for it. */
export function deleteSession(workspace: OpenWorkspace, id: string): void {
  workspace.writeUntracked(() => {
    for (const table of ['import_issues', 'import_rows']) workspace.db.prepare(`DELETE FROM ${table} WHERE session_id = ?`).run(id);
    workspace.db.prepare('DELETE FROM import_sessions WHERE id = ?').run(id);
  });
}

/**
 * Forgets the staged rows of imports that were committed long ago: the register and the batch's trail hold what matters. A few at a time,
 * since each may be large.
 */
export function forgetOldSessions(workspace: OpenWorkspace, before: string): void {
  const old = workspace.db
    .prepare<[string], { id: string }>(
      'SELECT s.id FROM import_sessions s WHERE s.updated_at < ? AND EXISTS (SELECT 1 FROM import_batches b WHERE b.session_id = s.id) LIMIT 2',
    )
    .all(before);
  for (const { id } of old) deleteSession(workspace, id);
}

function toSession(row: SessionRow): StoredSession {
  return {
    id: row.id,
    target: row.target,
    variant: row.variant,
    fileName: row.file_name,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    state: SessionState.parse(JSON.parse(row.state)),
  };
}
