import { gatePart } from '../../../src-shared/model/gate.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { GateResult } from '../../engine/cases/index.ts';
import { type OpenWorkspace, untilChanged, untilChangedInSlices } from '../db/index.ts';
import { currentModel } from '../inventory/index.ts';
import { placesOf, toldBy } from './gate-facts.ts';
import { gateGround } from './gate-ground.ts';
import { createGateViews } from './gate-view.ts';
import type { CaseJoins } from './joins.ts';

const waits = new Set<GateResult['state']>(['held', 'ready', 'overtaken']);
const passed = new Set<GateResult['state']>(['passed', 'passedDespite', 'notApplicable']);

/**
 * How gates that became tasks stand: a model's id, with the gate after a blank where the task is about that one alone, as `gatePart` names it. A gate is settled once
 * somebody passed it and what it rests on still holds; a model's gates together once none of them waits. Looking again classifies the models anew and judges.
 */
export function gateLinks(joins: CaseJoins, text: Text) {
  const say = text.dynamic;
  const views = createGateViews(joins);
  const words = ({ gate, destination, state, conditions }: GateResult): string => {
    const name = say(`gates.gate.${gate}`);
    return say('gates.linkWords', {
      gate: destination === '' ? name : `${name}, ${countryName(text.locale, destination)}`,
      state: say(`gates.state.${state}`),
      count: state === 'passedDespite' ? 0 : conditions.filter((one) => one.state === 'missing' || one.state === 'open').length,
    }).slice(0, 200);
  };

  const standingOf = (gates: readonly GateResult[], part: string): { readonly state: 'open' | 'settled'; readonly words: string } => {
    const own = gates.filter(({ gate, destination }) => part === gatePart(gate, destination));
    if (part === '' || own.length === 0) {
      // A place that was taken off, or the whole model: whatever still waits.
      const first = gates.filter(({ gate }) => part === '' || part.startsWith(gate)).find(({ state }) => waits.has(state));
      return first === undefined ? { state: 'settled', words: say('gates.link.none') } : { state: 'open', words: words(first) };
    }
    const standing = own.find(({ state }) => !passed.has(state)) ?? own[0];
    return standing === undefined
      ? { state: 'settled', words: '' }
      : { state: passed.has(standing.state) ? 'settled' : 'open', words: words(standing) };
  };

  const judged = (workspace: OpenWorkspace, assetIds: readonly string[]): ReadonlyMap<string, readonly GateResult[]> => {
    const models = assetIds.flatMap((id) => currentModel(workspace, id) ?? []);
    if (models.length === 0) return new Map();
    const around = views.surroundings(workspace, models.length === 1 ? models[0]?.id : undefined);
    const places = new Set(models.flatMap((model) => placesOf(model, toldBy(workspace, model), around)));
    const parties = views.partiesAt(workspace, places);
    return new Map(models.map((model) => [model.id, views.judge(workspace, model, around, parties)]));
  };

  /** Models whose gates some links are about, and what else the answer rests on. */
  const asked = (workspace: OpenWorkspace, ids: readonly string[]) => {
    const assetIds = [...new Set(ids.map((id) => split(id).assetId))].sort();
    const { packsKey, on, today } = joins.judging(workspace);
    return { assetIds, key: `${packsKey} ${on} ${today} ${assetIds.join(' ')}` };
  };

  return {
    kind: 'gate' as const,
    byPart: true,
    checks: new Set(['gateStands'] as const),
    readAhead(session: () => OpenWorkspace, ids: readonly string[], pause: () => Promise<void>) {
      const { assetIds, key } = asked(session(), ids);
      return untilChangedInSlices(session, 'gateLinks', key, pause, async (turn) => {
        const ground = await gateGround(session, views, turn);
        const gates = new Map<string, readonly GateResult[]>();
        for (const id of assetIds) {
          const model = currentModel(session(), id);
          if (model !== undefined) gates.set(id, ground.judge(session(), model));
          await turn();
        }
        return gates;
      });
    },
    states(workspace: OpenWorkspace, ids: readonly string[]) {
      const { assetIds, key } = asked(workspace, ids);
      const gates = untilChanged(workspace, 'gateLinks', key, () => judged(workspace, assetIds));
      return new Map(
        ids.flatMap((id) => {
          const { assetId, part } = split(id);
          const found = gates.get(assetId);
          return found === undefined ? [] : [[id, standingOf(found, part)] as const];
        }),
      );
    },
    lookAgain(workspace: OpenWorkspace, ids: readonly string[]) {
      const there = [...new Set(ids.map((id) => split(id).assetId))].filter((id) => currentModel(workspace, id) !== undefined);
      if (there.length === 0) return Promise.resolve(ok(null));
      return Promise.resolve(
        workspace.write({ method: 'plan.lookAgain', params: { count: there.length } }, () => {
          joins.assess(workspace, there);
          return ok(null);
        }),
      );
    },
  };
}

function split(id: string): { readonly assetId: string; readonly part: string } {
  const [assetId = '', part = ''] = id.split(' ');
  return { assetId, part };
}
