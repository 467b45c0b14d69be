import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { command, query } from './kernel.ts';
import { FolderCaution } from './workspace.ts';

const SnapshotId = z.string().min(1).max(80);

export const Snapshot = z.strictObject({
  id: SnapshotId,
  at: IsoInstant,
  because: z.enum(['open', 'migration', 'restore', 'schedule', 'asked', 'rotation']),
  sizeBytes: z.number().int().nonnegative(),
  /** Opened and checked when it was made. */
  verified: z.boolean(),
  /** Newest journal entry it holds. */
  journalSeq: z.number().int().nonnegative(),
  /** Kept under a data key that has since been replaced: it opens no more. */
  oldKey: z.boolean(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** How a snapshot differs from the present, by table: rows only there, only here, and changed. */
export const SnapshotDifference = z.strictObject({
  id: SnapshotId,
  intact: z.boolean(),
  journalSeq: z.number().int().nonnegative(),
  presentJournalSeq: z.number().int().nonnegative(),
  /** Commands done since, which a restore takes back. */
  commandsSince: z.number().int().nonnegative(),
  tables: z
    .array(
      z.strictObject({
        table: z.string().max(80),
        onlyInSnapshot: z.number().int().nonnegative(),
        onlyInPresent: z.number().int().nonnegative(),
        changed: z.number().int().nonnegative(),
      }),
    )
    .max(500),
});
export type SnapshotDifference = z.infer<typeof SnapshotDifference>;

export const backupMethods = {
  'backups.list': query(
    z.strictObject({}),
    z.strictObject({ snapshots: z.array(Snapshot).max(500), totalBytes: z.number().int().nonnegative(), cautions: z.array(FolderCaution) }),
    ['backups'],
  ),
  'backups.now': command(z.strictObject({}), Snapshot, ['backups']),
  /** Opens a copy of the snapshot, checks it and says what differs. Changes nothing. */
  'backups.compare': query(z.strictObject({ id: SnapshotId }), SnapshotDifference),
  /** Writes the snapshot out as a workspace of its own beside this one, with the same passphrase. */
  'backups.restoreCopy': command(
    z.strictObject({ id: SnapshotId, parent: z.string().min(1).max(80).nullable() }),
    z.strictObject({ folderName: z.string().max(300) }),
    ['workspace'],
  ),
  /** Snapshots the present, then swaps the snapshot in. Undo cannot take it back; restoring the snapshot made first can. */
  'backups.restore': command(z.strictObject({ id: SnapshotId }), z.strictObject({ undoSnapshot: SnapshotId }), [
    'workspace',
    'settings',
    'journal',
    'backups',
    'inventory',
    'questions',
    'classification',
    'imports',
    'rulepacks',
    'catalogues',
    'views',
    'drafts',
    'safeguards',
    'evidence',
    'people',
    'networks',
    'accessLogs',
    'access',
  ]),
  /** While locked: replaces a damaged database by a snapshot. The damaged file is kept beside it. */
  'backups.repair': command(
    z.strictObject({ id: SnapshotId, passphrase: z.string().min(1).max(1024) }),
    z.strictObject({ restored: Snapshot }),
    ['workspace', 'backups'],
    'always',
  ),
};
