import { type Connection, prepared } from '../../db/index.ts';

interface Trail {
  readonly session_id: string;
  readonly row: number;
  readonly identity: string | null;
}

/**
 * Empties what imports still hold of a record: its rows in the staging area, several rows that became one record among them, and what the record was
 * before each import. Runs inside a command.
 */
export function forgetImported({ db }: Connection, recordId: string): void {
  const rows = prepared<[string, string], Trail>(
    db,
    `SELECT r.session_id, r.row, r.identity FROM import_batch_rows t JOIN import_batches b ON b.id = t.batch_id
       JOIN import_rows r ON r.session_id = b.session_id AND r.row = t.row WHERE t.record_id = ?
     UNION SELECT session_id, row, identity FROM import_rows WHERE match_id = ?`,
  ).all(recordId, recordId);
  const alike = prepared<[string, string], Trail>(
    db,
    'SELECT session_id, row, identity FROM import_rows WHERE session_id = ? AND identity = ?',
  );
  for (const one of rows)
    for (const { session_id, row } of one.identity === null ? [one] : [one, ...alike.all(one.session_id, one.identity)]) {
      prepared(
        db,
        `UPDATE import_rows SET cells = (SELECT json_group_array('') FROM json_each(cells)), edits = NULL, title = '', identity = NULL, record = NULL,
           changes = NULL WHERE session_id = ? AND row = ?`,
      ).run(session_id, row);
      prepared(db, 'DELETE FROM import_issues WHERE session_id = ? AND row = ?').run(session_id, row);
    }
  prepared(db, "UPDATE import_batch_rows SET before = '{}' WHERE record_id = ?").run(recordId);
}
