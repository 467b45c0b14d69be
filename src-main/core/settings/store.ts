import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { MachineSettings, WorkspaceSettings } from '../../../src-shared/contract/settings.ts';
import { prepared } from '../db/index.ts';
import { createJsonStore, type JsonStore } from '../files/index.ts';

export const machineDefaults: MachineSettings = {
  theme: 'system',
  density: 'compact',
  contrast: 'system',
  zoom: 1,
  person: { name: '', initials: '' },
};

export const workspaceDefaults: WorkspaceSettings = {
  person: { name: '', initials: '' },
  autolockMinutes: 10,
  judgedOn: null,
  packs: null,
  hideNameInTitle: false,
  captureProtection: false,
  snapshotSharePercent: 10,
  // A quarter.
  mapEveryDays: 91,
};

export function createMachineSettings(userData: string): JsonStore<MachineSettings> {
  // Stored in part, so that a file from before a setting existed is still read.
  const store = createJsonStore(join(userData, 'settings.json'), MachineSettings.partial(), {});
  return { get: () => MachineSettings.parse({ ...machineDefaults, ...store.get() }), set: (value) => store.set(value) };
}

/** Settings of the open workspace; a key that was never set has its default. */
export function readWorkspaceSettings(db: Database.Database): WorkspaceSettings {
  const rows = prepared<[], { key: string; value: string }>(db, 'SELECT key, value FROM settings').all();
  const stored = Object.fromEntries(
    rows.filter((row) => Object.hasOwn(workspaceDefaults, row.key)).map((row) => [row.key, JSON.parse(row.value) as unknown]),
  );
  return WorkspaceSettings.parse({ ...workspaceDefaults, ...stored });
}

/** Stores the given settings; runs inside a command. */
export function writeWorkspaceSettings(db: Database.Database, changes: Partial<WorkspaceSettings>): void {
  const set = db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value',
  );
  for (const [key, value] of Object.entries(changes)) if (value !== undefined) set.run(key, JSON.stringify(value));
}

/** Asks one connection who works here, as often as commands are written. */
export function personReader(db: Database.Database): () => WorkspaceSettings['person'] {
  const select = db.prepare<[], string>("SELECT value FROM settings WHERE key = 'person'").pluck();
  return () => {
    const stored = select.get();
    return stored === undefined ? workspaceDefaults.person : WorkspaceSettings.shape.person.parse(JSON.parse(stored));
  };
}
