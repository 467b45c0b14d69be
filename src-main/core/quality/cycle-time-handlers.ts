import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { qualityMethods } from '../../../src-shared/contract/quality.ts';
import { CaseKind, type CycleTime } from '../../../src-shared/model/cycle-time.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { type Case, cycleTimeOf } from '../../engine/quality/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';

type Handlers = Pick<HandlersFor<typeof qualityMethods>, 'quality.cycleTimes' | 'quality.setTarget'>;

/** Where each kind of case is read; a kind without a room is not shown. */
export type CaseSources = Readonly<Partial<Record<CaseKind, (workspace: OpenWorkspace) => readonly Case[]>>>;

/** Counts how long cases take and keeps the user's own targets. */
export function createCycleTimeHandlers(deps: FeatureDeps, sources: CaseSources): Handlers {
  const times = (workspace: OpenWorkspace): CycleTime[] => {
    const targets = new Map(
      prepared<[], { kind: string; days: number }>(workspace.db, 'SELECT kind, days FROM cycle_targets')
        .all()
        .map(({ kind, days }) => [kind, days]),
    );
    const today = deps.ports.clock.today();
    return CaseKind.options.flatMap((kind) => {
      const read = sources[kind];
      return read === undefined ? [] : [cycleTimeOf(kind, read(workspace), today, targets.get(kind) ?? null)];
    });
  };
  return {
    'quality.cycleTimes': () => ok(times(deps.session())),
    'quality.setTarget': ({ kind, days }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'quality.setTarget', params: { kind, days: days ?? 0 } }, () => {
        if (days === null) prepared(workspace.db, 'DELETE FROM cycle_targets WHERE kind = ?').run(kind);
        else
          prepared(
            workspace.db,
            'INSERT INTO cycle_targets (kind, days) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET days = excluded.days',
          ).run(kind, days);
        return ok(times(workspace));
      });
    },
  };
}
