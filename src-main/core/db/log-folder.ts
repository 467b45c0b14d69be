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

export function createLogFolder(db: Database.Database): LogFolder {
  let timer: NodeJS.Timeout | undefined;
  const fold = () => {
    // Another large command has begun: its own commit comes back here.
    if (!db.open || db.inTransaction) return;
    // Nor while the file is being copied: it must not change under the copy.
    if (Number(db.pragma('wal_autocheckpoint', { simple: true })) === 0) return;
    db.pragma('wal_checkpoint(PASSIVE)');
  };
  return {
    later(commit) {
      foldingAt(db, 0, commit);
      clearTimeout(timer);
      timer = setTimeout(fold, idleMs);
      timer.unref();
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
