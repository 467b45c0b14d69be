import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { WorkspaceId } from '../../../src-shared/contract/workspace.ts';
import { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { HkdfParameters, ScryptParameters, WrappedKey } from '../crypto/index.ts';
import { storageErrorOf, writeFileAtomically } from '../files/index.ts';

export const headerFile = 'workspace.json';
export const databaseFile = 'workspace.db';
export const folderSuffix = '.gatehouse';

/** The newest folder format this version writes. */
export const workspaceFormat = 1;

/**
 * What lies in the open beside the encrypted database: how to derive and unwrap the data key, and nothing about the business.
 * Everything but the ways in is bound to each wrapped key, so it cannot be changed without the key failing to unwrap.
 */
export const WorkspaceHeader = z.strictObject({
  product: z.literal('gatehouse-workspace'),
  format: z.int().min(1),
  id: WorkspaceId,
  createdAt: IsoInstant,
  /** A workspace of made-up data, whose passphrase is no secret. */
  demo: z.boolean(),
  cipher: z.strictObject({ name: z.literal('sqlcipher'), version: z.literal(4) }),
  /** Names the data key, so that a snapshot under an older key is known as such. */
  keyId: z.string().min(1).max(80),
  passphrase: z.strictObject({ kdf: ScryptParameters, key: WrappedKey }),
  recoveryKey: z.strictObject({ kdf: HkdfParameters, key: WrappedKey }),
  keychain: z.strictObject({ kdf: HkdfParameters, key: WrappedKey }).nullable(),
});
export type WorkspaceHeader = z.infer<typeof WorkspaceHeader>;

/** The part of a header that every wrapped key is bound to. */
export type HeaderIdentity = Pick<WorkspaceHeader, 'product' | 'format' | 'id' | 'createdAt' | 'demo' | 'cipher' | 'keyId'>;

/** The text authenticated with a wrapped key: the header's identity, the way in, and how its wrapping key is derived. */
export function boundText(
  identity: HeaderIdentity,
  way: 'passphrase' | 'recoveryKey' | 'keychain',
  kdf: ScryptParameters | HkdfParameters,
): string {
  const { product, format, id, createdAt, demo, cipher, keyId } = identity;
  const parameters = kdf.name === 'scrypt' ? [kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt] : [kdf.name, kdf.salt];
  return JSON.stringify([product, format, id, createdAt, demo, cipher.name, cipher.version, keyId, way, ...parameters]);
}

/** Reads and checks a workspace's header. Says what is wrong when the folder is none, or a newer or a doctored one. */
export function readHeader(folder: string): Reply<WorkspaceHeader> {
  let text: string;
  try {
    text = readFileSync(join(folder, headerFile), 'utf8');
  } catch (cause) {
    const failure = storageErrorOf(cause);
    if (failure === null) throw cause;
    return failure.reason === 'removed' ? err({ code: 'workspace.notAWorkspace', detail: headerFile }) : err(failure);
  }
  if (text.length > 64 * 1024) return err({ code: 'workspace.notAWorkspace', detail: headerFile });
  const parsed = WorkspaceHeader.safeParse(parseJson(text));
  if (parsed.success) {
    return parsed.data.format > workspaceFormat
      ? err({ code: 'workspace.headerRefused', reason: `format ${parsed.data.format}` })
      : ok(parsed.data);
  }
  const issue = parsed.error.issues[0];
  return err({ code: 'workspace.headerRefused', reason: `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}`.slice(0, 300) });
}

/** Replaces the header whole or not at all. */
export function writeHeader(folder: string, header: WorkspaceHeader): void {
  writeFileAtomically(join(folder, headerFile), `${JSON.stringify(header, null, 2)}\n`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more way not to match the schema, which names it.
    return undefined;
  }
}
