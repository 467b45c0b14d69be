import type { ImportRecord, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { prepared, type SlicedConnection } from '../../db/index.ts';
import { isNeverRead } from '../map/guess.ts';
import { plainText } from '../map/normal.ts';
import { packCells, unpackCells } from './rows.ts';
import type { SessionState } from './state.ts';
import type { StoredSession } from './store.ts';

/** What stands on a screen where a value is kept back. */
export const keptBack = '•••';

/**
 * Columns whose values are not shown beside a person: mapped to a restricted field, or titled as one though they are not used, or of a
 * kind nobody should collect here.
 */
export function restrictedColumns(state: Pick<SessionState, 'titles' | 'mapping'>, schema: TargetSchema): ReadonlySet<number> {
  const fields = new Set(schema.fields.filter((field) => field.restricted === true).map((field) => field.id));
  const words = schema.fields
    .flatMap((field) => (field.restricted === true ? field.aliases.map(plainText) : []))
    .filter((word) => word.length > 3);
  const columns = state.titles.flatMap((title, column) => {
    const field = state.mapping[column] ?? null;
    return (field !== null && fields.has(field)) || isNeverRead(title, schema) || words.some((word) => plainText(title).includes(word))
      ? [column]
      : [];
  });
  return new Set(columns);
}

export function restrictedFields(schema: TargetSchema): ReadonlySet<string> {
  return new Set(schema.fields.filter((field) => field.restricted === true).map((field) => field.id));
}

interface StagedRow {
  readonly row: number;
  readonly cells: string;
  readonly edits: string | null;
  readonly record: string | null;
  readonly changes: string | null;
}

/** Takes restricted values out of the staging area, once they are where they belong. */
export async function forgetRestricted(tx: SlicedConnection, session: StoredSession, schema: TargetSchema): Promise<void> {
  const columns = restrictedColumns(session.state, schema);
  const fields = restrictedFields(schema);
  if (columns.size === 0) return;
  const page = prepared<[string, number], StagedRow>(
    tx.db,
    'SELECT row, cells, edits, record, changes FROM import_rows WHERE session_id = ? AND row > ? ORDER BY row LIMIT 200',
  );
  const update = prepared(tx.db, 'UPDATE import_rows SET cells = ?, edits = ?, record = ?, changes = ? WHERE session_id = ? AND row = ?');
  const without = (json: string | null, keep: (field: string) => boolean) =>
    json === null
      ? null
      : JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(json) as ImportRecord).filter(([field]) => keep(field))));
  for (let rows = page.all(session.id, -1); rows.length > 0; rows = page.all(session.id, rows.at(-1)?.row ?? 0)) {
    for (const { row, cells, edits, record, changes } of rows) {
      const kept = unpackCells(cells).map((cell, column) => (columns.has(column) ? { text: '', type: 'empty' as const } : cell));
      update.run(
        packCells(kept),
        without(edits, (column) => !columns.has(Number(column))),
        without(record, (field) => !fields.has(field)),
        changes === null ? null : JSON.stringify((JSON.parse(changes) as { fieldId: string }[]).filter((one) => !fields.has(one.fieldId))),
        session.id,
        row,
      );
    }
    await tx.pause();
  }
  prepared(tx.db, "UPDATE import_sessions SET state = json_set(state, '$.forgotten', json('true')) WHERE id = ?").run(session.id);
  prepared(tx.db, `UPDATE import_issues SET value = '' WHERE session_id = ? AND field_id IN (SELECT value FROM json_each(?))`).run(
    session.id,
    JSON.stringify([...fields]),
  );
}
