import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { Evidence, type evidenceMethods } from '../../../src-shared/contract/evidence.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { storageErrorOf, writeFileAtomically } from '../files/index.ts';
import { findAsset } from '../inventory/index.ts';
import { fileNameOf } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { evidence, evidencePieces } from './tables.ts';

/** Snapshots copy every byte, so one file must not outweigh the register. */
const largest = 25 * 1024 * 1024;
const pieceSize = 1024 * 1024;

/** Keeps evidence as bytes with a hash. Nothing in here looks into a file. */
export function createEvidenceHandlers(deps: FeatureDeps): HandlersFor<typeof evidenceMethods> {
  return {
    'evidence.list': ({ assetId }) => ok(evidenceOf(deps.session(), assetId)),

    'evidence.add': async ({ assetId, about }) => {
      const picked = await deps.ports.dialogs.pickFile('evidence', []);
      if (picked === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(picked.handle, 'evidence');
      if (!path.ok) return path;
      const read = await bytesOf(path.value);
      if (!read.ok) return read;
      const bytes = read.value;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const workspace = deps.session();
      const note = { method: 'evidence.add', params: { name: picked.name, sha256 }, subject: { entity: 'assets', id: assetId } };
      return workspace.writeInSlices(note, async (tx) => {
        if (findAsset(tx, assetId) === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
        const isKept = tx.orm.select().from(evidencePieces).where(eq(evidencePieces.sha256, sha256)).limit(1).get() !== undefined;
        for (let at = 0, place = 0; !isKept && at < bytes.length; at += pieceSize, place += 1) {
          tx.orm
            .insert(evidencePieces)
            .values({ sha256, place, bytes: bytes.subarray(at, at + pieceSize) })
            .run();
          await tx.pause();
        }
        tx.orm
          .insert(evidence)
          .values({
            id: deps.ports.ids.next(),
            assetId,
            name: picked.name,
            sizeBytes: bytes.length,
            sha256,
            about,
            addedBy: readWorkspaceSettings(tx.db).person.name,
            addedAt: deps.ports.clock.now(),
          })
          .run();
        return ok(evidenceOf(tx, assetId));
      });
    },

    'evidence.setAside': ({ id }) => {
      const workspace = deps.session();
      const kept = find(workspace, id);
      if (!kept.ok) return kept;
      const { name, assetId } = kept.value;
      return workspace.write({ method: 'evidence.setAside', params: { name }, subject: { entity: 'assets', id: assetId } }, () => {
        workspace.orm.delete(evidence).where(eq(evidence.id, id)).run();
        return ok(evidenceOf(workspace, assetId));
      });
    },

    'evidence.export': async ({ id }) => {
      const kept = find(deps.session(), id);
      if (!kept.ok) return kept;
      const { name, sha256, assetId } = kept.value;
      const suggested = cleanName(name);
      const picked = await deps.ports.dialogs.saveFile('exportTarget', suggested, []);
      if (picked === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(picked.handle, 'exportTarget');
      if (!path.ok) return path;
      const workspace = deps.session();
      const bytes = Buffer.concat(piecesOf(workspace, sha256));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) return err({ code: 'workspace.damaged', newestGoodSnapshot: null });
      try {
        const note = { method: 'evidence.export', params: { name: picked.name, sha256 }, subject: { entity: 'assets', id: assetId } };
        return workspace.write(note, () => {
          writeFileAtomically(path.value, bytes);
          return ok({ fileName: picked.name });
        });
      } catch (cause) {
        const failure = storageErrorOf(cause);
        if (failure === null) throw cause;
        return err(failure);
      }
    },
  };
}

/** The file's bytes, unless there are too many of them or it cannot be read. */
async function bytesOf(path: string): Promise<Reply<Buffer>> {
  try {
    const { size } = await stat(path);
    if (size > largest) return err({ code: 'request.tooLarge' });
    return ok(await readFile(path));
  } catch (cause) {
    const failure = storageErrorOf(cause);
    if (failure === null) throw cause;
    return err(failure);
  }
}

function evidenceOf({ orm }: Connection, assetId: string): Evidence[] {
  const rows = orm.select().from(evidence).where(eq(evidence.assetId, assetId)).orderBy(asc(evidence.addedAt), asc(evidence.id)).all();
  return rows.map((row) => Evidence.parse(row));
}

function find({ orm }: OpenWorkspace, id: string): Reply<typeof evidence.$inferSelect> {
  const row = orm.select().from(evidence).where(eq(evidence.id, id)).get();
  return row === undefined ? err({ code: 'record.notFound', entity: 'evidence', id }) : ok(row);
}

const piecesOf = ({ orm }: Connection, sha256: string): Buffer[] =>
  orm
    .select({ bytes: evidencePieces.bytes })
    .from(evidencePieces)
    .where(eq(evidencePieces.sha256, sha256))
    .orderBy(asc(evidencePieces.place))
    .all()
    .map(({ bytes }) => bytes);

/** The file's own name without what no file system takes; its ending is kept. */
function cleanName(name: string): string {
  const ending = /^\.[\w]{1,12}$/.exec(extname(name))?.[0] ?? '.bin';
  return fileNameOf(name.slice(0, name.length - extname(name).length), ending.slice(1));
}
