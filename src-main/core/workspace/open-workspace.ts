import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { newestGoodSnapshot, type SnapshotPlace, takeSnapshot } from '../backup/index.ts';
import {
  integrityProblems,
  type Migration,
  migrate,
  type OpenFailure,
  type OpenWorkspace,
  openEncrypted,
  schemaState,
} from '../db/index.ts';
import { isDamage, isWritable } from '../files/index.ts';
import { databaseFile } from './header.ts';
import { claimFolder, type FolderLock } from './lock-file.ts';
import { undoHalfRotation } from './rotate.ts';

export interface OpenRequest extends SnapshotPlace {
  readonly migrations: readonly Migration[];
  readonly machine: string;
  readonly now: IsoInstant;
  readonly takeOver: boolean;
  /** Look without claiming the folder. */
  readonly readOnly: boolean;
  /** Where to put a copy that can be read when the folder itself cannot be written to. */
  readonly temp: string;
}

export interface OpenedDatabase {
  readonly db: Database.Database;
  readonly lock: FolderLock | null;
  readonly readOnly: OpenWorkspace['readOnly'];
  /** The last owner crashed or lost power. */
  readonly wasUnclean: boolean;
  /** Call when the database is closed. */
  cleanUp(): void;
}

/** Claims the folder, opens the database with its key, checks it when the last close was not clean, and brings its schema up to date. */
export function openWorkspaceDatabase(request: OpenRequest): Reply<OpenedDatabase> {
  const { folder } = request;
  if (request.readOnly) return openForReading(request, 'lockTaken');
  if (!isWritable(folder)) return openForReading(request, 'folder');
  const claimed = claimFolder(folder, request.machine, request.takeOver);
  if (!claimed.ok) return claimed;
  const lock = claimed.value;
  let keepLock = false;
  try {
    const opened = openClaimed(request, lock);
    keepLock = opened.ok && opened.value.lock !== null;
    return opened;
  } finally {
    if (!keepLock) lock.release();
  }
}

function openClaimed(request: OpenRequest, lock: FolderLock): Reply<OpenedDatabase> {
  const file = join(request.folder, databaseFile);
  const wasUnclean = lock.wasLeftBehind || (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  let opened = openEncrypted(file, request.dataKey);
  if (!opened.ok && opened.error === 'damaged' && undoHalfRotation(request.folder, request.dataKey))
    opened = openEncrypted(file, request.dataKey);
  if (!opened.ok) return refuse(request, opened.error);
  const db = opened.value;
  let keepOpen = false;
  try {
    if (wasUnclean && integrityProblems(db).length > 0) return refuse(request, 'damaged');
    const state = schemaState(db, request.migrations);
    if (state.unknown.length > 0) {
      db.close();
      return openForReading(request, 'newerFormat');
    }
    if (state.pending.length > 0) {
      if (state.appliedCount > 0) takeSnapshot(db, request, 'migration', request.now);
      migrate(db, request.migrations, request.now);
    }
    keepOpen = true;
    return ok({ db, lock, readOnly: null, wasUnclean, cleanUp: nothing });
  } catch (cause) {
    if (isDamage(cause)) return refuse(request, 'damaged');
    throw cause;
  } finally {
    if (!keepOpen) db.close();
  }
}

function openForReading(request: OpenRequest, reason: NonNullable<OpenWorkspace['readOnly']>): Reply<OpenedDatabase> {
  const { file, cleanUp } = isWritable(request.folder)
    ? { file: join(request.folder, databaseFile), cleanUp: nothing }
    : readableCopy(request);
  let opened: Reply<OpenedDatabase> | undefined;
  try {
    const found = openEncrypted(file, request.dataKey, { readOnly: true });
    opened = found.ok ? ok({ db: found.value, lock: null, readOnly: reason, wasUnclean: false, cleanUp }) : refuse(request, found.error);
    return opened;
  } finally {
    if (opened?.ok !== true) cleanUp();
  }
}

/**
 * SQLite reads a file in write-ahead mode only where it can make an index file beside it. In a folder that allows no
 * writing, a copy elsewhere is read instead; it is as encrypted as the original.
 */
function readableCopy({ folder, temp }: OpenRequest): { readonly file: string; cleanUp(): void } {
  const place = mkdtempSync(join(temp, 'gatehouse-read-'));
  for (const name of [databaseFile, `${databaseFile}-wal`]) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(place, name));
  }
  return { file: join(place, databaseFile), cleanUp: () => rmSync(place, { recursive: true, force: true }) };
}

function nothing(): void {}

function refuse(request: OpenRequest, failure: OpenFailure): Reply<never> {
  switch (failure) {
    case 'missing':
      return existsSync(request.folder)
        ? err({ code: 'workspace.notAWorkspace', detail: databaseFile })
        : err({ code: 'workspace.notFound' });
    case 'plaintext':
      return err({ code: 'workspace.headerRefused', reason: 'the database is not encrypted' });
    case 'damaged':
      return err({ code: 'workspace.damaged', newestGoodSnapshot: newestGoodSnapshot(request)?.id ?? null });
  }
}

/** A second connection, which reads what is committed. */
export function openSecondConnection(folder: string, dataKey: Uint8Array): Database.Database {
  const opened = openEncrypted(join(folder, databaseFile), dataKey, { readOnly: true });
  if (!opened.ok) throw new Error(`A second connection could not be opened: ${opened.error}`);
  return opened.value;
}
