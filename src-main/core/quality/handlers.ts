import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { QualityLine, qualityMethods } from '../../../src-shared/contract/quality.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { QualityCheckId, QualityRecord } from '../../../src-shared/model/quality.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { qualityChecks } from '../../engine/quality/index.ts';
import { changeKey, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { type CaseSources, createCycleTimeHandlers } from './cycle-time-handlers.ts';
import { type PictureSources, pictureOf } from './picture.ts';

/** What the checks take from other rooms. */
export interface QualityJoins {
  /** What the picture of a workspace is drawn from beside its own tables. */
  sources(workspace: OpenWorkspace): PictureSources;
  readonly cases: CaseSources;
}

interface Looked {
  readonly on: IsoDate;
  readonly records: number;
  readonly found: ReadonlyMap<QualityCheckId, readonly QualityRecord[]>;
}

/** Runs every check over the workspace. A look is kept until something is written, so that paging through a check asks nothing twice. */
export function createQualityHandlers(deps: FeatureDeps, joins: QualityJoins): HandlersFor<typeof qualityMethods> {
  const kept = new WeakMap<OpenWorkspace, { readonly key: string; readonly on: IsoDate; readonly looked: Promise<Looked> }>();

  const look = async (on: IsoDate): Promise<Looked> => {
    const { pause } = createSlicer();
    const picture = await pictureOf(deps.session, joins.sources(deps.session()), pause);
    const found = new Map<QualityCheckId, readonly QualityRecord[]>();
    for (const check of qualityChecks) {
      found.set(check.id, check.find(picture));
      await pause();
    }
    const { assets, people, parties, authorisations, holdings, findings, lists, packsDue, incidents } = picture;
    const records = [assets, people, parties, authorisations, holdings, findings, lists, packsDue, incidents].reduce(
      (sum, rows) => sum + rows.length,
      0,
    );
    return { on, records, found };
  };

  const looked = (): Promise<Looked> => {
    const workspace = deps.session();
    const on = deps.ports.clock.today();
    const key = changeKey(workspace);
    const last = kept.get(workspace);
    if (last !== undefined && last.key === key && last.on === on) return last.looked;
    const fresh = look(on);
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
