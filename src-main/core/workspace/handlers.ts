import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { WorkspaceStatus, workspaceMethods } from '../../../src-shared/contract/workspace.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { judgePassphrase } from '../crypto/index.ts';
import { folderCautions } from '../files/index.ts';
import { createKeyHandlers } from './key-handlers.ts';
import { createMakingHandlers } from './making-handlers.ts';
import { createRecoveryDrafts } from './recovery-draft.ts';
import { workspaceStatus } from './status.ts';
import { keyByKeychain, keyByPassphrase } from './unlocking.ts';
import type { UnlockChoice, Vault, VaultDeps } from './vault-types.ts';

export interface WorkspaceHandlerDeps extends VaultDeps {
  readonly vault: Vault;
  /** Fills a demo workspace that has just been made and opened. */
  seedDemo(): Promise<void>;
  /** The person last named on this computer. */
  defaultPerson(): { readonly name: string; readonly initials: string };
}

export interface WorkspaceRoom {
  readonly handlers: HandlersFor<typeof workspaceMethods>;
  /** Forgets a recovery key that is being shown. */
  dropDrafts(): void;
}

/** Everything about which workspace is chosen, how it opens and who may. */
export function createWorkspaceRoom(deps: WorkspaceHandlerDeps): WorkspaceRoom {
  const { vault, ports } = deps;
  const drafts = createRecoveryDrafts();
  const inTurn = createTurnstile();
  const status = async (): Promise<Reply<WorkspaceStatus>> => ok(await workspaceStatus(vault, ports));
  const open = async (key: Reply<Buffer>, choice: UnlockChoice): Promise<Reply<WorkspaceStatus>> => {
    if (!key.ok) return key;
    const opened = vault.open(key.value, choice);
    return opened.ok ? status() : opened;
  };
  const shared = { deps, drafts, inTurn, status };

  const handlers: HandlersFor<typeof workspaceMethods> = {
    ...createMakingHandlers(shared),
    ...createKeyHandlers(shared),

    'workspace.status': () => status(),
    'workspace.recent': () => ok([...vault.memory.recent()]),
    'workspace.checkPassphrase': async ({ passphrase }) => ok(await judgePassphrase(passphrase)),

    'workspace.pickFolder': async ({ purpose }) => {
      const handlePurpose = purpose === 'open' ? 'workspaceFolder' : 'createIn';
      const picked = await ports.dialogs.pickFolder(handlePurpose);
      if (picked === null) return ok(null);
      const path = ports.files.resolve(picked.handle, handlePurpose);
      return path.ok ? ok({ handle: picked.handle, name: picked.name, cautions: folderCautions(path.value) }) : path;
    },

    'workspace.open': async (ref) => {
      const folder = 'handle' in ref ? ports.files.resolve(ref.handle, 'workspaceFolder') : knownFolder(vault, ref.recentId);
      if (!folder.ok) return folder;
      const chosen = vault.select(folder.value);
      return chosen.ok ? status() : chosen;
    },
    'workspace.unlock': ({ passphrase, takeOver, readOnly }) =>
      inTurn(async () => (vault.isOpen() ? status() : open(await keyByPassphrase(vault, deps, passphrase), { takeOver, readOnly }))),
    'workspace.unlockFromKeychain': ({ takeOver }) =>
      inTurn(async () => (vault.isOpen() ? status() : open(await keyByKeychain(vault, deps), { takeOver, readOnly: false }))),

    'workspace.lock': () => {
      drafts.discard();
      vault.lock('asked');
      return status();
    },
    'workspace.close': () => {
      drafts.discard();
      vault.deselect();
      return status();
    },
    'workspace.pin': ({ id, pinned }) => {
      vault.memory.pin(id, pinned);
      return ok({});
    },
    'workspace.forget': ({ id }) => {
      const known = vault.memory.find(id);
      if (known === undefined) return err({ code: 'record.notFound', entity: 'workspace', id });
      vault.memory.forget(id);
      return ok({});
    },
    'workspace.rename': ({ name, color }) => {
      const session = vault.session();
      const done = session.write({ method: 'workspace.rename', params: { name } }, () => {
        session.db.prepare('UPDATE workspace_info SET name = ?, color = ? WHERE one = 1').run(name, color);
        return ok(null);
      });
      if (!done.ok) return done;
      vault.rememberOpened();
      return status();
    },
  };
  return { handlers, dropDrafts: () => drafts.discard() };
}

function knownFolder(vault: Vault, id: string): Reply<string> {
  const known = vault.memory.find(id);
  return known === undefined ? err({ code: 'workspace.notFound' }) : ok(known.folder);
}

export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets one through at a time: parallel guesses would each be answered before the first is counted. */
function createTurnstile(): Turnstile {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
