import type Database from 'better-sqlite3';

/** Folds the write-ahead log into the file after commits so large that their answer should not wait for it. */
export interface LogFolder {
  /** Runs a commit without the folding that a long log would set off, and folds once the connection has been idle for a moment. */
  later(commit: () => void): void;
  stop(): void;
}

/** Pages in the log at which SQLite folds it by itself, at the commit that gets it there. */
export const pagesBetweenFoldings = 1000;
const idleMs = 1500;

export function createLogFolder(db: Database.Database): LogFolder {
  let timer: NodeJS.Timeout | undefined;
  const fold = () => {
    // Another large command has begun: its own commit comes back here.
    if (!db.open || db.inTransaction) return;
    db.pragma('wal_checkpoint(PASSIVE)');
  };
  return {
    later(commit) {
      db.pragma('wal_autocheckpoint = 0');
      try {
        commit();
      } finally {
        if (db.open) db.pragma(`wal_autocheckpoint = ${pagesBetweenFoldings}`);
      }
      clearTimeout(timer);
      timer = setTimeout(fold, idleMs);
      timer.unref();
    },
    stop: () => clearTimeout(timer),
  };
}
