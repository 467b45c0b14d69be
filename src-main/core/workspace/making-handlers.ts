import { existsSync } from 'node:fs';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { WorkspaceStatus, workspaceMethods } from '../../../src-shared/contract/workspace.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { newRecoveryKey, zero } from '../crypto/index.ts';
import { writeFileAtomically } from '../files/index.ts';
import { folderFor } from './create-folder.ts';
import { demoFolderName, demoName, demoPassphrase, demoPerson } from './demo.ts';
import type { Turnstile, WorkspaceHandlerDeps } from './handlers.ts';
import { isWorkspaceFolder } from './machine.ts';
import { prepareWorkspace } from './making.ts';
import type { RecoveryDrafts } from './recovery-draft.ts';
import { recoverySheetHtml } from './recovery-sheet.ts';
import { keyByPassphrase } from './unlocking.ts';

export interface SharedParts {
  readonly deps: WorkspaceHandlerDeps;
  readonly drafts: RecoveryDrafts;
  readonly inTurn: Turnstile;
  readonly status: () => Promise<Reply<WorkspaceStatus>>;
}

type Making =
  | 'workspace.create'
  | 'workspace.confirmRecoveryKey'
  | 'workspace.discardDraft'
  | 'workspace.copyRecoveryKey'
  | 'workspace.printRecoveryKey'
  | 'workspace.demo';

const clipboardSeconds = 60;
const direct = { takeOver: false, readOnly: false } as const;

/** Making a workspace, and the recovery key that is shown for it. */
export function createMakingHandlers({ deps, drafts, inTurn, status }: SharedParts): Pick<HandlersFor<typeof workspaceMethods>, Making> {
  const { vault, ports } = deps;
  const parentOf = (handle: string | null): Reply<string> =>
    handle === null ? ok(ports.paths.documents) : ports.files.resolve(handle, 'createIn');

  const openNew = (folder: string, dataKey: Buffer): Reply<null> => {
    const chosen = vault.select(folder);
    if (!chosen.ok) return chosen;
    const opened = vault.open(dataKey, direct);
    return opened.ok ? ok(null) : opened;
  };

  return {
    'workspace.create': ({ parent, person, ...request }) =>
      inTurn(async () => {
        const folder = parentOf(parent);
        if (!folder.ok) return folder;
        const prepared = await prepareWorkspace(
          { ...request, parent: folder.value, person: person ?? deps.defaultPerson(), demo: false },
          deps,
        );
        if (!prepared.ok) return prepared;
        const { write, takeDataKey, discard } = prepared.value;
        const finish = (recoveryKey: Uint8Array): Reply<null> => {
          const written = write(recoveryKey);
          return written.ok ? openNew(written.value, takeDataKey()) : written;
        };
        return ok(drafts.begin(ports.ids.next(), finish, discard));
      }),

    'workspace.confirmRecoveryKey': ({ draftId, typed }) =>
      inTurn(async () => {
        const confirmed = await drafts.confirm(draftId, typed);
        return confirmed.ok ? status() : confirmed;
      }),

    'workspace.discardDraft': ({ draftId }) => {
      drafts.discard(draftId);
      return ok({});
    },

    'workspace.copyRecoveryKey': async ({ draftId }) => {
      const shown = drafts.shown(draftId);
      if (!shown.ok) return shown;
      await ports.shell.copySecret(shown.value.join('-'), clipboardSeconds * 1000);
      return ok({ clearsAfterSeconds: clipboardSeconds });
    },

    'workspace.printRecoveryKey': async ({ draftId }) => {
      const shown = drafts.shown(draftId);
      if (!shown.ok) return shown;
      const target = await ports.dialogs.saveFile('printTarget', 'Gatehouse recovery key.pdf', [
        { nameKey: 'fileType.pdf', extensions: ['pdf'] },
      ]);
      if (target === null) return ok({ saved: false });
      const path = ports.files.resolve(target.handle, 'printTarget');
      if (!path.ok) return path;
      writeFileAtomically(path.value, await ports.printer.htmlToPdf(recoverySheetHtml(shown.value), { paper: 'A4' }));
      return ok({ saved: true });
    },

    'workspace.demo': ({ parent }) =>
      inTurn(async () => {
        const parentFolder = parentOf(parent);
        if (!parentFolder.ok) return parentFolder;
        const folder = folderFor(parentFolder.value, demoFolderName);
        if (existsSync(folder) && isWorkspaceFolder(folder)) {
          const chosen = vault.select(folder);
          if (!chosen.ok) return chosen;
          if (!chosen.value.header.demo) return err({ code: 'workspace.alreadyExists', name: demoFolderName });
          const key = await keyByPassphrase(vault, deps, demoPassphrase);
          if (!key.ok) return key;
          const opened = vault.open(key.value, direct);
          return opened.ok ? status() : opened;
        }
        const prepared = await prepareWorkspace(
          {
            parent: parentFolder.value,
            name: demoName,
            folderName: demoFolderName,
            color: 'slate',
            kind: 'live',
            passphrase: demoPassphrase,
            person: demoPerson,
            demo: true,
          },
          deps,
        );
        if (!prepared.ok) return prepared;
        // Nobody is shown this key: the passphrase of a demo is on its unlock screen.
        const recoveryKey = newRecoveryKey();
        const written = prepared.value.write(recoveryKey);
        zero(recoveryKey);
        const opened = written.ok ? openNew(written.value, prepared.value.takeDataKey()) : written;
        prepared.value.discard();
        if (!opened.ok) return opened;
        await deps.seedDemo();
        // What the demo came with is not the user's to undo.
        vault.session().startUndoHere();
        return status();
      }),
  };
}
