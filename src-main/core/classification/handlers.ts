import type { classificationMethods } from '../../../src-shared/contract/classification.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { answerPrefix } from '../../../src-shared/model/asset-fields.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { classifyItem, explainChange } from '../../engine/classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { type Assessor, assetAt, assetDetail, changeFacts, checkFacts, findAsset, findVersion, parseFacts } from '../inventory/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { findFor } from './assess.ts';
import { createResultHandlers } from './bulk.ts';
import { startBulkCheck } from './bulk-check.ts';
import { createHumanHandlers } from './decisions.ts';
import type { ChipRates } from './facts/compute-inputs.ts';
import { fieldOfFact } from './facts/field-of-fact.ts';
import { loadFinding } from './finding-store.ts';
import { findingSha256 } from './judge/judge-item.ts';
import { type JudgingFor, packsKeyOf } from './judging.ts';
import { overviewOf } from './overview.ts';
import { classificationView } from './view.ts';

type Handlers = HandlersFor<typeof classificationMethods>;

/** Answers the classification methods. Conclusions come from the engine alone; these handlers fetch, store and explain. */
export function createClassificationHandlers(deps: FeatureDeps, assessor: Assessor, judgingFor: JudgingFor, rates: ChipRates): Handlers {
  const view = (workspace: OpenWorkspace, id: string, versionId?: string) =>
    classificationView(workspace, id, versionId, judgingFor(workspace), rates);

  return {
    'classification.get': ({ id, versionId }) => view(deps.session(), id, versionId),

    'classification.preview': ({ kind, name, facts, on }) => {
      const workspace = deps.session();
      const checked = checkFacts(
        kind,
        Object.entries(facts).map(([field, value]) => ({ field, value })),
      );
      if (!checked.ok) return checked;
      const judging = judgingFor(workspace);
      return ok(findFor(workspace, { kind, name, facts }, { packs: judging.packs, on: on ?? judging.on }, rates).finding);
    },

    'classification.onDay': ({ id, versionId, on }) => {
      const workspace = deps.session();
      const asset = findAsset(workspace, id);
      const version = asset === undefined ? undefined : findVersion(workspace, versionId ?? asset.currentVersionId);
      if (asset === undefined || version === undefined || version.assetId !== id)
        return err({ code: 'record.notFound', entity: 'asset', id });
      const item = { id, kind: asset.kind, name: asset.name, facts: parseFacts(version.facts) };
      const judging = judgingFor(workspace);
      const there = findFor(workspace, item, { packs: judging.packs, on }, rates).finding;
      const here = findFor(workspace, item, judging, rates).finding;
      return ok({ finding: there, changes: [...explainChange(here, there)] });
    },

    'classification.run': ({ id, versionId }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'classification.run', subject: { entity: 'assets', id } }, () => {
        if (findAsset(workspace, id) === undefined) return err({ code: 'record.notFound', entity: 'asset', id });
        assessor.assess(workspace, [id]);
        return view(workspace, id, versionId);
      });
    },

    'classification.answer': ({ id, versionId, revision, factId, value }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'classification.answer', params: { fact: factId }, subject: { entity: 'assets', id } }, () => {
        const asset = assetAt(workspace, id, revision);
        if (!asset.ok) return asset;
        const version = findVersion(workspace, versionId);
        if (version === undefined || version.assetId !== id) return err({ code: 'record.notFound', entity: 'assetVersion', id: versionId });
        const field = fieldOfFact(asset.value.kind, factId) ?? `${answerPrefix}${factId.replace(/^answers\./, '')}`.slice(0, 60);
        const changes = [{ field, value }];
        const checked = checkFacts(asset.value.kind, changes);
        if (!checked.ok) return checked;
        const judging = judgingFor(workspace);
        const item = { id, kind: asset.value.kind, name: asset.value.name };
        const before = findFor(workspace, { ...item, facts: parseFacts(version.facts) }, judging, rates).finding;
        changeFacts(workspace, asset.value, version, changes, { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() });
        assessor.assess(workspace, [id]);
        const detail = assetDetail(workspace, id, assessor.judgedNow(workspace), versionId);
        if (!detail.ok) return detail;
        const after = findFor(workspace, { ...item, facts: detail.value.facts }, judging, rates).finding;
        const seen = view(workspace, id, versionId);
        return seen.ok ? ok({ asset: detail.value, view: seen.value, changes: [...explainChange(before, after)] }) : seen;
      });
    },

    'classification.replay': ({ findingId }) => {
      const workspace = deps.session();
      const stored = loadFinding(workspace, findingId);
      if (stored === undefined) return err({ code: 'record.notFound', entity: 'finding', id: findingId });
      const { packs } = judgingFor(workspace);
      const packsPresent = packsKeyOf(packs) === stored.packsKey;
      const again = classifyItem(stored.itemFacts, stored.finding.on, packs);
      return ok({
        same: findingSha256(again) === stored.resultSha256,
        packsPresent,
        at: deps.ports.clock.now(),
        changes: [...explainChange(stored.finding, again)],
      });
    },

    'classification.bulkStart': ({ filter }) => startBulkCheck(deps, judgingFor, filter),
    'overview.get': async () => ok(await overviewOf(deps, assessor.judgedNow(deps.session()), createSlicer().pause)),

    ...createResultHandlers(deps, () => assessor.judgedNow(deps.session())),
    ...createHumanHandlers(deps, judgingFor, rates),
  };
}
