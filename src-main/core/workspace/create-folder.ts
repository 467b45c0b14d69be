import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { WorkspaceSettings } from '../../../src-shared/contract/settings.ts';
import type { WorkspaceColor, WorkspaceKind } from '../../../src-shared/contract/workspace.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type Migration, migrate, openEncrypted } from '../db/index.ts';
import { syncFolder } from '../files/index.ts';
import { writeWorkspaceSettings } from '../settings/index.ts';
import { databaseFile, folderSuffix, type WorkspaceHeader, writeHeader } from './header.ts';

export interface NewWorkspace {
  readonly parent: string;
  readonly header: WorkspaceHeader;
  readonly dataKey: Uint8Array;
  readonly name: string;
  /** What the folder is called; the name unless given. */
  readonly folderName?: string;
  readonly color: WorkspaceColor;
  readonly kind: WorkspaceKind;
  readonly person: WorkspaceSettings['person'];
  readonly migrations: readonly Migration[];
  readonly now: IsoInstant;
}

/** Folder name for a workspace: the name without what some file system forbids. */
export function folderFor(parent: string, name: string): string {
  const safe = [...name.normalize('NFC').replaceAll(': ', ' - ')]
    .map((sign) => (/[<>:"/\\|?*]/.test(sign) || sign < ' ' ? '-' : sign))
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '')
    .slice(0, 100)
    .trim();
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe);
  return join(parent, `${safe === '' || reserved ? `Workspace ${safe}`.trim() : safe}${folderSuffix}`);
}

/** Writes a complete workspace aside and gives the folder its name at the end, so no half-made one is ever met. */
export function createWorkspaceFolder(facts: NewWorkspace): Reply<string> {
  const folder = folderFor(facts.parent, facts.folderName ?? facts.name);
  if (existsSync(folder)) return err({ code: 'workspace.alreadyExists', name: facts.name });
  const aside = join(facts.parent, `.gatehouse-${facts.header.id}.part`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  try {
    fill(aside, facts);
    syncFolder(aside);
    renameSync(aside, folder);
    syncFolder(facts.parent);
    return ok(folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function fill(folder: string, facts: NewWorkspace): void {
  const opened = openEncrypted(join(folder, databaseFile), facts.dataKey, { create: true });
  if (!opened.ok) throw new Error(`A new database could not be made: ${opened.error}`);
  const db = opened.value;
  try {
    migrate(db, facts.migrations, facts.now);
    db.transaction(() => {
      db.prepare('INSERT INTO workspace_info VALUES (1, ?, ?, ?, ?, ?)').run(
        facts.header.id,
        facts.name,
        facts.color,
        facts.kind,
        facts.now,
      );
      writeWorkspaceSettings(db, { person: facts.person });
    }).immediate();
  } finally {
    db.close();
  }
  writeHeader(folder, facts.header);
}
