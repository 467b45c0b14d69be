import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { deriveWithHkdf, type Kdf, newSalt, unwrapKey, wrapKey, zero } from '../crypto/index.ts';
import { boundText, type HeaderIdentity, type WorkspaceHeader } from './header.ts';

/** Wraps a data key with a passphrase. */
export async function wrapWithPassphrase(
  identity: HeaderIdentity,
  passphrase: string,
  dataKey: Uint8Array,
  kdf: Kdf,
): Promise<WorkspaceHeader['passphrase']> {
  const parameters = kdf.fresh();
  const wrappingKey = await kdf.derive(passphrase, parameters);
  try {
    return { kdf: parameters, key: wrapKey(wrappingKey, dataKey, boundText(identity, 'passphrase', parameters)) };
  } finally {
    zero(wrappingKey);
  }
}

/** The data key, null when the passphrase is not the one, or a refusal of parameters below the floor. */
export async function unwrapWithPassphrase(header: WorkspaceHeader, passphrase: string, kdf: Kdf): Promise<Reply<Buffer | null>> {
  const { kdf: parameters, key } = header.passphrase;
  if (!kdf.accepts(parameters))
    return err({ code: 'workspace.headerRefused', reason: `scrypt N=${parameters.N} r=${parameters.r} p=${parameters.p}` });
  const wrappingKey = await kdf.derive(passphrase, parameters);
  try {
    return ok(unwrapKey(wrappingKey, key, boundText(header, 'passphrase', parameters)));
  } finally {
    zero(wrappingKey);
  }
}

type RandomWay = 'recoveryKey' | 'keychain';

/** Wraps a data key with a secret that is random already. */
export function wrapWithSecret(
  identity: HeaderIdentity,
  way: RandomWay,
  secret: Uint8Array,
  dataKey: Uint8Array,
): WorkspaceHeader['recoveryKey'] {
  const parameters = { name: 'hkdf-sha256', salt: newSalt() } as const;
  const wrappingKey = deriveWithHkdf(secret, parameters, way);
  try {
    return { kdf: parameters, key: wrapKey(wrappingKey, dataKey, boundText(identity, way, parameters)) };
  } finally {
    zero(wrappingKey);
  }
}

/** The data key, or null when the secret is not the one or the way does not exist. */
export function unwrapWithSecret(header: WorkspaceHeader, way: RandomWay, secret: Uint8Array): Buffer | null {
  const wrapped = header[way];
  if (wrapped === null) return null;
  const wrappingKey = deriveWithHkdf(secret, wrapped.kdf, way);
  try {
    return unwrapKey(wrappingKey, wrapped.key, boundText(header, way, wrapped.kdf));
  } finally {
    zero(wrappingKey);
  }
}
