import { randomBytes } from 'node:crypto';

export const keyBytes = 32;

/** A new 256-bit key from the system generator. */
export function newKey(): Buffer {
  // Not from Buffer's shared pool: zeroing must reach the only copy.
  return randomBytes(keyBytes);
}

/** Overwrites secrets in place. Strings cannot be erased; keys are kept in buffers for this reason. */
export function zero(...secrets: readonly (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}
