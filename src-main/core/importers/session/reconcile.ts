import type { FieldChange } from '../../../../src-shared/contract/imports.ts';
import type { ImportRecord, ImportValue, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { type ExistingRecord, type ImportTarget, identityKeys, identityText, keyText, type UnfitRecord } from '../target.ts';
import { createPacer } from './pacer.ts';
import { groupIdOf } from './read-row.ts';
import type { Pause } from './slices.ts';
import type { StoredSession } from './store.ts';

interface ReadyRow {
  readonly row: number;
  readonly record: string;
}

/** Compares every ready row with the register: new, same or changed. A row that fits several records is blocked until its identity is made clear. */
export async function reconcile(
  workspace: () => OpenWorkspace,
  session: StoredSession,
  target: ImportTarget,
  schema: TargetSchema,
  pause: Pause,
): Promise<void> {
  const pacer = createPacer(20);
  let after = 0;
  for (;;) {
    const current = workspace();
    const rows = prepared<[string, number, number], ReadyRow>(
      current.db,
      "SELECT row, record FROM import_rows WHERE session_id = ? AND row > ? AND state = 'ready' ORDER BY row LIMIT ?",
    ).all(session.id, after, pacer.size);
    const last = rows.at(-1);
    if (last === undefined) return;
    pacer.run(() => reconcileSlice(current, session, target, schema, rows));
    after = last.row;
    await pause();
  }
}

function reconcileSlice(
  workspace: OpenWorkspace,
  session: StoredSession,
  target: ImportTarget,
  schema: TargetSchema,
  rows: readonly ReadyRow[],
): void {
  const parsed = rows.map(({ row, record }) => {
    const values = JSON.parse(record) as ImportRecord;
    return { row, values, keys: identityKeys(schema, values) };
  });
  const existing = target.lookupExisting(
    workspace,
    session.variant,
    parsed.flatMap((one) => one.keys),
  );
  workspace.writeUntracked(() => {
    const update = prepared(
      workspace.db,
      'UPDATE import_rows SET outcome = ?, match_id = ?, match_revision = ?, changes = ? WHERE session_id = ? AND row = ?',
    );
    const block = prepared(workspace.db, "UPDATE import_rows SET state = 'blocked' WHERE session_id = ? AND row = ?");
    const note = prepared(
      workspace.db,
      "INSERT INTO import_issues (session_id, row, group_id, kind, severity, field_id, column_index, value) VALUES (?, ?, 'ambiguousMatch', 'ambiguousMatch', 'error', NULL, NULL, ?)",
    );
    const unfit = target.unfit?.(
      workspace,
      session.variant,
      parsed.map(({ values }) => values),
    );
    for (const [place, { row, values, keys }] of parsed.entries()) {
      const fault = unfit?.[place] ?? null;
      if (fault !== null) {
        refuse(workspace, session, row, fault);
        continue;
      }
      const matches = keys.map((key) => existing.get(keyText(key)) ?? []).find((found) => found.length > 0) ?? [];
      const [match, second] = matches;
      if (second !== undefined) {
        block.run(session.id, row);
        note.run(
          session.id,
          row,
          matches
            .map((one) => one.title)
            .join(', ')
            .slice(0, 400),
        );
      } else if (match === undefined) update.run('new', null, null, null, session.id, row);
      else {
        const changes = changesOf(match, values, schema);
        update.run(changes.length === 0 ? 'same' : 'changed', match.id, match.revision, JSON.stringify(changes), session.id, row);
      }
    }
  }, 'withNext');
}

/** Blocks a row that the register cannot take, or leaves it out where the person said so; either way it says why. */
function refuse({ db }: OpenWorkspace, session: StoredSession, row: number, { kind, fieldId, value }: UnfitRecord): void {
  const groupId = groupIdOf(kind, fieldId);
  const leftOut = session.state.actions[groupId]?.kind === 'excludeRows';
  prepared(db, 'UPDATE import_rows SET state = ?, skipped_because = ? WHERE session_id = ? AND row = ?').run(
    leftOut ? 'skipped' : 'blocked',
    leftOut ? 'unfit' : null,
    session.id,
    row,
  );
  prepared(
    db,
    'INSERT INTO import_issues (session_id, row, group_id, kind, severity, field_id, column_index, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(session.id, row, groupId, kind, leftOut ? 'settled' : 'error', fieldId, columnOf(session, fieldId), value.slice(0, 400));
}

const columnOf = ({ state }: StoredSession, fieldId: string): number | null => {
  const column = state.mapping.indexOf(fieldId);
  return column < 0 ? null : column;
};

/** Fields in which the row says something else than the register. "Unknown" never overwrites what is known. */
function changesOf(existing: ExistingRecord, values: ImportRecord, schema: TargetSchema): FieldChange[] {
  const naming = new Set(schema.identity.flat());
  return Object.entries(values).flatMap(([fieldId, after]) => {
    if (schema.pointers?.includes(fieldId) === true) return [];
    const before = existing.values[fieldId] ?? null;
    if (before !== null && (sameValue(before, after) || after.state === 'unknown')) return [];
    if (before !== null && schema.adds?.includes(fieldId) === true && isWithin(after, before)) return [];
    if (
      before?.state === 'known' &&
      after.state === 'known' &&
      naming.has(fieldId) &&
      identityText(String(before.value)) === identityText(String(after.value))
    )
      return [];
    return [{ fieldId, before, after }];
  });
}

function isWithin(part: ImportValue, whole: ImportValue): boolean {
  const list = (value: ImportValue) => (value.state !== 'known' ? [] : Array.isArray(value.value) ? value.value : [String(value.value)]);
  const known = new Set(list(whole).map(identityText));
  return list(part).every((one) => known.has(identityText(one)));
}

function sameValue(a: ImportValue, b: ImportValue): boolean {
  if (a.state !== 'known' || b.state !== 'known') return a.state === b.state;
  if (a.low !== b.low || a.high !== b.high) return false;
  if (Array.isArray(a.value) && Array.isArray(b.value))
    return a.value.length === b.value.length && [...a.value].sort().join('\u0000') === [...b.value].sort().join('\u0000');
  return typeof a.value === 'string' && typeof b.value === 'string' ? a.value.trim() === b.value.trim() : a.value === b.value;
}
