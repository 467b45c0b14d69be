import type { AssetFilter } from '../../../src-shared/contract/inventory.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { listAssetIds } from '../inventory/index.ts';
import { judgeMany } from './judge-many.ts';
import type { JudgingFor } from './judging.ts';

/** The bulk check: classifies what a filter finds, and the assets that rest on it, as one job and one journal entry. */
export function startBulkCheck(deps: FeatureDeps, judgingFor: JudgingFor, filter: AssetFilter): Reply<{ jobId: string; assets: number }> {
  const workspace = deps.session();
  const judging = judgingFor(workspace);
  const ids = listAssetIds(workspace.db, filter, judging);
  const jobId = deps.jobs.start({ kind: 'classification.bulk', touches: ['classification', 'inventory', 'questions', 'journal'] }, (job) =>
    deps.session().writeInSlices(
      { method: 'classification.bulk', params: { count: ids.length } },
      async (tx) => {
        await judgeMany(tx, deps, judging, ids, job);
        return ok({ classified: ids.length });
      },
      job.signal,
    ),
  );
  return ok({ jobId, assets: ids.length });
}
