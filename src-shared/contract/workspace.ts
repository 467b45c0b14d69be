import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { command, query } from './kernel.ts';

export const WorkspaceId = z.string().min(1).max(80);
const Handle = z.string().min(1).max(80);
const DraftId = z.string().min(1).max(80);

/** Live work, or practice that can never mix with it. */
export const WorkspaceKind = z.enum(['live', 'exercise']);
export type WorkspaceKind = z.infer<typeof WorkspaceKind>;

/** The colour a workspace always shows, by name of a token; the renderer owns the value. */
export const WorkspaceColor = z.enum(['teal', 'orange', 'magenta', 'violet', 'slate', 'blue', 'green', 'red']);
export type WorkspaceColor = z.infer<typeof WorkspaceColor>;

export const WorkspaceName = z.string().trim().min(1).max(120);
/** Long enough for a sentence; bounded so that a hostile caller cannot make the key derivation chew on megabytes. */
export const Passphrase = z.string().min(1).max(1024);

export const LockReason = z.enum(['asked', 'idle', 'sleep', 'screenLock', 'quit', 'opened']);

/** Things about the folder the user should know before trusting it with work. Text under `workspace.caution.<name>`. */
export const FolderCaution = z.enum(['cloudSync', 'networkDrive', 'removableDrive', 'nearlyFull', 'readOnly']);
export type FolderCaution = z.infer<typeof FolderCaution>;

export const WorkspaceCard = z.strictObject({
  id: WorkspaceId,
  name: z.string().max(200),
  color: WorkspaceColor,
  kind: WorkspaceKind,
  demo: z.boolean(),
  /** Last part of the folder's name, never its path. */
  folderName: z.string().max(300),
});

export const RecentWorkspace = WorkspaceCard.extend({
  pinned: z.boolean(),
  lastOpenedAt: IsoInstant.nullable(),
  /** The folder is not where it was: moved, renamed, or on a drive that is not plugged in. */
  missing: z.boolean(),
});
export type RecentWorkspace = z.infer<typeof RecentWorkspace>;

export const WorkspaceStatus = z.strictObject({
  /** `none`: start screen. `locked`: a folder is chosen, its key is not in memory. */
  state: z.enum(['none', 'locked', 'unlocked']),
  workspace: WorkspaceCard.nullable(),
  lock: z.strictObject({ because: LockReason, at: IsoInstant, idleMinutes: z.number().int().nullable() }).nullable(),
  details: z
    .strictObject({
      lastOpenedAt: IsoInstant.nullable(),
      lastBackupAt: IsoInstant.nullable(),
      sizeBytes: z.number().int().nonnegative(),
      format: z.number().int(),
      waysIn: z.array(z.enum(['passphrase', 'recoveryKey', 'keychain'])),
      cautions: z.array(FolderCaution),
      /** Seconds until the next try is answered, after wrong ones; 0 when none. */
      waitSeconds: z.number().int().nonnegative(),
      triesBeforeWait: z.number().int().nonnegative(),
      /** The demo workspace holds made-up data, so its passphrase is no secret and is offered on the unlock screen. */
      demoPassphrase: z.string().max(80).nullable(),
    })
    .nullable(),
  /** Why nothing can be saved; null when it can. */
  readOnly: z.enum(['newerFormat', 'folder', 'lockTaken']).nullable(),
  keychain: z.strictObject({ available: z.boolean(), backend: z.string().max(60), remembered: z.boolean() }),
  app: z.strictObject({ version: z.string().max(40), unpackaged: z.boolean() }),
});
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const PassphraseStrength = z.strictObject({
  acceptable: z.boolean(),
  reason: z.enum(['short', 'common', 'guessable']).nullable(),
  /** Estimated guesses an attacker needs, as a power of ten. */
  guessesLog10: z.number(),
  words: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
});
export type PassphraseStrength = z.infer<typeof PassphraseStrength>;

/** Eight groups of five signs: four of key, one of check. Shown once, and final only after `workspace.confirmRecoveryKey`. */
export const RecoveryKeyDraft = z.strictObject({ draftId: DraftId, groups: z.array(z.string().length(5)).length(8) });
export type RecoveryKeyDraft = z.infer<typeof RecoveryKeyDraft>;

const nothing = z.strictObject({});

/** A folder by the handle of a dialog, or by its place in the recent list. */
export const WorkspaceRef = z.union([z.strictObject({ handle: Handle }), z.strictObject({ recentId: WorkspaceId })]);

