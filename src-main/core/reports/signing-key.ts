import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { SigningKeyView } from '../../../src-shared/contract/reports.ts';
import { IsoInstant } from '../../../src-shared/model/dates.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { fingerprintOf, makeSigningKey, type SigningKey } from '../binder/index.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';

interface KeyRow {
  readonly private_key: Buffer;
  readonly public_pem: string;
  readonly public_key: Buffer;
  readonly made_at: string;
}

const find = ({ db }: Connection): KeyRow | undefined =>
  db.prepare<[], KeyRow>('SELECT private_key, public_pem, public_key, made_at FROM report_signing_key').get();

/** The public half of the key; null before the first binder. */
export function signingKeyView(connection: Connection): SigningKeyView | null {
  const row = find(connection);
  return row === undefined
    ? null
    : { fingerprint: fingerprintOf(row.public_key), publicKey: row.public_pem, madeAt: IsoInstant.parse(row.made_at) };
}

/** The key of the workspace, made when it is first needed. Errors: `workspace.readOnly` where it has to be made and cannot be kept. */
export function signingKey(workspace: OpenWorkspace, now: IsoInstant): Reply<SigningKey> {
  const row = find(workspace);
  if (row !== undefined) return ok({ privateKey: row.private_key, publicPem: row.public_pem, publicKey: row.public_key });
  const key = makeSigningKey();
  return workspace.write(
    { method: 'reports.makeKey', params: { fingerprint: fingerprintOf(key.publicKey).slice(0, 16) }, undoable: false },
    () => {
      workspace.db
        .prepare('INSERT INTO report_signing_key (one, private_key, public_pem, public_key, made_at) VALUES (1, ?, ?, ?, ?)')
        .run(key.privateKey, key.publicPem, key.publicKey, now);
      return ok(key);
    },
  );
}
