import { z } from 'zod';
import { type ImportProfile, TableChoice, ValueTarget } from '../../../../src-shared/contract/imports.ts';
import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import type { Connection } from '../../db/index.ts';
import { plainText } from '../map/normal.ts';
import { headerFingerprint, type SessionState } from './state.ts';

/** What is worth keeping of a session for the next file of the same layout. Rows, fixes and file names are not. */
const ProfileContent = z.strictObject({
  columns: z.array(z.strictObject({ header: z.string(), fieldId: z.string().nullable() })),
  values: z.record(z.string(), z.record(z.string(), ValueTarget)),
  table: TableChoice.pick({ dateOrder: true, decimalSign: true, zone: true, encoding: true, delimiter: true, headerRows: true }),
});
type ProfileContent = z.infer<typeof ProfileContent>;

interface ProfileRow {
  id: string;
  name: string;
  version: number;
  target: string;
  variant: string;
  content: string;
  uses: number;
  updated_at: string;
}

const columns = 'id, name, version, target, variant, content, uses, updated_at';

export function listProfiles({ db }: Connection, target: string | undefined): ImportProfile[] {
  return db
    .prepare<[string | null], ProfileRow>(
      `SELECT ${columns} FROM import_profiles WHERE target = coalesce(?, target) ORDER BY uses DESC, name`,
    )
    .all(target ?? null)
    .map(toProfile);
}

/** The profile made for this layout that was used most. */
export function profileFor({ db }: Connection, target: string, variant: string, titles: readonly string[]): ImportProfile | null {
  const row = db
    .prepare<[string, string, string], ProfileRow>(
      `SELECT ${columns} FROM import_profiles WHERE target = ? AND variant = ? AND fingerprint = ? ORDER BY uses DESC LIMIT 1`,
    )
    .get(target, variant, headerFingerprint(titles));
  return row === undefined ? null : toProfile(row);
}

/** Lays a profile over a session: columns found by title, answers taken over where the session has none. */
export function applyProfile({ db }: Connection, profileId: string, state: SessionState): Result<SessionState, AppError> {
  const row = db.prepare<[string], ProfileRow>(`SELECT ${columns} FROM import_profiles WHERE id = ?`).get(profileId);
  if (row === undefined) return err({ code: 'record.notFound', entity: 'importProfile', id: profileId });
  const content = ProfileContent.parse(JSON.parse(row.content));
  const byTitle = new Map(content.columns.map((column) => [plainText(column.header), column.fieldId]));
  const taken = new Set<string>();
  const mapping = state.titles.map((title, column) => {
    const fieldId = byTitle.get(plainText(title));
    const chosen = fieldId === undefined ? (state.mapping[column] ?? null) : fieldId;
    if (chosen === null || taken.has(chosen)) return null;
    taken.add(chosen);
    return chosen;
  });
  const { dateOrder, decimalSign, zone } = content.table;
  return ok({
    ...state,
    mapping,
    values: { ...content.values, ...state.values },
    table: {
      ...state.table,
      dateOrder: state.table.dateOrder ?? dateOrder,
      decimalSign: state.table.decimalSign ?? decimalSign,
      zone: state.table.zone ?? zone,
    },
    profile: { id: row.id, name: row.name, version: row.version },
    checked: null,
  });
}

/** Saves the session's answers under a name; the same name again makes the next version of it. Runs inside a transaction. */
export function saveProfile(
  { db }: Connection,
  session: { readonly target: string; readonly variant: string; readonly state: SessionState },
  name: string,
  id: string,
  now: string,
): ImportProfile {
  const { state, target, variant } = session;
  const content: ProfileContent = {
    columns: state.titles.map((header, column) => ({ header, fieldId: state.mapping[column] ?? null })),
    values: state.values,
    table: {
      dateOrder: state.table.dateOrder,
      decimalSign: state.table.decimalSign,
      zone: state.table.zone,
      encoding: state.table.encoding,
      delimiter: state.table.delimiter,
      headerRows: state.table.headerRows,
    },
  };
  db.prepare(
    `INSERT INTO import_profiles (id, name, version, target, variant, fingerprint, content, uses, updated_at) VALUES (?, ?, 1, ?, ?, ?, ?, 1, ?)
     ON CONFLICT (target, variant, name) DO UPDATE SET version = version + 1, fingerprint = excluded.fingerprint, content = excluded.content, uses = uses + 1, updated_at = excluded.updated_at`,
  ).run(id, name, target, variant, headerFingerprint(state.titles), JSON.stringify(content), now);
  const row = db
    .prepare<[string, string, string], ProfileRow>(`SELECT ${columns} FROM import_profiles WHERE target = ? AND variant = ? AND name = ?`)
    .get(target, variant, name);
  if (row === undefined) throw new Error('A profile that was just saved is missing');
  return toProfile(row);
}

export function deleteProfile({ db }: Connection, id: string): Result<null, AppError> {
  const { changes } = db.prepare('DELETE FROM import_profiles WHERE id = ?').run(id);
  return changes === 0 ? err({ code: 'record.notFound', entity: 'importProfile', id }) : ok(null);
}

/** Meanings given to values in earlier imports, by field and value key. */
export function rememberedValues({ db }: Connection, target: string, variant: string): SessionState['values'] {
  const rows = db
    .prepare<[string, string], { field_id: string; value_key: string; meaning: string }>(
      'SELECT field_id, value_key, meaning FROM import_value_memory WHERE target = ? AND variant = ?',
    )
    .all(target, variant);
  const values: Record<string, Record<string, ValueTarget>> = {};
  for (const row of rows) {
    const field = values[row.field_id] ?? Object.create(null);
    field[row.value_key] = ValueTarget.parse(JSON.parse(row.meaning));
    values[row.field_id] = field;
  }
  return values;
}

/** Keeps meanings for the next import. Runs inside `writeUntracked`. */
export function rememberValues(
  { db }: Connection,
  target: string,
  variant: string,
  fieldId: string,
  meanings: ReadonlyArray<readonly [key: string, meaning: ValueTarget]>,
): void {
  const save = db.prepare(
    'INSERT INTO import_value_memory (target, variant, field_id, value_key, meaning) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET meaning = excluded.meaning',
  );
  for (const [key, meaning] of meanings) save.run(target, variant, fieldId, key, JSON.stringify(meaning));
}

function toProfile(row: ProfileRow): ImportProfile {
  const content = ProfileContent.parse(JSON.parse(row.content));
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    target: row.target,
    variant: row.variant,
    columns: content.columns.flatMap(({ header, fieldId }) => (fieldId === null ? [] : [{ header, fieldId }])),
    updatedAt: row.updated_at,
    uses: row.uses,
  };
}
