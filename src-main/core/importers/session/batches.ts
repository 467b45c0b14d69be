import { ImportBatch, OutcomeCounts } from '../../../../src-shared/contract/imports.ts';
import type { Connection } from '../../db/index.ts';

interface BatchRow {
  id: string;
  session_id: string;
  target: string;
  variant: string;
  file_name: string;
  file_sha256: string;
  reading_key: string;
  profile: string | null;
  counts: string;
  committed_at: string;
  undone_at: string | null;
}

/** A committed import as it is kept. */
export interface StoredBatch extends ImportBatch {
  readonly sessionId: string;
}

export function listBatches({ db }: Connection): ImportBatch[] {
  return db
    .prepare<[], BatchRow>('SELECT * FROM import_batches ORDER BY committed_at DESC LIMIT 500')
    .all()
    .map((row) => withoutSession(toBatch(row)));
}

export function findBatch({ db }: Connection, id: string): StoredBatch | null {
  const row = db.prepare<[string], BatchRow>('SELECT * FROM import_batches WHERE id = ?').get(id);
  return row === undefined ? null : toBatch(row);
}

/** The newest batch a session was committed as. A journal undo takes the batch away with its records, and the session is open again. */
export function batchOfSession({ db }: Connection, sessionId: string): StoredBatch | null {
  const row = db
    .prepare<[string], BatchRow>('SELECT * FROM import_batches WHERE session_id = ? ORDER BY committed_at DESC LIMIT 1')
    .get(sessionId);
  return row === undefined ? null : toBatch(row);
}

/** An import of the same bytes read the same way that still stands. */
export function earlierImport(
  { db }: Connection,
  sha256: string,
  readingKey: string,
  exceptSession: string,
): { batchId: string; at: string } | null {
  const row = db
    .prepare<[string, string, string], { id: string; committed_at: string }>(
      'SELECT id, committed_at FROM import_batches WHERE file_sha256 = ? AND reading_key = ? AND session_id <> ? AND undone_at IS NULL ORDER BY committed_at DESC LIMIT 1',
    )
    .get(sha256, readingKey, exceptSession);
  return row === undefined ? null : { batchId: row.id, at: row.committed_at };
}

export function insertBatch({ db }: Connection, batch: StoredBatch, readingKey: string): void {
  db.prepare(
    'INSERT INTO import_batches (id, session_id, target, variant, file_name, file_sha256, reading_key, profile, counts, committed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    batch.id,
    batch.sessionId,
    batch.target,
    batch.variant,
    batch.fileName,
    batch.fileSha256,
    readingKey,
    batch.profile,
    JSON.stringify(batch.counts),
    batch.committedAt,
  );
}

/** The batch as the contract shows it. */
export function withoutSession({ sessionId: _, ...batch }: StoredBatch): ImportBatch {
  return batch;
}

function toBatch(row: BatchRow): StoredBatch {
  return {
    ...ImportBatch.parse({
      id: row.id,
      target: row.target,
      variant: row.variant,
      fileName: row.file_name,
      fileSha256: row.file_sha256,
      profile: row.profile,
      counts: OutcomeCounts.parse(JSON.parse(row.counts)),
      committedAt: row.committed_at,
      undoneAt: row.undone_at,
    }),
    sessionId: row.session_id,
  };
}