export const workspaceMethods = {
  'workspace.status': query(nothing, WorkspaceStatus, ['workspace'], 'always'),
  'workspace.recent': query(nothing, z.array(RecentWorkspace).max(200), ['workspace'], 'always'),

  /** Shows the folder dialog. `open` wants a workspace, `createIn` the folder that will hold a new one. Null when cancelled. */
  'workspace.pickFolder': command(
    z.strictObject({ purpose: z.enum(['open', 'createIn']) }),
    z.strictObject({ handle: Handle, name: z.string().max(300), cautions: z.array(FolderCaution) }).nullable(),
    [],
    'always',
  ),
  'workspace.checkPassphrase': query(z.strictObject({ passphrase: z.string().max(1024) }), PassphraseStrength, [], 'always'),

  /** Prepares a workspace in memory and shows its recovery key; nothing is on disk until the key is typed back. `parent: null` is the default folder. */
  'workspace.create': command(
    z.strictObject({
      parent: Handle.nullable(),
      name: WorkspaceName,
      color: WorkspaceColor,
      kind: WorkspaceKind,
      passphrase: Passphrase,
      person: z.strictObject({ name: z.string().trim().max(120), initials: z.string().trim().max(6) }).optional(),
    }),
    RecoveryKeyDraft,
    [],
    'always',
  ),
  /** Finishes `create` (the workspace is then open) or `replaceRecoveryKey`. */
  'workspace.confirmRecoveryKey': command(
    z.strictObject({ draftId: DraftId, typed: z.string().max(200) }),
    WorkspaceStatus,
    ['workspace'],
    'always',
  ),
  'workspace.discardDraft': command(z.strictObject({ draftId: DraftId }), nothing, [], 'always'),
  /** Copies the shown key; the clipboard is cleared after 60 seconds if it still holds it. */
  'workspace.copyRecoveryKey': command(
    z.strictObject({ draftId: DraftId }),
    z.strictObject({ clearsAfterSeconds: z.number().int() }),
    [],
    'always',
  ),
  /** Prints the shown key to a PDF file the user chooses. False when cancelled. */
  'workspace.printRecoveryKey': command(z.strictObject({ draftId: DraftId }), z.strictObject({ saved: z.boolean() }), [], 'always'),

  /** Chooses a workspace and reads its header. It stays locked. */
  'workspace.open': command(WorkspaceRef, WorkspaceStatus, ['workspace'], 'always'),
  /** `takeOver`: end the claim of another process that seems to be gone. `readOnly`: look without claiming. */
  'workspace.unlock': command(
    z.strictObject({ passphrase: Passphrase, takeOver: z.boolean().default(false), readOnly: z.boolean().default(false) }),
    WorkspaceStatus,
    ['workspace'],
    'always',
  ),
  'workspace.unlockFromKeychain': command(
    z.strictObject({ takeOver: z.boolean().default(false) }),
    WorkspaceStatus,
    ['workspace'],
    'always',
  ),
  /** Opens with the recovery key and sets a new passphrase. */
  'workspace.recover': command(
    z.strictObject({ recoveryKey: z.string().max(200), newPassphrase: Passphrase, takeOver: z.boolean().default(false) }),
    WorkspaceStatus,
    ['workspace'],
    'always',
  ),
  'workspace.lock': command(nothing, WorkspaceStatus, ['workspace'], 'always'),
  /** Locks and returns to the start screen. */
  'workspace.close': command(nothing, WorkspaceStatus, ['workspace'], 'always'),
  /** Creates the demo workspace, or opens the one made before, and unlocks it. */
  'workspace.demo': command(z.strictObject({ parent: Handle.nullable() }), WorkspaceStatus, ['workspace'], 'always'),

  'workspace.pin': command(z.strictObject({ id: WorkspaceId, pinned: z.boolean() }), nothing, ['workspace'], 'always'),
  /** Takes a workspace off the list. Its folder stays as it is. */
  'workspace.forget': command(z.strictObject({ id: WorkspaceId }), nothing, ['workspace'], 'always'),

  'workspace.rename': command(z.strictObject({ name: WorkspaceName, color: WorkspaceColor }), WorkspaceStatus, ['workspace', 'journal']),
  'workspace.changePassphrase': command(z.strictObject({ current: Passphrase, next: Passphrase }), nothing, ['workspace', 'journal']),
  'workspace.replaceRecoveryKey': command(z.strictObject({ passphrase: Passphrase }), RecoveryKeyDraft, []),
  /** Writes a copy under a new data key, verifies it, swaps it in, and keeps the old one until the next clean open. */
  'workspace.rotateDataKey': command(z.strictObject({ passphrase: Passphrase }), RecoveryKeyDraft, ['workspace', 'backups', 'journal']),
  'workspace.remember': command(z.strictObject({ on: z.boolean() }), WorkspaceStatus, ['workspace', 'journal']),
};
