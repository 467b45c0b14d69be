import type { ImportRecord, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import type { Pause } from './slices.ts';
import type { StoredSession } from './store.ts';

/** Groups of repeats: equal rows are skipped by themselves, rows that differ need an answer. */
export const duplicateGroups = { equal: 'duplicateInFile:equal', differing: 'duplicateInFile:differing' } as const;

interface Twin {
  readonly row: number;
  readonly record: string;
}

/**
 * Finds rows of the file that name the same record. Where they say the same, the first stays and the others are skipped; where they
 * differ, all are blocked until the person says which one holds.
 */
export async function settleDuplicates(
  workspace: () => OpenWorkspace,
  session: StoredSession,
  schema: TargetSchema,
  pause: Pause,
): Promise<void> {
  const action = session.state.actions[duplicateGroups.differing]?.kind;
  await resetDuplicates(workspace, session.id, pause);
  // The index answers this by itself; asking for the state as well would read every row.
  const shared = prepared<[string], { identity: string }>(
    workspace().db,
    'SELECT identity FROM import_rows INDEXED BY import_rows_by_identity WHERE session_id = ? AND identity IS NOT NULL GROUP BY identity HAVING count(*) > 1',
  ).all(session.id);
  for (let at = 0; at < shared.length; at += 50) {
    const current = workspace();
    current.writeUntracked(() => {
      const find = prepared<[string, string], Twin>(
        current.db,
        "SELECT row, record FROM import_rows WHERE session_id = ? AND identity = ? AND state = 'ready' ORDER BY row",
      );
      for (const { identity } of shared.slice(at, at + 50))
        settleTwins(current, session.id, find.all(session.id, identity), action, schema.unites ?? []);
    }, 'withNext');
    await pause();
  }
}

/** Problems of a row that come from other rows or from the register, found anew at each check. */
const acrossRows = "'duplicateInFile', 'ambiguousMatch', 'notOnRecord', 'dayAhead', 'hasEnded'";

/** Rows looked through in one go. */
const rowsAStep = 500;

async function resetDuplicates(workspace: () => OpenWorkspace, sessionId: string, pause: Pause): Promise<void> {
  const last =
    prepared<[string], { row: number | null }>(workspace().db, 'SELECT max(row) AS row FROM import_rows WHERE session_id = ?').get(
      sessionId,
    )?.row ?? 0;
  for (let from = 0; from <= last; from += rowsAStep) {
    resetRows(workspace(), sessionId, from, from + rowsAStep - 1);
    await pause();
  }
}

function resetRows(workspace: OpenWorkspace, sessionId: string, first: number, last: number): void {
  const { db } = workspace;
  const rows = 'session_id = ? AND row BETWEEN ? AND ?';
  workspace.writeUntracked(() => {
    prepared(
      db,
      `UPDATE import_rows SET state = 'ready', skipped_because = NULL WHERE ${rows} AND skipped_because IN ('duplicate', 'unfit')`,
    ).run(sessionId, first, last);
    prepared(
      db,
      `UPDATE import_rows SET state = 'ready' WHERE ${rows} AND state = 'blocked' AND NOT EXISTS (
         SELECT 1 FROM import_issues i WHERE i.session_id = import_rows.session_id AND i.row = import_rows.row AND i.severity = 'error' AND i.kind NOT IN (${acrossRows}))`,
    ).run(sessionId, first, last);
    prepared(db, `DELETE FROM import_issues WHERE ${rows} AND kind IN (${acrossRows})`).run(sessionId, first, last);
  }, 'withNext');
}

function settleTwins(
  { db }: OpenWorkspace,
  sessionId: string,
  twins: readonly Twin[],
  action: string | undefined,
  unites: readonly string[],
): void {
  const note = prepared(
    db,
    "INSERT INTO import_issues (session_id, row, group_id, kind, severity, field_id, column_index, value) VALUES (?, ?, ?, 'duplicateInFile', ?, NULL, NULL, '')",
  );
  const mark = prepared(db, 'UPDATE import_rows SET state = ?, skipped_because = ? WHERE session_id = ? AND row = ?');
  const skip = (rows: readonly Twin[], group: string) => {
    for (const twin of rows) {
      mark.run('skipped', 'duplicate', sessionId, twin.row);
      note.run(sessionId, twin.row, group, 'settled');
    }
  };
  if (twins.every((twin) => twin.record === twins[0]?.record)) return skip(twins.slice(1), duplicateGroups.equal);
  const united = unites.length === 0 ? null : unite(twins, unites);
  if (united !== null && twins[0] !== undefined) {
    prepared(db, 'UPDATE import_rows SET record = ? WHERE session_id = ? AND row = ?').run(JSON.stringify(united), sessionId, twins[0].row);
    return skip(twins.slice(1), duplicateGroups.equal);
  }
  if (action === 'keepFirst') return skip(twins.slice(1), duplicateGroups.differing);
  if (action === 'keepLast') return skip(twins.slice(0, -1), duplicateGroups.differing);
  if (action === 'excludeRows') return skip(twins, duplicateGroups.differing);
  for (const twin of twins) {
    mark.run('blocked', null, sessionId, twin.row);
    note.run(sessionId, twin.row, duplicateGroups.differing, 'error');
  }
}

/** One record from several rows that agree in everything but lists: the lists are put together. Null where they disagree. */
function unite(twins: readonly Twin[], lists: readonly string[]): ImportRecord | null {
  const records = twins.map((twin) => JSON.parse(twin.record) as ImportRecord);
  const rest = records.map((record) => JSON.stringify(Object.entries(record).filter(([field]) => !lists.includes(field))));
  if (new Set(rest).size > 1) return null;
  const whole: Record<string, ImportRecord[string]> = { ...records[0] };
  for (const field of lists) {
    const values = records.flatMap((record) => {
      const value = record[field];
      return value?.state === 'known' && Array.isArray(value.value) ? value.value : [];
    });
    if (values.length > 0) whole[field] = { state: 'known', value: [...new Set(values)] };
  }
  return whole;
}
