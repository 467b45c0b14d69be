import { existsSync, mkdirSync } from 'node:fs';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { WorkspaceSettings } from '../../../src-shared/contract/settings.ts';
import type { WorkspaceColor, WorkspaceKind } from '../../../src-shared/contract/workspace.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { judgePassphrase, newKey, zero } from '../crypto/index.ts';
import { isWritable } from '../files/index.ts';
import { createWorkspaceFolder, folderFor } from './create-folder.ts';
import { type HeaderIdentity, type WorkspaceHeader, workspaceFormat } from './header.ts';
import { wrapWithPassphrase, wrapWithSecret } from './keys.ts';
import type { VaultDeps } from './vault-types.ts';

export interface MakeRequest {
  readonly parent: string;
  readonly name: string;
  readonly folderName?: string;
  readonly color: WorkspaceColor;
  readonly kind: WorkspaceKind;
  readonly passphrase: string;
  readonly person: WorkspaceSettings['person'];
  readonly demo: boolean;
}

/** A workspace that exists in memory only, until `write`. */
export interface PreparedWorkspace {
  /** Puts it on disk with its recovery key; the answer is its folder. */
  write(recoveryKey: Uint8Array): Reply<string>;
  /** A copy of the data key, for opening it at once. */
  takeDataKey(): Buffer;
  discard(): void;
}

/** Checks everything that can be checked before the recovery key is shown, and derives the passphrase key. */
export async function prepareWorkspace(
  request: MakeRequest,
  deps: Pick<VaultDeps, 'kdf' | 'migrations' | 'ports'>,
): Promise<Reply<PreparedWorkspace>> {
  const { parent, name } = request;
  const weak = request.demo ? null : await refuseWeak(request.passphrase, [name, request.person.name]);
  if (weak !== null) return weak;
  mkdirSync(parent, { recursive: true });
  if (!isWritable(parent)) return err({ code: 'storage.failed', reason: 'readOnly', detail: 'folder' });
  if (existsSync(folderFor(parent, request.folderName ?? name))) return err({ code: 'workspace.alreadyExists', name });

  const identity: HeaderIdentity = {
    product: 'gatehouse-workspace',
    format: workspaceFormat,
    id: deps.ports.ids.next(),
    createdAt: deps.ports.clock.now(),
    demo: request.demo,
    cipher: { name: 'sqlcipher', version: 4 },
    keyId: deps.ports.ids.next(),
  };
  const dataKey = newKey();
  const passphrase = await wrapWithPassphrase(identity, request.passphrase, dataKey, deps.kdf);
  return ok({
    write(recoveryKey) {
      const header: WorkspaceHeader = {
        ...identity,
        passphrase,
        recoveryKey: wrapWithSecret(identity, 'recoveryKey', recoveryKey, dataKey),
        keychain: null,
      };
      return createWorkspaceFolder({ ...request, header, dataKey, migrations: deps.migrations, now: identity.createdAt });
    },
    takeDataKey: () => Buffer.from(dataKey),
    discard: () => zero(dataKey),
  });
}

/** The refusal of a passphrase that is too weak, or null. */
export async function refuseWeak(passphrase: string, ownWords: readonly string[]): Promise<Reply<never> | null> {
  const { reason, guessesLog10 } = await judgePassphrase(
    passphrase,
    ownWords.filter((word) => word !== ''),
  );
  return reason === null ? null : err({ code: 'passphrase.tooWeak', reason, guessesLog10 });
}
