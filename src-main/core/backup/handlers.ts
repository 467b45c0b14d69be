import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { backupMethods, Snapshot } from '../../../src-shared/contract/backups.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type OpenWorkspace, openEncrypted, WorkspaceClosed } from '../db/index.ts';
import { folderCautions, syncFile, syncFolder } from '../files/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { headOf } from '../journal/index.ts';
import type { FileHandles } from '../ports.ts';
import { compareDatabases } from './compare.ts';
import { listSnapshots, type SnapshotCause, snapshotPath } from './files.ts';
import { findSnapshot, inspectSnapshot, rotateSnapshots, type SnapshotPlace, swapDatabase, takeSnapshotInSlices } from './snapshots.ts';

type SnapshotView = z.infer<typeof Snapshot>;

/** What backups need of the vault. */
export interface BackupHost {
  readonly files: FileHandles;
  readonly databaseFile: string;
  readonly headerFile: string;
  now(): IsoInstant;
  session(): OpenWorkspace;
  /** The open workspace's folder and key. */
  place(): SnapshotPlace;
  /** Largest share of the disk for snapshots, in percent. */
  sharePercent(): number;
  /** Notes that everything up to this journal entry is in a snapshot. */
  markSnapshot(journalSeq: number): void;
  reopenAround(work: () => void): Reply<OpenWorkspace>;
  /** The data key of the chosen, locked workspace; counts wrong tries. */
  keyWhileLocked(passphrase: string): Promise<Reply<{ readonly place: SnapshotPlace; end(): void }>>;
}

/** Takes snapshots of the open workspace, one at a time. */
export interface Snapshots {
  /** Takes one and rotates the old ones away. Ends with `WorkspaceClosed` when the lock falls meanwhile. */
  take(because: SnapshotCause, options?: { readonly rotate: boolean }): Promise<SnapshotView>;
}

export function createSnapshots(host: BackupHost): Snapshots {
  let last: Promise<unknown> = Promise.resolve();
  const take = async (because: SnapshotCause, rotate: boolean) => {
    const session = host.session();
    await session.idle();
    const slicer = createSlicer();
    const pause = async () => {
      await slicer.pause();
      // The session this snapshot is of may have ended; a later one is another matter.
      if (host.session() !== session) throw new WorkspaceClosed();
    };
    await pause();
    const place = host.place();
    const made = await takeSnapshotInSlices(session.db, { ...place, database: host.databaseFile }, because, host.now(), pause);
    if (rotate) rotateSnapshots(place, host.now(), host.sharePercent());
    host.markSnapshot(made.journalSeq);
    return made;
  };
  return {
    take(because, { rotate } = { rotate: true }) {
      const mine = last.then(() => take(because, rotate));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

export function createBackupHandlers(host: BackupHost, snapshots: Snapshots): HandlersFor<typeof backupMethods> {
  return {
    'backups.list': () => {
      const { folder, keyId } = host.place();
      const snapshots = listSnapshots(folder, keyId);
      return ok({ snapshots, totalBytes: snapshots.reduce((sum, one) => sum + one.sizeBytes, 0), cautions: folderCautions(folder) });
    },

    'backups.now': async () => {
      const { readOnly } = host.session();
      return readOnly === null ? ok(await snapshots.take('asked')) : err({ code: 'workspace.readOnly', reason: readOnly });
    },

    'backups.compare': async ({ id }) => {
      const place = host.place();
      const found = findSnapshot(place, id);
      if (!found.ok) return found;
      const opened = openEncrypted(snapshotPath(place.folder, id), place.dataKey, { readOnly: true });
      const proof = inspectSnapshot(snapshotPath(place.folder, id), place.dataKey);
      const presentJournalSeq = headOf(host.session().db).seq;
      const counts = {
        id,
        intact: proof.intact,
        journalSeq: proof.journalSeq,
        presentJournalSeq,
        commandsSince: Math.max(0, presentJournalSeq - proof.journalSeq),
      };
      if (!opened.ok) return ok({ ...counts, tables: [] });
      try {
        const slicer = createSlicer();
        return ok({ ...counts, tables: proof.intact ? await compareDatabases(opened.value, host.session().db, () => slicer.pause()) : [] });
      } finally {
        opened.value.close();
      }
    },

    'backups.restoreCopy': ({ id, parent }) => {
      const place = host.place();
      const found = findSnapshot(place, id);
      if (!found.ok) return found;
      const target = parent === null ? ok(dirname(place.folder)) : host.files.resolve(parent, 'restoreInto');
      if (!target.ok) return target;
      const source = snapshotPath(place.folder, id);
      if (!inspectSnapshot(source, place.dataKey).intact) return err({ code: 'workspace.damaged', newestGoodSnapshot: null });
      return ok({ folderName: writeCopy(host, place.folder, source, target.value, found.value.at) });
    },

    'backups.restore': async ({ id }) => {
      const { readOnly } = host.session();
      if (readOnly !== null) return err({ code: 'workspace.readOnly', reason: readOnly });
      const place = host.place();
      const found = findSnapshot(place, id);
      if (!found.ok) return found;
      const source = snapshotPath(place.folder, id);
      if (!inspectSnapshot(source, place.dataKey).intact) return err({ code: 'workspace.damaged', newestGoodSnapshot: null });
      // Rotation waits until the swap is done: it must not take away the snapshot that is being restored.
      const before = await snapshots.take('restore', { rotate: false });
      const reopened = host.reopenAround(() => swapDatabase(place.folder, host.databaseFile, source));
      if (!reopened.ok) return reopened;
      const noted = reopened.value.write({ method: 'backups.restore', params: { at: found.value.at }, undoable: false }, () => ok(null));
      return noted.ok ? ok({ undoSnapshot: before.id }) : noted;
    },

    'backups.repair': async ({ id, passphrase }) => {
      const key = await host.keyWhileLocked(passphrase);
      if (!key.ok) return key;
      const { place, end } = key.value;
      try {
        const found = findSnapshot(place, id);
        if (!found.ok) return found;
        const source = snapshotPath(place.folder, id);
        if (!inspectSnapshot(source, place.dataKey).intact) return err({ code: 'workspace.damaged', newestGoodSnapshot: null });
        const stamp = host.now().replaceAll(':', '-');
        swapDatabase(place.folder, host.databaseFile, source, `${host.databaseFile}.damaged-${stamp}`);
        return ok({ restored: found.value });
      } finally {
        end();
      }
    },
  };
}

/** Puts a snapshot beside the workspace as a folder of its own; the header goes with it, so the same passphrase opens it. */
function writeCopy(host: BackupHost, from: string, source: string, parent: string, at: string): string {
  const suffix = '.gatehouse';
  const base = basename(from).replace(/\.gatehouse$/, '');
  const name = `${base} (${at.slice(0, 16).replace('T', ' ').replace(':', '.')})`;
  const folder = Array.from({ length: 100 }, (_, count) => join(parent, `${name}${count === 0 ? '' : ` ${count + 1}`}${suffix}`)).find(
    (path) => !existsSync(path),
  );
  if (folder === undefined) throw new Error('A hundred copies of one snapshot are already there');
  const aside = join(parent, `.${basename(folder)}.part`);
  mkdirSync(aside, { mode: 0o700 });
  try {
    for (const [file, target] of [
      [source, host.databaseFile],
      [join(from, host.headerFile), host.headerFile],
    ] as const) {
      copyFileSync(file, join(aside, target));
      syncFile(join(aside, target));
    }
    renameSync(aside, folder);
    syncFolder(parent);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return basename(folder);
}
