import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { QualityLine, qualityMethods } from '../../../src-shared/contract/quality.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { qualityChecks } from '../../engine/quality/index.ts';
import { changeKey, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { type CaseSources, createCycleTimeHandlers } from './cycle-time-handlers.ts';
import { type Looked, lookInSlices } from './look.ts';
import type { PictureSources } from './picture.ts';

/** What the checks take from other rooms. */
export interface QualityJoins {
  /** What the picture of a workspace is drawn from beside its own tables. */
  sources(workspace: OpenWorkspace): PictureSources;
  readonly cases: CaseSources;
}

/** Runs every check over the workspace. A look is kept until something is written, so that paging through a check asks nothing twice. */
export function createQualityHandlers(deps: FeatureDeps, joins: QualityJoins): HandlersFor<typeof qualityMethods> {
  const kept = new WeakMap<OpenWorkspace, { readonly key: string; readonly on: IsoDate; readonly looked: Promise<Looked> }>();

  const looked = (): Promise<Looked> => {
    const workspace = deps.session();
    const on = deps.ports.clock.today();
    const key = changeKey(workspace);
    const last = kept.get(workspace);
    if (last !== undefined && last.key === key && last.on === on) return last.looked;
    const fresh = lookInSlices(deps.session, joins.sources, on, createSlicer().pause);
    kept.set(workspace, { key, on, looked: fresh });
    // A look that failed must be tried again.
    fresh.catch(() => kept.delete(workspace));
    return fresh;
  };

  return {
    ...createCycleTimeHandlers(deps, joins.cases),

    'quality.check': async () => {
      const { on, records, found } = await looked();
      const lines = qualityChecks.flatMap(({ id, kind, severity }): QualityLine[] => {
        const rows = found.get(id) ?? [];
        return rows.length === 0 ? [] : [{ check: id, kind, severity, count: rows.length, first: rows.slice(0, 5) }];
      });
      return ok({ on, checks: qualityChecks.length, records, lines });
    },
    'quality.records': async ({ check, offset, limit }) => {
      const rows = (await looked()).found.get(check) ?? [];
      return ok({ total: rows.length, rows: rows.slice(offset, offset + limit) });
    },
  };
}
