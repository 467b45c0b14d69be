import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { Snapshot } from '../../../src-shared/contract/backups.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { integrityProblems, openEncrypted } from '../db/index.ts';
import { diskBytes, syncFile, syncFolder } from '../files/index.ts';
import { headOf } from '../journal/index.ts';
import { copyDatabase, proveCopy } from './copy.ts';
import { backupsFolder, listSnapshots, type SnapshotCause, snapshotName, snapshotPath } from './files.ts';
import { snapshotsToDelete } from './rotation.ts';

type SnapshotView = z.infer<typeof Snapshot>;

/** Where snapshots go, and the key they are under. */
export interface SnapshotPlace {
  readonly folder: string;
  readonly keyId: string;
  readonly dataKey: Uint8Array;
}

/**
 * Writes an encrypted copy of the database, opens it to prove it, and only then gives it its name. Throws what the disk said;
 * no half-written snapshot stays. In one piece: for moments when nothing else may happen, as before a migration.
 */
export function takeSnapshot(db: Database.Database, place: SnapshotPlace, because: SnapshotCause, now: IsoInstant): SnapshotView {
  const { part, finish, drop } = beginSnapshot(place, because, now);
  try {
    db.prepare('VACUUM INTO ?').run(part);
    syncFile(part);
    const proof = inspectSnapshot(part, place.dataKey);
    return finish(proof.intact ? proof.journalSeq : null, headOf(db).seq);
  } finally {
    drop();
  }
}

/** The same in slices, while work goes on: what it holds is the moment it was asked for. */
export async function takeSnapshotInSlices(
  db: Database.Database,
  place: SnapshotPlace & { readonly database: string },
  because: SnapshotCause,
  now: IsoInstant,
  pause: () => Promise<void>,
): Promise<SnapshotView> {
  const { part, finish, drop } = beginSnapshot(place, because, now);
  try {
    const journalSeq = await copyDatabase(db, join(place.folder, place.database), part, pause);
    if (journalSeq === null) return takeSnapshot(db, place, because, now);
    return finish(await proveCopy(part, place.dataKey, pause), journalSeq);
  } finally {
    drop();
  }
}

function beginSnapshot(place: SnapshotPlace, because: SnapshotCause, now: IsoInstant) {
  const folder = join(place.folder, backupsFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeParts(folder);
  const part = join(folder, '.snapshot.part');
  return {
    part,
    /** Names the proven part. `proven` is the newest journal entry found in it, `journalSeq` the one that must be there. */
    finish(proven: number | null, journalSeq: number): SnapshotView {
      if (proven !== journalSeq) throw new Error('The snapshot does not hold what was written');
      const name = snapshotName({ at: now, because, journalSeq, keyId: place.keyId });
      renameSync(part, join(folder, name));
      syncFolder(folder);
      const made = listSnapshots(place.folder, place.keyId).find((snapshot) => `${snapshot.id}.db` === name);
      if (made === undefined) throw new Error('The snapshot is not in its folder');
      return made;
    },
    drop: () => removeParts(folder),
  };
}

/** Deletes what the schedule no longer keeps, and what exceeds its share of the disk. Says how many went. */
export function rotateSnapshots(place: SnapshotPlace, now: IsoInstant, sharePercent: number): number {
  const budget = (diskBytes(place.folder) * sharePercent) / 100;
  const surplus = snapshotsToDelete(listSnapshots(place.folder, place.keyId), now, budget);
  for (const snapshot of surplus) rmSync(snapshotPath(place.folder, snapshot.id), { force: true });
  return surplus.length;
}

export interface SnapshotProof {
  readonly intact: boolean;
  readonly journalSeq: number;
}

/** Opens a database file read-only and reads all of it. */
export function inspectSnapshot(path: string, dataKey: Uint8Array): SnapshotProof {
  const opened = openEncrypted(path, dataKey, { readOnly: true });
  if (!opened.ok) return { intact: false, journalSeq: 0 };
  try {
    const intact = integrityProblems(opened.value, 'pages').length === 0;
    return { intact, journalSeq: intact ? headOf(opened.value).seq : 0 };
  } finally {
    opened.value.close();
  }
}

/** The newest snapshot that opens with this key and is whole; null when there is none. */
export function newestGoodSnapshot(place: SnapshotPlace): SnapshotView | null {
  return (
    listSnapshots(place.folder, place.keyId).find(
      (one) => !one.oldKey && inspectSnapshot(snapshotPath(place.folder, one.id), place.dataKey).intact,
    ) ?? null
  );
}

/** The snapshot of that id when it exists and can be opened with the present key. */
export function findSnapshot(place: Pick<SnapshotPlace, 'folder' | 'keyId'>, id: string): Reply<SnapshotView> {
  const found = listSnapshots(place.folder, place.keyId).find((snapshot) => snapshot.id === id);
  if (found === undefined) return err({ code: 'record.notFound', entity: 'snapshot', id });
  return found.oldKey ? err({ code: 'record.conflict', entity: 'snapshot', detail: 'oldKey' }) : ok(found);
}

/**
 * Puts a file in the place of the database, which must be closed. The file that was there is kept under `keepAs` when given.
 * Copied aside and flushed first, so the swap itself is one rename.
 */
export function swapDatabase(folder: string, database: string, source: string, keepAs?: string): void {
  const target = join(folder, database);
  const part = join(folder, `.${database}.part`);
  copyFileSync(source, part);
  syncFile(part);
  if (keepAs !== undefined) copyFileSync(target, join(folder, keepAs));
  // A log that belongs to the old file must never be replayed into the new one.
  for (const suffix of ['-wal', '-shm']) rmSync(`${target}${suffix}`, { force: true });
  renameSync(part, target);
  syncFolder(folder);
}

/** Left over from a crash in the middle of a snapshot. */
function removeParts(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^\.snapshot\.part(-wal|-shm|-journal)?$/.test(name)) rmSync(join(folder, name), { force: true });
}
