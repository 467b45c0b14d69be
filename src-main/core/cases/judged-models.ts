import type { GateResult } from '../../engine/cases/index.ts';
import { changeKey, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type CurrentModel, foldForSearch } from '../inventory/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { placesOf, toldBy } from './gate-facts.ts';
import type { GateViews } from './gate-view.ts';
import { modelsInSlices } from './models.ts';

interface JudgedModel {
  readonly model: CurrentModel;
  /** Folded words it is found by. */
  readonly words: string;
  readonly results: readonly GateResult[];
}

const kept = new WeakMap<OpenWorkspace, { readonly key: string; readonly judged: Promise<readonly JudgedModel[]> }>();

/** All gates of all models, by name, judged in slices. Kept until something is written, the day turns or the packs change, for the questions of one screen. */
export function judgedModels(deps: FeatureDeps, views: GateViews): Promise<readonly JudgedModel[]> {
  const workspace = deps.session();
  const { packsKey, on, today } = views.judging(workspace);
  const key = `${packsKey} ${on} ${today} ${changeKey(workspace)}`;
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
  const around = views.surroundings(deps.session());
  await pause();
  const models = await modelsInSlices(deps.session, pause);
  const places = new Set<string>();
  for (const model of models) {
    for (const place of placesOf(model, toldBy(deps.session(), model), around)) places.add(place);
    await pause();
  }
  const parties = views.partiesAt(deps.session(), places);
  await pause();
  const judged: JudgedModel[] = [];
  for (const model of models) {
    const words = foldForSearch(`${model.name} ${model.versionLabel} ${model.ownerName}`);
    judged.push({ model, words, results: views.judge(deps.session(), model, around, parties) });
    await pause();
  }
  return judged;
}
