import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const Base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .max(200);

/** A key sealed with AES-256-GCM. */
export const WrappedKey = z.strictObject({ nonce: Base64, sealed: Base64, tag: Base64 });
export type WrappedKey = z.infer<typeof WrappedKey>;

/** Seals a key. `bound` is authenticated with it: change one character of it and the key does not come out again. */
export function wrapKey(wrappingKey: Uint8Array, key: Uint8Array, bound: string): WrappedKey {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

/** The key, or null when the wrapping key is wrong or anything sealed or bound was changed. */
export function unwrapKey(wrappingKey: Uint8Array, wrapped: WrappedKey, bound: string): Buffer | null {
  const nonce = Buffer.from(wrapped.nonce, 'base64');
  const tag = Buffer.from(wrapped.tag, 'base64');
  // A short tag would be easier to forge; GCM accepts it unless asked not to.
  if (nonce.length !== 12 || tag.length !== 16) return null;
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(tag);
  const key = decipher.update(Buffer.from(wrapped.sealed, 'base64'));
  try {
    decipher.final();
    return key;
  } catch {
    // The only failure of final() here is a tag that does not match: the answer "wrong key", not an error.
    key.fill(0);
    return null;
  }
}
