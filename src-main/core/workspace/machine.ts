import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type RecentWorkspace, WorkspaceColor, WorkspaceId, WorkspaceKind } from '../../../src-shared/contract/workspace.ts';
import { IsoInstant } from '../../../src-shared/model/dates.ts';
import { createJsonStore } from '../files/index.ts';
import { databaseFile, folderSuffix, headerFile } from './header.ts';

const Known = z.strictObject({
  id: WorkspaceId,
  folder: z.string(),
  name: z.string(),
  color: WorkspaceColor,
  kind: WorkspaceKind,
  demo: z.boolean(),
  pinned: z.boolean(),
  lastOpenedAt: IsoInstant.nullable(),
});
export type KnownWorkspace = z.infer<typeof Known>;

const Tries = z.record(z.string(), z.strictObject({ count: z.int().nonnegative(), lastAt: IsoInstant }));
const Remembered = z.record(z.string(), z.string());

const freeTries = 5;
const longestWaitSeconds = 60;
const mostKnown = 200;

export interface WaitState {
  readonly waitSeconds: number;
  readonly triesBeforeWait: number;
}

/** What this computer remembers about workspaces: where they are, wrong tries, and keys sealed by its keychain. */
export interface MachineMemory {
  recent(): readonly RecentWorkspace[];
  find(id: string): KnownWorkspace | undefined;
  remember(workspace: Omit<KnownWorkspace, 'pinned'>): void;
  pin(id: string, pinned: boolean): void;
  forget(id: string): void;
  wait(id: string, now: IsoInstant): WaitState;
  wrongTry(id: string, now: IsoInstant): WaitState;
  clearTries(id: string): void;
  sealedKey(id: string): Uint8Array | null;
  setSealedKey(id: string, sealed: Uint8Array | null): void;
}

export function createMachineMemory(userData: string): MachineMemory {
  const known = createJsonStore(join(userData, 'workspaces.json'), z.array(Known), []);
  const tries = createJsonStore(join(userData, 'tries.json'), Tries, {});
  const remembered = createJsonStore(join(userData, 'remembered.json'), Remembered, {});
  const waitOf = (id: string, now: IsoInstant): WaitState => {
    const past = tries.get()[id];
    if (past === undefined) return { waitSeconds: 0, triesBeforeWait: freeTries };
    if (past.count < freeTries) return { waitSeconds: 0, triesBeforeWait: freeTries - past.count };
    const pause = Math.min(2 ** (past.count - freeTries + 1), longestWaitSeconds);
    // A clock set back does not shorten the wait, and one set back by years does not lock for ever.
    const passed = Math.max(0, (Date.parse(now) - Date.parse(past.lastAt)) / 1000);
    return { waitSeconds: Math.min(pause, Math.max(0, Math.ceil(pause - passed))), triesBeforeWait: 0 };
  };
  return {
    recent: () =>
      [...known.get()]
        .sort(byPinThenDate)
        .map(({ folder, ...card }) => ({ ...card, folderName: basename(folder), missing: !isWorkspaceFolder(folder) })),
    find: (id) => known.get().find((one) => one.id === id),
    remember(workspace) {
      // A copy of a workspace has the same id in another folder; the newest place wins.
      const before = known.get().find((one) => one.id === workspace.id);
      const others = known.get().filter((one) => one.id !== workspace.id && one.folder !== workspace.folder);
      known.set([{ ...workspace, pinned: before?.pinned ?? false }, ...others].slice(0, mostKnown));
    },
    pin: (id, pinned) => known.set(known.get().map((one) => (one.id === id ? { ...one, pinned } : one))),
    forget: (id) => known.set(known.get().filter((one) => one.id !== id)),
    wait: waitOf,
    wrongTry(id, now) {
      tries.set({ ...tries.get(), [id]: { count: (tries.get()[id]?.count ?? 0) + 1, lastAt: now } });
      return waitOf(id, now);
    },
    clearTries(id) {
      if (tries.get()[id] !== undefined) tries.set(without(tries.get(), id));
    },
    sealedKey(id) {
      const sealed = remembered.get()[id];
      return sealed === undefined ? null : Buffer.from(sealed, 'base64');
    },
    setSealedKey(id, sealed) {
      remembered.set(
        sealed === null ? without(remembered.get(), id) : { ...remembered.get(), [id]: Buffer.from(sealed).toString('base64') },
      );
    },
  };
}

/** True for a folder that holds a workspace's two files. */
export function isWorkspaceFolder(folder: string): boolean {
  return existsSync(join(folder, headerFile)) && existsSync(join(folder, databaseFile));
}

/** What to call a workspace whose name is still encrypted: its folder's name. */
export function nameFromFolder(folder: string): string {
  const name = basename(folder);
  return (name.endsWith(folderSuffix) ? name.slice(0, -folderSuffix.length) : name).slice(0, 120) || name;
}

function byPinThenDate(a: KnownWorkspace, b: KnownWorkspace): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  return (b.lastOpenedAt ?? '').localeCompare(a.lastOpenedAt ?? '');
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
