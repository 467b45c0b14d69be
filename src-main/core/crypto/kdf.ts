import { hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { keyBytes, zero } from './secret.ts';

const Salt = z.string().regex(/^[A-Za-z0-9+/]{22}==$/);

export const ScryptParameters = z.strictObject({
  name: z.literal('scrypt'),
  /** Cost, a power of two. */
  N: z
    .int()
    .min(2)
    .max(2 ** 20),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  salt: Salt,
});
export type ScryptParameters = z.infer<typeof ScryptParameters>;

/** Turns a passphrase into a key. The product has one; tests bring a cheap one through the harness. */
export interface Kdf {
  fresh(): ScryptParameters;
  /** False for parameters weaker than the floor, so that a doctored header cannot soften the lock. */
  accepts(parameters: ScryptParameters): boolean;
  derive(passphrase: string, parameters: ScryptParameters): Promise<Buffer>;
}

const floor = { N: 2 ** 17, r: 8, p: 1 } as const;

/** scrypt with N = 2^17, r = 8, p = 1: about half a second and 128 MiB a try. */
export const productKdf: Kdf = {
  fresh: () => ({ name: 'scrypt', ...floor, salt: newSalt() }),
  accepts: (parameters) => parameters.N >= floor.N && parameters.r >= floor.r && parameters.p >= floor.p,
  derive: deriveWithScrypt,
};

export function newSalt(): string {
  return randomBytes(16).toString('base64');
}

/** Runs on the thread pool, so the core keeps answering. The text is normalised (NFKC): the same keys on another keyboard give the same key. */
export function deriveWithScrypt(passphrase: string, parameters: ScryptParameters): Promise<Buffer> {
  const text = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const { N, r, p } = parameters;
  return new Promise((resolve, reject) => {
    scrypt(text, Buffer.from(parameters.salt, 'base64'), keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      zero(text);
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

export const HkdfParameters = z.strictObject({ name: z.literal('hkdf-sha256'), salt: Salt });
export type HkdfParameters = z.infer<typeof HkdfParameters>;

/** For secrets that are random already (recovery key, keychain key): stretching would add nothing. */
export function deriveWithHkdf(secret: Uint8Array, parameters: HkdfParameters, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from(parameters.salt, 'base64'), `gatehouse ${purpose}`, keyBytes));
}
