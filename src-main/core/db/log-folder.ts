import { performance } from 'node:perf_hooks';
import type Database from 'better-sqlite3';

/** Folds the write-ahead log into the file after commits so large that their answer should not wait for it. */
export interface LogFolder {
  /** Runs a commit without the folding that a long log would set off, and folds once the connection has been idle for a moment. */
  later(commit: () => void): void;
  stop(): void;
}

/** Pages in the log at which SQLite folds it by itself, at the commit that gets it there. */
export const pagesBetweenFoldings = 1000;
/** The same while a job writes step after step: each folds its own share, some ten milliseconds. */
export const pagesAStep = 100;
const idleMs = 1500;
/** Times folding gives way to work: a minute. After that the long log costs every reader more than folding costs one. */
const mostWaits = 40;
/** Share of the time that this thread may have worked and is still called idle. */
const idleShare = 0.2;

/** Whether this thread worked since it was asked last for more than a small share of the time. */
function createBusy(): () => boolean {
  let since = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, since);
    since = now;
    return utilization > idleShare;
  };
}

/** `isBusy` says whether there was work since it was last asked: a log is folded in one go, which would keep that waiting. */
export function createLogFolder(db: Database.Database, isBusy = createBusy()): LogFolder {
  let timer: NodeJS.Timeout | undefined;
  let waits = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(fold, idleMs);
    timer.unref();
  };
  const fold = () => {
    // Another large command has begun: its own commit comes back here.
    if (!db.open || db.inTransaction) return;
    if (isBusy() && waits < mostWaits) {
      waits += 1;
      soon();
      return;
    }
    // Nor while the file is being copied: it must not change under the copy.
    if (Number(db.pragma('wal_autocheckpoint', { simple: true })) === 0) return;
    db.pragma('wal_checkpoint(PASSIVE)');
  };
  return {
    later(commit) {
      foldingAt(db, 0, commit);
      waits = 0;
      isBusy();
      soon();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Runs a commit that folds the log at so many pages, 0 for never. Where folding is held back, since the file is being copied, it stays so. */
export function foldingAt<T>(db: Database.Database, pages: number, commit: () => T): T {
  const before = Number(db.pragma('wal_autocheckpoint', { simple: true }));
  if (before !== 0) db.pragma(`wal_autocheckpoint = ${pages}`);
  try {
    return commit();
  } finally {
    if (db.open) db.pragma(`wal_autocheckpoint = ${before}`);
  }
}
