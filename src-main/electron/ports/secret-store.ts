import { safeStorage } from 'electron';
import type { SecretStore } from '../../core/ports.ts';

/** The system keychain. Whether it is good enough is the core's decision; this only says what there is. */
export const systemSecretStore: SecretStore = {
  status: async () => {
    const available = safeStorage.isEncryptionAvailable();
    if (process.platform === 'linux') return { available, backend: safeStorage.getSelectedStorageBackend() };
    return { available, backend: process.platform === 'darwin' ? 'keychain' : 'dpapi' };
  },
  seal: async (secret) => new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
  unseal: async (sealed) => {
    try {
      return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'));
    } catch {
      // Sealed by another user, on another computer, or before the keychain was reset: all mean "not here any more".
      return null;
    }
  },
};
