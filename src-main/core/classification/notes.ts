import { eq } from 'drizzle-orm';
import type { Note } from '../../../src-shared/contract/classification.ts';
import type { AssetId } from '../../../src-shared/contract/inventory.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import type { Connection } from '../db/index.ts';
import { notes } from './tables.ts';

/** Notes on an asset, oldest first. */
export function notesOf({ orm }: Connection, assetId: string): Note[] {
  return orm
    .select()
    .from(notes)
    .where(eq(notes.assetId, assetId))
    .orderBy(notes.writtenAt)
    .all()
    .map((row) => ({ ...row, assetId: row.assetId as AssetId, writtenAt: row.writtenAt as IsoInstant }));
}
