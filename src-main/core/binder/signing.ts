import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** A key pair for signing binders. The private half never leaves the workspace. */
export interface SigningKey {
  /** PKCS 8, DER. */
  readonly privateKey: Buffer;
  readonly publicPem: string;
  /** Raw 32 bytes. */
  readonly publicKey: Buffer;
}

/** Makes a fresh Ed25519 key pair from the system's generator. */
export function makeSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    publicKey: rawOf(publicKey),
  };
}

/** The signature of some bytes: 64 bytes, RFC 8032. */
export function signBytes(privateKey: Buffer, bytes: Uint8Array): Buffer {
  return sign(null, bytes, createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }));
}

/** The same of many bytes, worked out by a thread of the runtime while others have their turn. */
export const signAside = (privateKey: Buffer, bytes: Uint8Array): Promise<Buffer> =>
  new Promise((done, failed) =>
    sign(null, bytes, createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }), (cause, signature) =>
      cause === null ? done(signature) : failed(cause),
    ),
  );

/** SHA-256 of the raw public key, hexadecimal: what people compare. */
export const fingerprintOf = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex');

/** Reads a public key in PEM; null where it is none, or no Ed25519 key. */
export function readPublicKey(pem: string): { readonly key: KeyObject; readonly raw: Buffer } | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? { key, raw: rawOf(key) } : null;
  } catch {
    return null;
  }
}

/** A public key from its raw 32 bytes. */
export function publicKeyOf(raw: Buffer): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
  } catch {
    return null;
  }
}

export const isSignedBy = (key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, bytes, key, signature);

/** The same for many bytes, checked by a thread of the runtime while others have their turn. */
export const isSignedAside = (key: KeyObject, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  signature.length !== 64
    ? Promise.resolve(false)
    : new Promise((done, failed) => verify(null, bytes, key, signature, (cause, holds) => (cause === null ? done(holds) : failed(cause))));

function rawOf(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
}
