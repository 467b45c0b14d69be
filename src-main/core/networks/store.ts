import { eq } from 'drizzle-orm';
import type { DatabaseRole } from '../../../src-shared/contract/networks.ts';
import type { Connection, SlicedConnection } from '../db/index.ts';
import { networkAllowed, networkDatabases, networkExits, networkLists, networkPieces } from './tables.ts';

export type DatabaseRow = typeof networkDatabases.$inferSelect;
export type ListRow = typeof networkLists.$inferSelect;
export type AllowedRow = typeof networkAllowed.$inferSelect;
export type ExitRow = typeof networkExits.$inferSelect;

export const databaseRows = ({ orm }: Connection): readonly DatabaseRow[] => orm.select().from(networkDatabases).all();
export const listRows = ({ orm }: Connection): readonly ListRow[] =>
  orm.select().from(networkLists).orderBy(networkLists.addedAt, networkLists.id).all();
export const allowedRows = ({ orm }: Connection): readonly AllowedRow[] =>
  orm.select().from(networkAllowed).orderBy(networkAllowed.addedAt, networkAllowed.id).all();
export const exitRows = ({ orm }: Connection): readonly ExitRow[] =>
  orm.select().from(networkExits).orderBy(networkExits.label, networkExits.network, networkExits.id).all();

export const findList = ({ orm }: Connection, id: string): ListRow | undefined =>
  orm.select().from(networkLists).where(eq(networkLists.id, id)).get();
export const findAllowed = ({ orm }: Connection, id: string): AllowedRow | undefined =>
  orm.select().from(networkAllowed).where(eq(networkAllowed.id, id)).get();
export const findExit = ({ orm }: Connection, id: string): ExitRow | undefined =>
  orm.select().from(networkExits).where(eq(networkExits.id, id)).get();

/** Puts a database in place of the one before. */
export function putDatabase({ orm }: Connection, row: DatabaseRow): void {
  orm.insert(networkDatabases).values(row).onConflictDoUpdate({ target: networkDatabases.role, set: row }).run();
}

export function dropDatabase({ orm }: Connection, role: DatabaseRole): void {
  orm.delete(networkDatabases).where(eq(networkDatabases.role, role)).run();
}

const pieceSize = 1024 * 1024;

/** Keeps packed bytes under their hash, once. Part of a command in slices: a database is written piece by piece. */
export async function addPieces(tx: SlicedConnection, sha256: string, bytes: Uint8Array): Promise<void> {
  const there = tx.orm.select({ place: networkPieces.place }).from(networkPieces).where(eq(networkPieces.sha256, sha256)).limit(1).get();
  if (there !== undefined) return;
  for (let place = 0; place * pieceSize < bytes.length; place += 1) {
    const piece = Buffer.from(bytes.subarray(place * pieceSize, (place + 1) * pieceSize));
    tx.orm.insert(networkPieces).values({ sha256, place, bytes: piece }).run();
    await tx.pause();
  }
}

/** The packed bytes under a hash. Throws when they are gone: that is damage, not a user error. */
export function readPieces({ orm }: Connection, sha256: string): Buffer {
  const pieces = orm
    .select({ bytes: networkPieces.bytes })
    .from(networkPieces)
    .where(eq(networkPieces.sha256, sha256))
    .orderBy(networkPieces.place)
    .all();
  if (pieces.length === 0) throw new Error('The bytes of address data are gone');
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}
