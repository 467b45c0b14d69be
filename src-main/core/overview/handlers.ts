import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { overviewMethods } from '../../../src-shared/contract/overview.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { firstActions, type WeighedAction } from './weigh.ts';

/** What the rooms would have somebody do next. */
export interface OverviewJoins {
  readonly actions: readonly ((
    workspace: OpenWorkspace,
    pause: () => Promise<void>,
  ) => readonly WeighedAction[] | Promise<readonly WeighedAction[]>)[];
  authorisations(workspace: OpenWorkspace, limit: number): OutputOf<'overview.authorisations'>;
  vettings(workspace: OpenWorkspace, limit: number): OutputOf<'overview.vettings'>;
  findingsByWeek(workspace: OpenWorkspace, weeks: number): OutputOf<'overview.findingsTrend'>;
}

/** Gathers what every room wants done and puts the first first. */
export const createOverviewHandlers = (
  deps: FeatureDeps,
  { actions, authorisations, vettings, findingsByWeek }: OverviewJoins,
): HandlersFor<typeof overviewMethods> => ({
  'overview.actions': async ({ limit }) => {
    const { pause } = createSlicer();
    const wanted: WeighedAction[] = [];
    for (const room of actions) {
      wanted.push(...(await room(deps.session(), pause)));
      await pause();
    }
    return ok(firstActions(wanted, limit));
  },
  'overview.authorisations': ({ limit }) => ok(authorisations(deps.session(), limit)),
  'overview.vettings': ({ limit }) => ok(vettings(deps.session(), limit)),
  'overview.findingsTrend': ({ weeks }) => ok(findingsByWeek(deps.session(), weeks)),
});
