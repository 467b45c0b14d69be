import { z } from 'zod';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { command, query } from './kernel.ts';

/** Kept on this computer, outside any workspace; holds nothing about a client. */
export const MachineSettings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  contrast: z.enum(['system', 'normal', 'high']),
  /** 1 is 100 %. */
  zoom: z.number().min(0.5).max(2),
  /** Offered when a workspace is created. */
  person: z.strictObject({ name: z.string().trim().max(120), initials: z.string().trim().max(6) }),
});
export type MachineSettings = z.infer<typeof MachineSettings>;

/** Kept inside the workspace, encrypted; a change is a journal entry. */
export const WorkspaceSettings = z.strictObject({
  /** Who works here, written into each journal entry. */
  person: z.strictObject({ name: z.string().trim().max(120), initials: z.string().trim().max(6) }),
  autolockMinutes: z.number().int().min(1).max(120),
  /** The day findings are judged as of; null means today. */
  judgedOn: IsoDate.nullable(),
  /** Rule packs to use, by id; null means every pack that is on by default. */
  packs: z.array(z.string().min(1).max(80)).max(100).nullable(),
  hideNameInTitle: z.boolean(),
  captureProtection: z.boolean(),
  /** Largest share of the disk that snapshots may fill, in percent. */
  snapshotSharePercent: z.number().int().min(1).max(50),
  /** Days after which the map of a model (places, users, misuse) is due to be looked through again. */
  mapEveryDays: z.number().int().min(7).max(730),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

export const AllSettings = z.strictObject({
  machine: MachineSettings,
  /** Null while locked. */
  workspace: WorkspaceSettings.nullable(),
  /** Today in the computer's zone, and the day in force: `judgedOn`, or today. */
  today: IsoDate,
  judgedOn: IsoDate,
});
export type AllSettings = z.infer<typeof AllSettings>;

export const settingsMethods = {
  'settings.get': query(z.strictObject({}), AllSettings, ['settings', 'workspace'], 'always'),
  'settings.setMachine': command(MachineSettings.partial(), AllSettings, ['settings'], 'always'),
  'settings.setWorkspace': command(WorkspaceSettings.partial(), AllSettings, ['settings', 'classification', 'journal']),
};

/** A form somebody has not finished. It is saved as it is typed, encrypted, so locking loses nothing. */
export const Draft = z.strictObject({
  key: z.string().min(1).max(120),
  value: z.json(),
  savedAt: IsoInstant,
});
export type Draft = z.infer<typeof Draft>;

export const draftMethods = {
  /** Keys are `feature.form` or `feature.form.<record id>`. */
  'drafts.get': query(z.strictObject({ key: z.string().min(1).max(120) }), Draft.nullable(), ['drafts']),
  'drafts.list': query(z.strictObject({ prefix: z.string().max(120) }), z.array(Draft.omit({ value: true })).max(500), ['drafts']),
  'drafts.save': command(z.strictObject({ key: z.string().min(1).max(120), value: z.json() }), z.strictObject({ savedAt: IsoInstant }), []),
  'drafts.discard': command(z.strictObject({ key: z.string().min(1).max(120) }), z.strictObject({}), ['drafts']),
};
