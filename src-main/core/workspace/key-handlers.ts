import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { workspaceMethods } from '../../../src-shared/contract/workspace.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { newKey, zero } from '../crypto/index.ts';
import { wrapWithPassphrase, wrapWithSecret } from './keys.ts';
import { refuseWeak } from './making.ts';
import type { SharedParts } from './making-handlers.ts';
import type { Selected } from './place.ts';
import { swapRotated, writeUnderNewKey } from './rotate.ts';
import { keyByPassphrase, keyByRecoveryKey } from './unlocking.ts';

type KeyMethods =
  | 'workspace.recover'
  | 'workspace.changePassphrase'
  | 'workspace.replaceRecoveryKey'
  | 'workspace.rotateDataKey'
  | 'workspace.remember';

/** Backends that hide a secret behind a password everybody knows. */
const hollowBackends = new Set(['basic_text', 'unknown', '']);

/** Changing the ways into a workspace. Each rewrites the header in one rename: a crash leaves the old ways or the new. */
export function createKeyHandlers({ deps, drafts, inTurn, status }: SharedParts): Pick<HandlersFor<typeof workspaceMethods>, KeyMethods> {
  const { vault, ports, kdf } = deps;
  const place = (): Selected => {
    const chosen = vault.selected();
    if (chosen === null) throw new Error('An open workspace has a place');
    return chosen;
  };
  /** Changes the header inside the transaction of its journal entry: a header that cannot be written leaves no entry. */
  const note = (method: string, change: () => void): Reply<null> =>
    vault.session().write({ method }, () => {
      change();
      return ok(null);
    });
  const isThePassphrase = async (passphrase: string): Promise<Reply<null>> => {
    const key = await keyByPassphrase(vault, deps, passphrase);
    if (!key.ok) return key;
    zero(key.value);
    return ok(null);
  };

  return {
    'workspace.recover': ({ recoveryKey, newPassphrase, takeOver }) =>
      inTurn(async () => {
        const weak = await refuseWeak(newPassphrase, []);
        if (weak !== null) return weak;
        const key = keyByRecoveryKey(vault, deps, recoveryKey);
        if (!key.ok) return key;
        const { header } = place();
        const passphrase = await wrapWithPassphrase(header, newPassphrase, key.value, kdf);
        const opened = vault.open(key.value, { takeOver, readOnly: false });
        if (!opened.ok) return opened;
        const noted = note('workspace.recover', () => vault.replaceHeader({ ...header, passphrase }));
        if (noted.ok) return status();
        vault.lock('asked');
        return noted;
      }),

    'workspace.changePassphrase': ({ current, next }) =>
      inTurn(async () => {
        const weak = await refuseWeak(next, [vault.session().name]);
        if (weak !== null) return weak;
        const right = await isThePassphrase(current);
        if (!right.ok) return right;
        const { header } = place();
        const passphrase = await wrapWithPassphrase(header, next, vault.dataKey(), kdf);
        const noted = note('workspace.changePassphrase', () => vault.replaceHeader({ ...header, passphrase }));
        return noted.ok ? ok({}) : noted;
      }),

    'workspace.replaceRecoveryKey': ({ passphrase }) =>
      inTurn(async () => {
        const right = await isThePassphrase(passphrase);
        if (!right.ok) return right;
        const finish = (recoveryKey: Uint8Array): Reply<null> => {
          const { header } = place();
          const wrapped = wrapWithSecret(header, 'recoveryKey', recoveryKey, vault.dataKey());
          return note('workspace.replaceRecoveryKey', () => vault.replaceHeader({ ...header, recoveryKey: wrapped }));
        };
        return ok(drafts.begin(ports.ids.next(), finish, () => undefined));
      }),

    'workspace.rotateDataKey': ({ passphrase }) =>
      inTurn(async () => {
        const right = await isThePassphrase(passphrase);
        if (!right.ok) return right;
        const dataKey = newKey();
        const identity = { ...place().header, keyId: ports.ids.next() };
        const wrapped = await wrapWithPassphrase(identity, passphrase, dataKey, kdf);
        const finish = async (recoveryKey: Uint8Array): Promise<Reply<null>> => {
          const noted = note('workspace.rotateDataKey', () => undefined);
          if (!noted.ok) return noted;
          const header = {
            ...identity,
            passphrase: wrapped,
            recoveryKey: wrapWithSecret(identity, 'recoveryKey', recoveryKey, dataKey),
            keychain: null,
          };
          const { folder } = place();
          writeUnderNewKey(vault.session().db, folder, vault.dataKey(), dataKey);
          const reopened = vault.reopenAround(() => {
            swapRotated(folder);
            vault.replaceHeader(header);
          }, Buffer.from(dataKey));
          if (!reopened.ok) return reopened;
          vault.memory.setSealedKey(header.id, null);
          return ok(null);
        };
        return ok(drafts.begin(ports.ids.next(), finish, () => zero(dataKey)));
      }),

    'workspace.remember': ({ on }) =>
      inTurn(async () => {
        const { header } = place();
        if (!on) {
          const noted = note('workspace.forgetOnThisComputer', () => vault.replaceHeader({ ...header, keychain: null }));
          if (!noted.ok) return noted;
          vault.memory.setSealedKey(header.id, null);
          return status();
        }
        const { available, backend } = await ports.secretStore.status();
        if (!available || hollowBackends.has(backend)) return err({ code: 'keychain.refused', backend: backend.slice(0, 60) });
        const secret = newKey();
        try {
          const sealed = await ports.secretStore.seal(secret);
          const keychain = wrapWithSecret(header, 'keychain', secret, vault.dataKey());
          const noted = note('workspace.rememberOnThisComputer', () => {
            vault.memory.setSealedKey(header.id, sealed);
            vault.replaceHeader({ ...header, keychain });
          });
          if (!noted.ok) return noted;
        } finally {
          zero(secret);
        }
        return status();
      }),
  };
}
