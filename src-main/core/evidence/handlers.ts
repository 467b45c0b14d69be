import { basename } from 'node:path';
import type { Evidence, evidenceMethods } from '../../../src-shared/contract/evidence.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { storageErrorOf, writePiecesAtomically } from '../files/index.ts';
import { heldError } from '../holds/index.ts';
import { createSlicer } from '../jobs/index.ts';
import type { Records } from '../records/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { custodyOf } from './custody.ts';
import { lookAtFile } from './picked-file.ts';
import { previewEvidence } from './preview.ts';
import {
  addFile,
  changeEvidence,
  dropEvidence,
  evidenceCounts,
  evidenceOf,
  type FileToKeep,
  findEvidence,
  insertEvidence,
  piecesOf,
} from './store.ts';

type Handlers = Omit<HandlersFor<typeof evidenceMethods>, 'evidence.page' | 'evidence.verify' | 'evidence.export'>;

/** Keeps files, links and notes as evidence with any record, says what they prove, and gives a copy of a file back. */
export function createEvidenceHandlers(deps: FeatureDeps, records: Records): Handlers {
  const missing = ({ kind, id }: RecordRef) => err({ code: 'record.notFound' as const, entity: kind, id: id.slice(0, 80) });
  const isThere = (workspace: OpenWorkspace, record: RecordRef) => records.title(workspace, record) !== undefined;

  /** The piece of evidence, if nobody changed it since the caller looked. */
  const at = (id: string, revision: number): Reply<Evidence> => atRevision('evidence', id, revision, findEvidence(deps.session(), id));

  const stamp = (workspace: OpenWorkspace) => ({
    addedBy: readWorkspaceSettings(workspace.db).person.name,
    addedAt: deps.ports.clock.now(),
    revision: 0,
  });

  const add = (
    method: string,
    what: Pick<Evidence, 'kind' | 'record' | 'name' | 'address' | 'note' | 'attorneyAdvice'>,
  ): Reply<Evidence> => {
    const workspace = deps.session();
    if (!isThere(workspace, what.record)) return missing(what.record);
    const kept: Evidence = { ...what, ...stamp(workspace), id: deps.ports.ids.next(), part: null, sizeBytes: 0, sha256: null };
    return workspace.write({ method, params: { name: kept.name }, subject: records.subject(kept.record) }, () => {
      insertEvidence(workspace, kept);
      return ok(kept);
    });
  };

  return {
    'evidence.list': ({ record }) => ok(evidenceOf(deps.session(), record)),

    'evidence.counts': ({ records: wanted }) => ok(evidenceCounts(deps.session(), wanted)),

    'evidence.attach': async ({ record, handles }) => {
      if (!isThere(deps.session(), record)) return missing(record);
      // What is let go on the window comes as a file to read in.
      const purpose = handles === undefined ? 'evidence' : 'import';
      const chosen = handles ?? (await deps.ports.dialogs.pickFiles('evidence', [])).map(({ handle }) => handle);
      if (chosen.length === 0) return err({ code: 'cancelled' });
      const files: FileToKeep[] = [];
      for (const handle of chosen) {
        const path = deps.ports.files.resolve(handle, purpose);
        if (!path.ok) return path;
        const file = await lookAtFile(path.value, basename(path.value));
        if (!file.ok) return file;
        files.push(file.value);
      }
      const workspace = deps.session();
      if (!isThere(workspace, record)) return missing(record);
      return workspace.writeInSlices(
        {
          method: 'evidence.attach',
          params: { count: files.length, name: files[0]?.name.slice(0, 200) ?? '' },
          subject: records.subject(record),
        },
        async (tx) => {
          const ids = new Set<string>();
          const { addedBy, addedAt } = stamp(workspace);
          for (const file of files) {
            const id = deps.ports.ids.next();
            ids.add(id);
            if (!(await addFile(tx, file, { id, record, addedBy, addedAt })))
              return err({ code: 'file.refused', reason: 'evidenceChanged', place: file.name.slice(0, 300), limit: null });
          }
          return ok(evidenceOf(tx, record).filter((one) => ids.has(one.id)));
        },
      );
    },

    'evidence.addLink': (link) => add('evidence.addLink', { ...link, kind: 'link' }),

    'evidence.addNote': (note) => add('evidence.addNote', { ...note, kind: 'note', address: '' }),

    'evidence.describe': ({ id, revision, part, note, name, address, attorneyAdvice }) => {
      const workspace = deps.session();
      const found = at(id, revision);
      if (!found.ok) return found;
      const before = found.value;
      if (part !== null && before.record.kind === 'asset' && assetField(part) === undefined)
        return err({ code: 'request.invalid', issues: [`part: ${part} is not a fact of any asset`] });
      const after: Evidence = {
        ...before,
        part,
        note,
        // The name of a file is the file's own, and where a file lies is here.
        name: before.kind === 'file' ? before.name : (name ?? before.name),
        address: before.kind === 'link' ? (address ?? before.address) : '',
        attorneyAdvice: attorneyAdvice ?? before.attorneyAdvice,
      };
      return workspace.write({ method: 'evidence.describe', params: { name: after.name }, subject: records.subject(before.record) }, () =>
        ok(changeEvidence(workspace, after)),
      );
    },

    'evidence.move': ({ id, revision, record }) => {
      const workspace = deps.session();
      const found = at(id, revision);
      if (!found.ok) return found;
      const before = found.value;
      const held = heldError(workspace, before.record);
      if (held !== undefined) return err(held);
      const to = records.title(workspace, record);
      if (to === undefined) return missing(record);
      const from = records.title(workspace, before.record) ?? before.record.id;
      return workspace.write(
        {
          method: 'evidence.move',
          params: { name: before.name, from: from.slice(0, 200), to: to.slice(0, 200) },
          subject: records.subject(before.record),
        },
        // What it proved was a part of the other record.
        () => ok(changeEvidence(workspace, { ...before, record, part: null })),
      );
    },

    'evidence.remove': ({ id, revision }) => {
      const workspace = deps.session();
      const found = at(id, revision);
      if (!found.ok) return found;
      const { record, name } = found.value;
      const held = heldError(workspace, record);
      if (held !== undefined) return err(held);
      return workspace.write({ method: 'evidence.remove', params: { name }, subject: records.subject(record) }, () => {
        dropEvidence(workspace, id);
        return ok({});
      });
    },

    'evidence.saveCopy': async ({ id }) => {
      const before = findEvidence(deps.session(), id);
      if (before === undefined) return err({ code: 'record.notFound', entity: 'evidence', id });
      const { name, sha256 } = before;
      if (sha256 === null) return err({ code: 'request.invalid', issues: ['id: only a file can be copied'] });
      const target = await deps.ports.dialogs.saveFile('exportTarget', name, []);
      if (target === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(target.handle, 'exportTarget');
      if (!path.ok) return path;
      const workspace = deps.session();
      try {
        return workspace.write(
          // A file that left the program has left it: undo cannot call it back.
          { method: 'evidence.saveCopy', params: { name, sha256, file: target.name.slice(0, 300) }, subject: { entity: 'evidence', id } },
          () => {
            writePiecesAtomically(path.value, piecesOf(workspace, sha256));
            return ok({ fileName: target.name });
          },
        );
      } catch (cause) {
        const failure = storageErrorOf(cause);
        if (failure === null) throw cause;
        return err(failure);
      }
    },

    'evidence.look': async ({ id }) => {
      const found = findEvidence(deps.session(), id);
      if (found === undefined) return err({ code: 'record.notFound', entity: 'evidence', id });
      const slicer = createSlicer();
      const preview = await previewEvidence(deps.session(), found, () => slicer.pause());
      const workspace = deps.session();
      // Whoever may only read leaves no trace, but may look.
      if (workspace.readOnly !== null) return ok(preview);
      const { name, sha256 } = found;
      return workspace.write({ method: 'evidence.look', params: { name, sha256: sha256 ?? '' }, subject: { entity: 'evidence', id } }, () =>
        ok(preview),
      );
    },

    'evidence.custody': ({ id }) => {
      const workspace = deps.session();
      return ok({ evidence: findEvidence(workspace, id) ?? null, entries: custodyOf(workspace, id) });
    },
  };
}
