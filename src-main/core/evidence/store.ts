import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Evidence } from '../../../src-shared/contract/evidence.ts';
import type { Connection, SlicedConnection } from '../db/index.ts';
import { safeFileName } from '../files/index.ts';
import { evidence, evidencePieces } from './tables.ts';

/** Evidence of an asset, oldest first. */
export function evidenceOf({ orm }: Connection, assetId: string): Evidence[] {
  return orm
    .select()
    .from(evidence)
    .where(eq(evidence.assetId, assetId))
    .orderBy(evidence.addedAt, evidence.id)
    .all()
    .map((row) => Evidence.parse(row));
}

export function findEvidence({ orm }: Connection, id: string): Evidence | undefined {
  const row = orm.select().from(evidence).where(eq(evidence.id, id)).get();
  return row === undefined ? undefined : Evidence.parse(row);
}

interface NewEvidence extends Pick<Evidence, 'id' | 'assetId' | 'addedBy' | 'addedAt'>, Partial<Pick<Evidence, 'field' | 'note'>> {
  /** As the file was called; made safe here. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Keeps a file with an asset. Part of a command in slices: a large file is written piece by piece. */
export async function addEvidence(tx: SlicedConnection, { bytes, name, ...rest }: NewEvidence): Promise<void> {
  const sha256 = hashOf(bytes);
  if (piecesOf(tx, sha256).length === 0) {
    for (let place = 0; place * pieceSize < bytes.length; place += 1) {
      const piece = bytes.subarray(place * pieceSize, (place + 1) * pieceSize);
      tx.orm.insert(evidencePieces).values({ sha256, place, bytes: piece }).run();
      await tx.pause();
    }
  }
  tx.orm
    .insert(evidence)
    .values({ ...rest, name: safeFileName(name, 'evidence'), sizeBytes: bytes.length, sha256 })
    .run();
}

/** The bytes kept under a hash. Throws when they are gone or are others: that is damage, not a user error. */
export function readBytes(connection: Connection, sha256: string): Buffer {
  const bytes = Buffer.concat(piecesOf(connection, sha256));
  if (hashOf(bytes) !== sha256) throw new Error('The bytes of a piece of evidence do not match their hash');
  return bytes;
}

const pieceSize = 1024 * 1024;

const piecesOf = ({ orm }: Connection, sha256: string): Buffer[] =>
  orm
    .select({ bytes: evidencePieces.bytes })
    .from(evidencePieces)
    .where(eq(evidencePieces.sha256, sha256))
    .orderBy(evidencePieces.place)
    .all()
    .map(({ bytes }) => bytes);

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
