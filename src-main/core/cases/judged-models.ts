import type { GateResult } from '../../engine/cases/index.ts';
import { type OpenWorkspace, tableKey } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type CurrentModel, foldForSearch } from '../inventory/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { gateGround, gateTables } from './gate-ground.ts';
import type { GateViews } from './gate-view.ts';
import { modelsInSlices } from './models.ts';

interface JudgedModel {
  readonly model: CurrentModel;
  /** Folded words it is found by. */
  readonly words: string;
  readonly results: readonly GateResult[];
}

const kept = new WeakMap<OpenWorkspace, { readonly key: string; readonly judged: Promise<readonly JudgedModel[]> }>();

/** All gates of all models, by name, judged in slices. Kept until something of them is written, the day turns or the packs change, for the questions of one screen. */
export function judgedModels(deps: FeatureDeps, views: GateViews): Promise<readonly JudgedModel[]> {
  const workspace = deps.session();
  const { packsKey, on, today } = views.judging(workspace);
  const key = `${packsKey} ${on} ${today} ${tableKey(workspace, gateTables)}`;
  const last = kept.get(workspace);
  if (last?.key === key) return last.judged;
  const judged = judgeAll(deps, views);
  kept.set(workspace, { key, judged });
  // One that failed must be tried again.
  judged.catch(() => kept.delete(workspace));
  return judged;
}

async function judgeAll(deps: FeatureDeps, views: GateViews): Promise<readonly JudgedModel[]> {
  const { pause } = createSlicer();
  const ground = await gateGround(deps.session, views, pause);
  await pause();
  const judged: JudgedModel[] = [];
  for (const model of await modelsInSlices(deps.session, pause)) {
    const words = foldForSearch(`${model.name} ${model.versionLabel} ${model.ownerName}`);
    judged.push({ model, words, results: ground.judge(deps.session(), model) });
    await pause();
  }
  return judged;
}
