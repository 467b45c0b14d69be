import { createHash, type Hash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { Evidence } from '../../../src-shared/contract/evidence.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared, type SlicedConnection } from '../db/index.ts';
import { safeFileName } from '../files/index.ts';
import { evidence, evidencePieces } from './tables.ts';

const toEvidence = ({ recordKind, recordId, ...row }: typeof evidence.$inferSelect): Evidence =>
  Evidence.parse({ ...row, record: { kind: recordKind, id: recordId } });

/** Evidence of a record, oldest first. */
export function evidenceOf({ orm }: Connection, record: RecordRef): Evidence[] {
  return orm
    .select()
    .from(evidence)
    .where(and(eq(evidence.recordKind, record.kind), eq(evidence.recordId, record.id)))
    .orderBy(evidence.addedAt, evidence.id)
    .all()
    .map(toEvidence);
}

/** All evidence of the workspace, by the time it was added. */
export function allEvidence({ orm }: Connection): Evidence[] {
  return orm.select().from(evidence).orderBy(evidence.addedAt, evidence.id).all().map(toEvidence);
}

/** Every file kept as evidence but advice of counsel, by the time it was added. */
export function keptFiles({ orm }: Connection): Evidence[] {
  return orm
    .select()
    .from(evidence)
    .where(and(eq(evidence.kind, 'file'), eq(evidence.attorneyAdvice, false)))
    .orderBy(evidence.addedAt, evidence.id)
    .all()
    .map(toEvidence);
}

/** Bytes of a file kept as evidence, piece by piece. Throws where they are not those that were kept: that is damage. */
export function evidenceBytes(connection: Connection, { sha256 }: Pick<Evidence, 'sha256'>): Iterable<Buffer> {
  return sha256 === null ? [] : piecesOf(connection, sha256);
}

/** How many pieces hang on each of some records; those with none are left out. */
export function evidenceCounts({ db }: Connection, records: readonly RecordRef[]): { record: RecordRef; count: number }[] {
  const count = prepared<[string, string], { count: number }>(
    db,
    'SELECT count(*) AS count FROM evidence WHERE record_kind = ? AND record_id = ?',
  );
  return records.map((record) => ({ record, count: count.get(record.kind, record.id)?.count ?? 0 })).filter((one) => one.count > 0);
}

export function findEvidence({ orm }: Connection, id: string): Evidence | undefined {
  const row = orm.select().from(evidence).where(eq(evidence.id, id)).get();
  return row === undefined ? undefined : toEvidence(row);
}

export function insertEvidence({ orm }: Connection, { record, ...rest }: Evidence): void {
  orm
    .insert(evidence)
    .values({ ...rest, recordKind: record.kind, recordId: record.id })
    .run();
}

/** Writes a changed piece over the one before; its revision rises by one. */
export function changeEvidence({ orm }: Connection, { record, ...rest }: Evidence): Evidence {
  const row = orm
    .update(evidence)
    .set({ ...rest, recordKind: record.kind, recordId: record.id, revision: sql`${evidence.revision} + 1` })
    .where(eq(evidence.id, rest.id))
    .returning()
    .get();
  return toEvidence(row);
}

export function dropEvidence({ orm }: Connection, id: string): void {
  orm.delete(evidence).where(eq(evidence.id, id)).run();
}

/** A file to be kept: its bytes in pieces, whatever size each, and what is known of them from a first look. */
export interface FileToKeep {
  /** As the file was called; made safe here. */
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
  pieces(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface AboutFile extends Pick<Evidence, 'id' | 'record' | 'addedBy' | 'addedAt'>, Partial<Pick<Evidence, 'part' | 'note'>> {}

/** Keeps a file with a record, piece by piece. Part of a command in slices. False: the bytes are no longer those of the first look. */
export async function addFile(tx: SlicedConnection, file: FileToKeep, about: AboutFile): Promise<boolean> {
  if (!hasBytes(tx, file.sha256) && !(await writePieces(tx, file))) return false;
  insertEvidence(tx, {
    part: null,
    note: '',
    ...about,
    kind: 'file',
    name: safeFileName(file.name, 'evidence'),
    address: '',
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    attorneyAdvice: false,
    revision: 0,
  });
  return true;
}

/** A file whose bytes are at hand. */
export const fileOf = (name: string, bytes: Uint8Array): FileToKeep => ({
  name,
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  pieces: () => [bytes],
});

const pieceSize = 1024 * 1024;

async function writePieces(tx: SlicedConnection, { sha256, pieces }: FileToKeep): Promise<boolean> {
  const hash = createHash('sha256');
  let place = 0;
  for await (const some of pieces()) {
    hash.update(some);
    for (let from = 0; from < some.length; from += pieceSize) {
      const bytes = Buffer.from(some.subarray(from, from + pieceSize));
      tx.orm.insert(evidencePieces).values({ sha256, place, bytes }).run();
      place += 1;
      await tx.pause();
    }
  }
  return hash.digest('hex') === sha256;
}

const hasBytes = ({ db }: Connection, sha256: string): boolean =>
  prepared<[string]>(db, 'SELECT 1 FROM evidence_pieces WHERE sha256 = ? LIMIT 1').get(sha256) !== undefined;

/**
 * The bytes kept under a hash, one piece at a time, so that a large file is never whole in memory. Throws at the end when they are gone or are
 * others: that is damage, not a user error.
 */
export function* piecesOf({ db }: Connection, sha256: string): Generator<Buffer> {
  const read = prepared<[string, number], { bytes: Buffer }>(db, 'SELECT bytes FROM evidence_pieces WHERE sha256 = ? AND place = ?');
  const hash: Hash = createHash('sha256');
  for (let place = 0; ; place += 1) {
    const piece = read.get(sha256, place);
    if (piece === undefined) break;
    hash.update(piece.bytes);
    yield piece.bytes;
  }
  if (hash.digest('hex') !== sha256) throw new Error('The bytes of a piece of evidence do not match their hash');
}

/** Whether the bytes kept under a hash are there and still have it. Reads one piece at a time. */
export async function bytesMatch(session: () => Connection, sha256: string, pause: () => Promise<void>): Promise<boolean> {
  const hash = createHash('sha256');
  for (let place = 0; ; place += 1) {
    // Asked anew after each pause: the lock may have fallen.
    const piece = prepared<[string, number], { bytes: Buffer }>(
      session().db,
      'SELECT bytes FROM evidence_pieces WHERE sha256 = ? AND place = ?',
    ).get(sha256, place);
    if (piece === undefined) return hash.digest('hex') === sha256;
    hash.update(piece.bytes);
    await pause();
  }
}

/** Bytes that no piece of evidence speaks of any more are removed for good. Part of a command that cannot be undone. */
export function dropIdleBytes({ db }: Connection, sha256: string): void {
  prepared(db, 'DELETE FROM evidence_pieces WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM evidence WHERE sha256 = ?)').run(sha256, sha256);
}
