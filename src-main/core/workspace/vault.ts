import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { newestGoodSnapshot } from '../backup/index.ts';
import { zero } from '../crypto/index.ts';
import { WorkspaceClosed } from '../db/index.ts';
import { isDamage } from '../files/index.ts';
import { headOf } from '../journal/index.ts';
import { personReader } from '../settings/index.ts';
import { readHeader, writeHeader } from './header.ts';
import type { FolderLock } from './lock-file.ts';
import { createMachineMemory, isWorkspaceFolder } from './machine.ts';
import { openSecondConnection, openWorkspaceDatabase } from './open-workspace.ts';
import { placeIdOf, type Selected } from './place.ts';
import { dropRotatedFiles } from './rotate.ts';
import { createSession, type Session } from './session.ts';
import type { LockInfo, UnlockChoice, Vault, VaultDeps } from './vault-types.ts';

interface Open {
  readonly session: Session;
  readonly dataKey: Buffer;
  readonly folderLock: FolderLock | null;
  cleanUp(): void;
}

export function createVault(deps: VaultDeps): Vault {
  const { ports, jobs } = deps;
  const memory = createMachineMemory(ports.paths.userData);
  let chosen: Selected | null = null;
  let open: Open | null = null;
  let lockInfo: LockInfo | null = null;
  let epoch = 0;
  /** Undo reaches back over a lock, as long as the same workspace stays chosen. */
  let undoFloor: number | undefined;
  let snapshotSeq = 0;
  let lastLockCheck = 0;

  /** The epoch a call began in: without it, a call from before a lock could write into the session after it. */
  const callEpoch = new AsyncLocalStorage<number>();

  const opened = (): Open => {
    const begunIn = callEpoch.getStore();
    if (open === null || (begunIn !== undefined && begunIn !== epoch)) throw new WorkspaceClosed();
    return open;
  };

  const stillOurs = (lock: FolderLock | null): boolean => {
    // The claim is a file on disk: asked at most once a second.
    const now = ports.clock.monotonicMs();
    if (lock === null || now - lastLockCheck < 1000) return true;
    lastLockCheck = now;
    return lock.isStillOurs();
  };

  const openWith = (place: Selected, dataKey: Buffer, choice: UnlockChoice): Reply<Session> => {
    const { folder, header } = place;
    const database = openWorkspaceDatabase({
      folder,
      keyId: header.keyId,
      dataKey,
      migrations: deps.migrations,
      machine: ports.app.machine,
      now: ports.clock.now(),
      temp: ports.paths.temp,
      ...choice,
    });
    if (!database.ok) return database;
    const { db, lock, readOnly, wasUnclean, cleanUp } = database.value;
    try {
      if (wasUnclean) deps.log.write({ event: 'workspace.recoveredAfterCrash' });
      const head = headOf(db).seq;
      if (undoFloor === undefined || undoFloor > head) undoFloor = head;
      const session = createSession(
        db,
        { id: header.id, demo: header.demo, readOnly, undoFloor },
        {
          now: () => ports.clock.now(),
          person: personReader,
          openReader: () => openSecondConnection(folder, dataKey),
          stillOurs: () => stillOurs(lock),
          committed: (at) => deps.emit({ type: 'saved', at }),
        },
      );
      open = { session, dataKey, folderLock: lock, cleanUp };
      snapshotSeq = head;
      return ok(session);
    } catch (cause) {
      db.close();
      lock?.release();
      cleanUp();
      if (!isDamage(cause)) throw cause;
      return err({
        code: 'workspace.damaged',
        newestGoodSnapshot: newestGoodSnapshot({ folder, keyId: header.keyId, dataKey })?.id ?? null,
      });
    }
  };

  const closeDatabase = () => {
    if (open === null) return;
    const { session, folderLock, cleanUp } = open;
    open = null;
    undoFloor = session.undoFloor;
    session.close();
    folderLock?.release();
    cleanUp();
  };

  const vault: Vault = {
    memory,
    selected: () => chosen,
    lockInfo: () => lockInfo,
    isOpen: () => open !== null,
    epoch: () => epoch,
    bind: (work) => callEpoch.run(epoch, work),
    session: () => opened().session,
    dataKey: () => opened().dataKey,

    select(given) {
      const folder = resolve(given);
      if (!existsSync(folder)) return err({ code: 'workspace.notFound' });
      const header = readHeader(folder);
      if (!header.ok) return header;
      if (!isWorkspaceFolder(folder)) return err({ code: 'workspace.notAWorkspace', detail: 'workspace.db' });
      if (open !== null) vault.lock('asked');
      const placeId = placeIdOf(folder, header.value.id);
      if (chosen?.placeId !== placeId) {
        undoFloor = undefined;
        lockInfo = null;
      }
      chosen = { placeId, folder, header: header.value, known: memory.find(placeId) };
      return ok(chosen);
    },

    deselect() {
      vault.lock('asked');
      chosen = null;
      lockInfo = null;
      undoFloor = undefined;
    },

    open(dataKey, choice) {
      if (chosen === null) return err({ code: 'workspace.notFound' });
      let reply: Reply<Session> | undefined;
      try {
        reply = openWith(chosen, dataKey, choice);
      } finally {
        if (reply?.ok !== true) zero(dataKey);
      }
      if (!reply.ok) return reply;
      lockInfo = null;
      vault.rememberOpened();
      if (reply.value.readOnly === null) dropRotatedFiles(chosen.folder);
      deps.emit({ type: 'lock', state: 'unlocked', because: 'opened' });
      return reply;
    },

    lock(because, idleMinutes) {
      if (open === null) return;
      deps.emit({ type: 'lock', state: 'locking', because });
      const { dataKey } = open;
      epoch += 1;
      // Stated rule: a job that has not committed is cancelled. What it had written is rolled back.
      jobs.cancelAll();
      try {
        closeDatabase();
      } finally {
        zero(dataKey);
        lockInfo = { because, at: ports.clock.now(), idleMinutes: idleMinutes ?? null };
        deps.emit({ type: 'lock', state: 'locked', because });
      }
    },

    replaceHeader(header) {
      if (chosen === null) throw new WorkspaceClosed();
      writeHeader(chosen.folder, header);
      chosen = { ...chosen, header };
    },

    reopenAround(work, newKey) {
      const { dataKey } = opened();
      const place = chosen;
      if (place === null) throw new WorkspaceClosed();
      jobs.cancelAll();
      closeDatabase();
      undoFloor = undefined;
      let key = dataKey;
      try {
        work();
        if (newKey !== undefined) {
          zero(dataKey);
          key = newKey;
        }
      } finally {
        // Whatever the work did, the workspace is open again or its key is gone.
        const reply = openWith(chosen ?? place, key, { takeOver: false, readOnly: false });
        if (!reply.ok) zero(key);
      }
      return open === null ? err({ code: 'workspace.damaged', newestGoodSnapshot: null }) : ok(opened().session);
    },

    rememberOpened() {
      if (chosen === null || open === null) return;
      const { session } = open;
      const { placeId, folder, header } = chosen;
      memory.remember({
        id: placeId,
        folder,
        name: session.name,
        color: session.color,
        kind: session.kind,
        demo: header.demo,
        lastOpenedAt: ports.clock.now(),
      });
      chosen = { ...chosen, known: memory.find(placeId) };
    },

    unsavedChanges: () => (open === null ? 0 : open.session.journalSeq() - snapshotSeq),
    markSnapshot(journalSeq) {
      snapshotSeq = journalSeq;
    },
  };
  return vault;
}
