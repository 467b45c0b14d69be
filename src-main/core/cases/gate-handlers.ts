import type { caseMethods, GateRow } from '../../../src-shared/contract/cases.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { GateConditionId } from '../../../src-shared/model/gate.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { GateResult } from '../../engine/cases/index.ts';
import { prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type CurrentModel, currentModel, foldForSearch } from '../inventory/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { createGateViews } from './gate-view.ts';
import type { CaseJoins } from './joins.ts';
import { judgedModels } from './judged-models.ts';

type Handlers = Pick<
  HandlersFor<typeof caseMethods>,
  'cases.gates' | 'cases.gatesOf' | 'cases.passGate' | 'cases.nameDestination' | 'cases.dropDestination'
>;

const order: Readonly<Record<GateRow['state'], number>> = {
  held: 0,
  overtaken: 1,
  ready: 2,
  passedDespite: 3,
  passed: 4,
  notYet: 5,
  notApplicable: 6,
};

/** Gates of models: where each stands now, worked out from what is on file, and who passed it why. */
export function createGateHandlers(deps: FeatureDeps, joins: CaseJoins): Handlers {
  const views = createGateViews(joins);
  const { view } = views;

  return {
    'cases.gates': async ({ states, gates, text, offset, limit }) => {
      const { pause } = createSlicer();
      const models = await judgedModels(deps, views);
      const wanted = foldForSearch(text ?? '')
        .split(' ')
        .filter(Boolean);
      const counts = { models: models.length, held: 0, overtaken: 0, ready: 0, passed: 0 };
      const rows: GateRow[] = [];
      for (const { model, words, results } of models) {
        const named = wanted.every((word) => words.includes(word));
        for (const result of results) {
          if (result.state === 'held' || result.state === 'overtaken' || result.state === 'ready') counts[result.state] += 1;
          else if (result.state === 'passed' || result.state === 'passedDespite') counts.passed += 1;
          if (!named || (states !== undefined && !states.includes(result.state))) continue;
          if (gates !== undefined && !gates.includes(result.gate)) continue;
          if (result.state === 'notApplicable' && states === undefined) continue;
          rows.push(rowOf(model, result));
        }
        await pause();
      }
      // Stable: within a state, models stay by name and gates in their order. A gate that only waits for the one before comes after those that can be mended.
      const waits = ({ wanting }: GateRow) => Number(wanting.some(({ id }) => id === 'earlierGate'));
      const rank = (row: GateRow) => 2 * order[row.state] + waits(row);
      const ranks = rows.map((row) => ({ row, rank: rank(row) }));
      await pause();
      const inOrder = ranks.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
      return ok({ total: rows.length, counts, rows: inOrder.slice(offset, offset + limit) });
    },

    'cases.gatesOf': ({ assetId }) => view(deps.session(), assetId),

    'cases.passGate': ({ assetId, versionId, gate, destination, by, reason, despite, lastReport }) => {
      const workspace = deps.session();
      const now = view(workspace, assetId);
      if (!now.ok) return now;
      if (now.value.versionId !== versionId)
        return err({
          code: 'record.conflict',
          entity: 'gate',
          detail: 'The model has a newer version. Its gates start anew: look at them first',
        });
      const found = now.value.gates.find((one) => one.gate === gate && one.destination === destination);
      if (found === undefined) return err({ code: 'record.notFound', entity: 'gate', id: `${gate} ${destination}`.trim() });
      if (found.state === 'notApplicable')
        return err({ code: 'policy.refused', detail: 'This gate does not apply to the model, so there is nothing to pass' });
      if (gate === 'release' && destination === '')
        return err({ code: 'policy.refused', detail: 'Name the place the model is released to: each has a gate of its own' });
      const open = found.conditions.filter(({ state }) => state === 'missing' || state === 'open').map(({ id }) => id);
      if (!isSame(open, despite))
        return err({
          code: 'record.conflict',
          entity: 'gate',
          detail: 'What is missing has changed since you looked. Read the conditions again before passing the gate',
        });
      if ((found.reports[0]?.id ?? null) !== lastReport)
        return err({
          code: 'record.conflict',
          entity: 'gate',
          detail: 'A training pipeline reported this stage since you looked. Read its report before passing the gate',
        });
      const params = { name: now.value.name, gate, destination };
      return workspace.write({ method: 'cases.passGate', params, subject: { entity: 'assets', id: assetId } }, () => {
        prepared(
          workspace.db,
          `INSERT INTO gate_passes (id, asset_id, version_id, gate, destination, passed_on, by_name, reason, despite, made_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(
          deps.ports.ids.next(),
          assetId,
          versionId,
          gate,
          destination,
          deps.ports.clock.today(),
          by,
          reason,
          JSON.stringify(open),
          deps.ports.clock.now(),
        );
        return view(workspace, assetId);
      });
    },

    'cases.nameDestination': ({ assetId, country, note }) => {
      const workspace = deps.session();
      const model = currentModel(workspace, assetId);
      if (model === undefined) return err({ code: 'record.notFound', entity: 'model', id: assetId });
      const params = { name: model.name, country };
      return workspace.write({ method: 'cases.nameDestination', params, subject: { entity: 'assets', id: assetId } }, () => {
        prepared(
          workspace.db,
          `INSERT INTO gate_destinations (id, asset_id, country, note, named_on) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET note = excluded.note`,
        ).run(`${assetId}:${country}`, assetId, country, note, deps.ports.clock.today());
        return view(workspace, assetId);
      });
    },

    'cases.dropDestination': ({ assetId, country }) => {
      const workspace = deps.session();
      const model = currentModel(workspace, assetId);
      if (model === undefined) return err({ code: 'record.notFound', entity: 'model', id: assetId });
      const params = { name: model.name, country };
      return workspace.write({ method: 'cases.dropDestination', params, subject: { entity: 'assets', id: assetId } }, () => {
        const gone = prepared(workspace.db, 'DELETE FROM gate_destinations WHERE id = ?').run(`${assetId}:${country}`);
        return gone.changes === 0 ? err({ code: 'record.notFound', entity: 'destination', id: country }) : view(workspace, assetId);
      });
    },
  };
}

const isSame = (open: readonly GateConditionId[], despite: readonly GateConditionId[]): boolean =>
  open.length === new Set(despite).size && open.every((id) => despite.includes(id));

const rowOf = (model: CurrentModel, { gate, destination, state, conditions, pass }: GateResult): GateRow => ({
  assetId: model.id,
  name: model.name,
  versionId: model.versionId,
  versionLabel: model.versionLabel,
  ownerName: model.ownerName,
  stage: model.stage,
  gate,
  destination,
  state,
  wanting: conditions.filter((one) => one.state === 'missing' || one.state === 'open'),
  pass,
});
