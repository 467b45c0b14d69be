import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Snapshot } from '../../../src-shared/contract/backups.ts';

export const backupsFolder = 'backups';
type SnapshotView = z.infer<typeof Snapshot>;
export type SnapshotCause = SnapshotView['because'];

/** A snapshot's file says what it is, so a copied or half-emptied folder needs no index: `<when>_<why>_<journal entry>_<key>.db`. */
export function snapshotName(facts: {
  readonly at: string;
  readonly because: SnapshotCause;
  readonly journalSeq: number;
  readonly keyId: string;
}): string {
  return `${facts.at.replaceAll(':', '-')}_${facts.because}_${facts.journalSeq}_${facts.keyId}.db`;
}

const pattern = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)_([a-z]+)_(\d+)_([A-Za-z0-9-]+)\.db$/;

/** Snapshots in a workspace folder, newest first. Files that are not ours are left alone and not listed. */
export function listSnapshots(folder: string, keyId: string): SnapshotView[] {
  const place = join(folder, backupsFolder);
  return fileNames(place)
    .flatMap((name) => {
      const parts = pattern.exec(name);
      if (parts === null) return [];
      const size = statSync(join(place, name), { throwIfNoEntry: false })?.size;
      const parsed = Snapshot.safeParse({
        id: name.slice(0, -'.db'.length),
        at: `${parts[1]}:${parts[2]}:${parts[3]}`,
        because: parts[4],
        sizeBytes: size,
        // A file gets its final name only after it was opened and checked.
        verified: true,
        journalSeq: Number(parts[5]),
        oldKey: parts[6] !== keyId,
      });
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

export function snapshotPath(folder: string, id: string): string {
  return join(folder, backupsFolder, `${id}.db`);
}

function fileNames(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
