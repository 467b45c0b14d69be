import { readFile, stat } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { type Evidence, type evidenceMethods, maxEvidenceBytes } from '../../../src-shared/contract/evidence.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { storageErrorOf, writeFileAtomically } from '../files/index.ts';
import { findAsset } from '../inventory/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { addEvidence, evidenceOf, findEvidence, readBytes } from './store.ts';
import { evidence } from './tables.ts';

type Handlers = HandlersFor<typeof evidenceMethods>;

interface PickedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Keeps files as evidence, says what they prove, and gives a copy back. The program never opens one. */
export function createEvidenceHandlers(deps: FeatureDeps): Handlers {
  /** The piece of evidence, if nobody changed it since the caller looked. */
  const at = (id: string, revision: number): Reply<Evidence> => atRevision('evidence', id, revision, findEvidence(deps.session(), id));

  return {
    'evidence.list': ({ assetId }) => ok(evidenceOf(deps.session(), assetId)),

    'evidence.attach': async ({ assetId }) => {
      const picked = await deps.ports.dialogs.pickFiles('evidence', []);
      if (picked.length === 0) return err({ code: 'cancelled' });
      const files: PickedFile[] = [];
      for (const { handle, name } of picked) {
        const path = deps.ports.files.resolve(handle, 'evidence');
        if (!path.ok) return path;
        const file = await readWhole(path.value, name);
        if (!file.ok) return file;
        files.push(file.value);
      }
      const workspace = deps.session();
      if (findAsset(workspace, assetId) === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
      return workspace.writeInSlices(
        {
          method: 'evidence.attach',
          params: { count: files.length, name: files[0]?.name ?? '' },
          subject: { entity: 'assets', id: assetId },
        },
        async (tx) => {
          const ids = new Set<string>();
          const addedBy = readWorkspaceSettings(tx.db).person.name;
          for (const { name, bytes } of files) {
            const id = deps.ports.ids.next();
            ids.add(id);
            await addEvidence(tx, { id, assetId, name, bytes, addedBy, addedAt: deps.ports.clock.now() });
          }
          return ok(evidenceOf(tx, assetId).filter((one) => ids.has(one.id)));
        },
      );
    },

    'evidence.describe': ({ id, revision, field, note }) => {
      if (field !== null && assetField(field) === undefined)
        return err({ code: 'request.invalid', issues: [`field: ${field} is not a fact of any asset`] });
      const workspace = deps.session();
      const found = at(id, revision);
      if (!found.ok) return found;
      const { assetId, name } = found.value;
      return workspace.write({ method: 'evidence.describe', params: { name }, subject: { entity: 'assets', id: assetId } }, () => {
        workspace.orm
          .update(evidence)
          .set({ field, note, revision: revision + 1 })
          .where(eq(evidence.id, id))
          .run();
        return ok({ ...found.value, field, note, revision: revision + 1 });
      });
    },

    'evidence.remove': ({ id, revision }) => {
      const workspace = deps.session();
      const found = at(id, revision);
      if (!found.ok) return found;
      const { assetId, name } = found.value;
      return workspace.write({ method: 'evidence.remove', params: { name }, subject: { entity: 'assets', id: assetId } }, () => {
        workspace.orm.delete(evidence).where(eq(evidence.id, id)).run();
        return ok({});
      });
    },

    'evidence.saveCopy': async ({ id }) => {
      const before = findEvidence(deps.session(), id);
      if (before === undefined) return err({ code: 'record.notFound', entity: 'evidence', id });
      const target = await deps.ports.dialogs.saveFile('exportTarget', before.name, []);
      if (target === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(target.handle, 'exportTarget');
      if (!path.ok) return path;
      const workspace = deps.session();
      const { assetId, name, sha256 } = before;
      const bytes = readBytes(workspace, sha256);
      try {
        return workspace.write(
          // A file that left the program has left it: undo cannot call it back.
          { method: 'evidence.saveCopy', params: { name, sha256 }, subject: { entity: 'assets', id: assetId } },
          () => {
            writeFileAtomically(path.value, bytes);
            return ok({ fileName: target.name });
          },
        );
      } catch (cause) {
        const failure = storageErrorOf(cause);
        if (failure === null) throw cause;
        return err(failure);
      }
    },
  };
}

const limitMb = maxEvidenceBytes / 1024 / 1024;

async function readWhole(path: string, name: string): Promise<Reply<PickedFile>> {
  const refused = (reason: string, limit: number | null = null): Reply<PickedFile> =>
    err({ code: 'file.refused', reason, place: name.slice(0, 300), limit });
  try {
    const found = await stat(path);
    if (!found.isFile()) return refused('evidenceNotAFile');
    if (found.size === 0) return refused('evidenceEmpty');
    if (found.size > maxEvidenceBytes) return refused('evidenceTooLarge', limitMb);
    const bytes = await readFile(path);
    // It may have grown between the two looks.
    return bytes.length > maxEvidenceBytes ? refused('evidenceTooLarge', limitMb) : ok({ name, bytes });
  } catch (cause) {
    const failure = storageErrorOf(cause);
    if (failure !== null) return err(failure);
    return refused('evidenceUnreadable');
  }
}
