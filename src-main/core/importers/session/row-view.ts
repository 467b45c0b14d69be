import type { FieldChange, RowFilter, StagedRow } from '../../../../src-shared/contract/imports.ts';
import type { ImportRecord, ImportValue, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import type { Connection } from '../../db/index.ts';
import { firstDataRow } from './check.ts';
import { keptBack, restrictedColumns, restrictedFields } from './restricted.ts';
import { currentCells, findRow, type StagedRowRecord } from './rows.ts';
import type { StoredSession } from './store.ts';

const filters: Readonly<Record<RowFilter, string>> = {
  all: '1 = 1',
  ready: "state = 'ready'",
  blocked: "state = 'blocked'",
  warned: "state = 'ready' AND warned = 1",
  skipped: "state = 'skipped'",
  new: "state = 'ready' AND outcome = 'new'",
  same: "state = 'ready' AND outcome = 'same'",
  changed: "state = 'ready' AND outcome = 'changed'",
};

/** One page of staged rows. */
export function rowPage(
  connection: Connection,
  session: StoredSession,
  filter: RowFilter,
  offset: number,
  limit: number,
  schema: TargetSchema,
): { total: number; rows: StagedRow[] } {
  const where = `session_id = ? AND row >= ? AND ${filters[filter]}`;
  const from = firstDataRow(session.state);
  const total =
    connection.db.prepare<[string, number], { n: number }>(`SELECT count(*) AS n FROM import_rows WHERE ${where}`).get(session.id, from)
      ?.n ?? 0;
  const records = connection.db
    .prepare<[string, number, number, number], StagedRowRecord>(`SELECT * FROM import_rows WHERE ${where} ORDER BY row LIMIT ? OFFSET ?`)
    .all(session.id, from, limit, offset);
  return { total, rows: records.map((record) => toView(connection, session, record, schema)) };
}

/** Rows that one problem group touches. */
export function groupRowPage(
  connection: Connection,
  session: StoredSession,
  groupId: string,
  offset: number,
  limit: number,
  schema: TargetSchema,
): { total: number; rows: StagedRow[] } {
  const total =
    connection.db
      .prepare<[string, string], { n: number }>('SELECT count(DISTINCT row) AS n FROM import_issues WHERE session_id = ? AND group_id = ?')
      .get(session.id, groupId)?.n ?? 0;
  const records = connection.db
    .prepare<[string, string, number, number], { row: number }>(
      'SELECT DISTINCT row FROM import_issues WHERE session_id = ? AND group_id = ? ORDER BY row LIMIT ? OFFSET ?',
    )
    .all(session.id, groupId, limit, offset)
    .flatMap(({ row }) => findRow(connection, session.id, row) ?? []);
  return { total, rows: records.map((record) => toView(connection, session, record, schema)) };
}

export function rowView(connection: Connection, session: StoredSession, row: number, schema: TargetSchema): StagedRow | null {
  const record = findRow(connection, session.id, row);
  return record === undefined ? null : toView(connection, session, record, schema);
}

interface IssueRow {
  readonly group_id: string;
  readonly kind: StagedRow['problems'][number]['kind'];
  readonly severity: StagedRow['problems'][number]['severity'];
  readonly field_id: string | null;
}

function toView({ db }: Connection, session: StoredSession, record: StagedRowRecord, schema: TargetSchema): StagedRow {
  const columns = restrictedColumns(session.state, schema);
  const fields = restrictedFields(schema);
  const hidden: ImportValue = { state: 'known', value: keptBack };
  const { cells, edited } = currentCells(record);
  const issues = db
    .prepare<[string, number], IssueRow>(
      'SELECT group_id, kind, severity, field_id FROM import_issues WHERE session_id = ? AND row = ? LIMIT 100',
    )
    .all(session.id, record.row);
  return {
    row: record.row,
    title: record.title,
    state: record.state,
    skippedBecause: record.skipped_because as StagedRow['skippedBecause'],
    outcome: record.outcome,
    matchId: record.match_id,
    cells: cells.slice(0, 512).map((cell, column) => ({
      column,
      fieldId: session.state.mapping[column] ?? null,
      ...(columns.has(column) && cell.text !== '' ? { text: keptBack, type: cell.type } : cell),
      edited: edited.has(column),
    })),
    values:
      record.record === null
        ? {}
        : Object.fromEntries(
            Object.entries(JSON.parse(record.record) as ImportRecord).map(([field, value]) => [field, fields.has(field) ? hidden : value]),
          ),
    problems: issues.map((issue) => ({ groupId: issue.group_id, kind: issue.kind, severity: issue.severity, fieldId: issue.field_id })),
    changes:
      record.changes === null
        ? []
        : (JSON.parse(record.changes) as FieldChange[])
            .slice(0, 200)
            .map((change) =>
              fields.has(change.fieldId) ? { ...change, before: change.before === null ? null : hidden, after: hidden } : change,
            ),
  };
}

/** How many changed rows touch each field, most first. */
export function changedFields({ db }: Connection, sessionId: string): { fieldId: string; rows: number }[] {
  return db
    .prepare<[string], { fieldId: string; rows: number }>(
      `SELECT json_extract(c.value, '$.fieldId') AS fieldId, count(*) AS rows FROM import_rows r, json_each(r.changes) c
       WHERE r.session_id = ? AND r.state = 'ready' AND r.outcome = 'changed' GROUP BY 1 ORDER BY 2 DESC`,
    )
    .all(sessionId);
}
