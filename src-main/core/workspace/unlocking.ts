import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { parseRecoveryKey, zero } from '../crypto/index.ts';
import { unwrapWithPassphrase, unwrapWithSecret } from './keys.ts';
import type { Selected } from './place.ts';
import type { Vault, VaultDeps } from './vault-types.ts';

type Deps = Pick<VaultDeps, 'ports' | 'kdf'>;

/** Finds the data key of the chosen workspace by passphrase, counting wrong tries. */
export async function keyByPassphrase(vault: Vault, deps: Deps, passphrase: string): Promise<Reply<Buffer>> {
  const place = ready(vault);
  if (!place.ok) return place;
  const { header } = place.value;
  const before = vault.memory.wait(header.id, deps.ports.clock.now());
  if (before.waitSeconds > 0) return err({ code: 'passphrase.wrong', ...before });
  const key = await unwrapWithPassphrase(header, passphrase, deps.kdf);
  if (!key.ok) return key;
  if (key.value === null) return err({ code: 'passphrase.wrong', ...vault.memory.wrongTry(header.id, deps.ports.clock.now()) });
  vault.memory.clearTries(header.id);
  return ok(key.value);
}

/** Finds it by recovery key. A key with a slip of the finger in it is no try: its check says so. */
export function keyByRecoveryKey(vault: Vault, deps: Deps, typed: string): Reply<Buffer> {
  const place = ready(vault);
  if (!place.ok) return place;
  const { header } = place.value;
  const { waitSeconds } = vault.memory.wait(header.id, deps.ports.clock.now());
  if (waitSeconds > 0) return err({ code: 'recoveryKey.wrong', waitSeconds, badGroup: null });
  const parsed = parseRecoveryKey(typed);
  if (!parsed.ok) return err({ code: 'recoveryKey.wrong', waitSeconds: 0, badGroup: parsed.error.badGroup });
  const key = unwrapWithSecret(header, 'recoveryKey', parsed.value);
  zero(parsed.value);
  if (key === null)
    return err({
      code: 'recoveryKey.wrong',
      waitSeconds: vault.memory.wrongTry(header.id, deps.ports.clock.now()).waitSeconds,
      badGroup: null,
    });
  vault.memory.clearTries(header.id);
  return ok(key);
}

/** Finds it through the system keychain, when that was asked for on this computer. */
export async function keyByKeychain(vault: Vault, deps: Deps): Promise<Reply<Buffer>> {
  const place = ready(vault);
  if (!place.ok) return place;
  const { header } = place.value;
  const { backend } = await deps.ports.secretStore.status();
  const sealed = vault.memory.sealedKey(header.id);
  const secret = sealed === null ? null : await deps.ports.secretStore.unseal(sealed);
  const key = secret === null ? null : unwrapWithSecret(header, 'keychain', secret);
  zero(secret);
  return key === null ? err({ code: 'keychain.refused', backend }) : ok(key);
}

/** The chosen workspace with its header read anew: it may have changed since it was chosen. */
function ready(vault: Vault): Reply<Selected> {
  const place = vault.selected();
  if (place === null) return err({ code: 'workspace.notFound' });
  return vault.isOpen() ? ok(place) : vault.select(place.folder);
}
