import type { importMethods } from '../../../src-shared/contract/imports.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { ImportContext } from './context.ts';
import { readyToCheck } from './handlers-check.ts';
import { findBatch, listBatches } from './session/batches.ts';
import { commitSession, undoBatch } from './session/commit.ts';
import { saveProfile } from './session/profiles.ts';
import { changedFields } from './session/row-view.ts';

type Committing = Pick<HandlersFor<typeof importMethods>, 'imports.review' | 'imports.commit' | 'imports.batches' | 'imports.undo'>;

/** Review, commit and undo: nothing is written to the register before, everything in one transaction. */
export function createCommitHandlers(context: ImportContext): Committing {
  const { deps } = context;
  return {
    'imports.review': ({ id }) => {
      const opened = context.open(id);
      if (!opened.ok) return opened;
      const checked = opened.value.session.state.checked;
      if (checked === null) return err({ code: 'import.notReady', step: 'check', detail: opened.value.session.fileName });
      return ok({ outcomes: checked.outcomes, changedFields: changedFields(context.workspace(), id) });
    },
    'imports.commit': ({ id, revision, saveProfileAs }) => {
      const opened = readyToCheck(context, id, revision);
      if (!opened.ok) return opened;
      const { session, target } = opened.value;
      const checked = session.state.checked;
      if (checked === null || checked.openGroups > 0) return err({ code: 'import.notReady', step: 'check', detail: session.fileName });
      if (context.jobs.has(id)) return err({ code: 'import.notReady', step: 'check', detail: session.fileName });
      const jobId = deps.jobs.start(
        {
          kind: 'imports.commit',
          touches: [
            'imports',
            'inventory',
            'questions',
            'classification',
            'people',
            'access',
            'parties',
            'screening',
            'programme',
            'transfers',
          ],
        },
        (job) =>
          context.inTurn(id, async () => {
            try {
              const batch = await commitSession(
                context.workspace(),
                session,
                target,
                deps.ports.ids.next(),
                deps.ports.clock.now(),
                (done, total) => job.progress(done, total),
                job.signal,
              );
              if (batch.ok) target.changed?.();
              if (!batch.ok || saveProfileAs === undefined) return batch;
              const workspace = context.workspace();
              return workspace.write({ method: 'imports.saveProfile', params: { name: saveProfileAs } }, () =>
                ok(saveProfile(workspace, session, saveProfileAs, deps.ports.ids.next(), deps.ports.clock.now())),
              );
            } finally {
              context.jobs.delete(id);
            }
          }),
      );
      context.jobs.set(id, { jobId, kind: 'commit' });
      return ok({ jobId });
    },
    'imports.batches': () => ok(listBatches(context.workspace())),
    'imports.undo': async ({ batchId }) => {
      const batch = findBatch(context.workspace(), batchId);
      if (batch === null) return err({ code: 'record.notFound', entity: 'importBatch', id: batchId });
      const target = context.target(batch.target, batch.variant);
      if (!target.ok) return target;
      const undone = await context.inTurn(batch.sessionId, () =>
        undoBatch(context.workspace(), target.value, batchId, deps.ports.clock.now()),
      );
      if (undone.ok) target.value.changed?.();
      return undone;
    },
  };
}
