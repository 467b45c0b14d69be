export { deriveWithHkdf, deriveWithScrypt, HkdfParameters, type Kdf, newSalt, productKdf, ScryptParameters } from './kdf.ts';
export { type BadRecoveryKey, formatRecoveryKey, newRecoveryKey, parseRecoveryKey } from './recovery-key.ts';
export { keyBytes, newKey, zero } from './secret.ts';
export { judgePassphrase } from './strength.ts';
export { unwrapKey, WrappedKey, wrapKey } from './wrap.ts';
