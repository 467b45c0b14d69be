export { backupsFolder, listSnapshots, type SnapshotCause, snapshotPath } from './files.ts';
export { type BackupHost, createBackupHandlers, createSnapshots } from './handlers.ts';
export {
  findSnapshot,
  inspectSnapshot,
  newestGoodSnapshot,
  rotateSnapshots,
  type SnapshotPlace,
  type SnapshotProof,
  swapDatabase,
  takeSnapshot,
} from './snapshots.ts';
