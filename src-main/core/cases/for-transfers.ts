import type { GateState } from '../../../src-shared/model/gate.ts';
import type { GateResult } from '../../engine/cases/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { type CurrentModel, currentModels } from '../inventory/index.ts';
import { placesOf, toldBy } from './gate-facts.ts';
import { gateGround } from './gate-ground.ts';
import { createGateViews } from './gate-view.ts';
import type { CaseJoins } from './joins.ts';

/** What stands between a model and whoever it is sent to. */
export interface ReleaseGates {
  /** By country: where the release stands, and what is missing. */
  readonly releases: ReadonlyMap<string, { readonly state: GateState; readonly missing: number }>;
  readonly trainingHeld: boolean;
}

/** So few models are judged one by one; for more, what all share is read once and kept. */
const fewModels = 3;

/** Gates of some models, in slices; what is no model is left out. */
export async function releaseGates(
  session: () => OpenWorkspace,
  joins: CaseJoins,
  ids: readonly string[],
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, ReleaseGates>> {
  const models = await readModels(session, ids, pause);
  const found = new Map<string, ReleaseGates>();
  if (models.length === 0) return found;
  const views = createGateViews(joins);
  if (models.length <= fewModels) {
    for (const model of models) {
      await pause();
      const workspace = session();
      const around = views.surroundings(workspace, model.id);
      const places = placesOf(model, toldBy(workspace, model), around);
      found.set(model.id, gatesIn(views.judge(workspace, model, around, views.partiesAt(workspace, new Set(places)))));
    }
    return found;
  }
  const ground = await gateGround(session, views, pause);
  for (const model of models) {
    await pause();
    found.set(model.id, gatesIn(ground.judge(session(), model)));
  }
  return found;
}

const pageSize = 500;

async function readModels(session: () => OpenWorkspace, ids: readonly string[], pause: () => Promise<void>): Promise<CurrentModel[]> {
  const models: CurrentModel[] = [];
  for (let from = 0; from < ids.length; from += pageSize) {
    models.push(...currentModels(session(), ids.slice(from, from + pageSize)));
    await pause();
  }
  return models;
}

const gatesIn = (gates: readonly GateResult[]): ReleaseGates => ({
  releases: new Map(
    gates.flatMap(({ gate, destination, state, conditions }) =>
      gate === 'release' && destination !== ''
        ? [[destination, { state, missing: conditions.filter((one) => one.state === 'missing' || one.state === 'open').length }] as const]
        : [],
    ),
  ),
  trainingHeld: gates.some(({ gate, state }) => gate === 'trainingCompleted' && state === 'held'),
});
