import type { AssetDetail, inventoryMethods } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Assessor } from './assessor.ts';
import { bulkEdit } from './bulk-edit.ts';
import { checkFacts } from './check-facts.ts';
import { assetDetail } from './detail.ts';
import { duplicateAsset } from './duplicate.ts';
import { assetCounts, assetFacets } from './facets.ts';
import { listAssetIds, listAssets } from './list-query.ts';
import { createQuestionHandlers } from './questions.ts';
import {
  addVersion,
  assetAt,
  changeFacts,
  findAsset,
  findVersion,
  insertAsset,
  insertLink,
  parseFacts,
  removeLink,
  type Stamp,
  setArchived,
  updateColumns,
} from './register.ts';
import { createSideHandlers } from './side-handlers.ts';
import { productTree } from './tree.ts';

type Handlers = HandlersFor<typeof inventoryMethods>;

/** Answers the register's methods. Each command is one transaction that also makes the finding and the list line new. */
export function createInventoryHandlers(deps: FeatureDeps, assessor: Assessor): Handlers {
  const stamp = (): Stamp => ({ newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() });
  const now = (workspace: OpenWorkspace) => assessor.judgedNow(workspace);
  const detail = (workspace: OpenWorkspace, id: string, versionId?: string): Reply<AssetDetail> =>
    assetDetail(workspace, id, now(workspace), versionId);

  return {
    'inventory.list': (query) => {
      const workspace = deps.session();
      return ok(listAssets(workspace.db, query, now(workspace)));
    },
    'inventory.ids': ({ filter }) => {
      const workspace = deps.session();
      return ok(listAssetIds(workspace.db, filter, now(workspace)));
    },
    'inventory.counts': () => ok(assetCounts(deps.session())),
    'inventory.facets': ({ kinds }) => ok(assetFacets(deps.session(), kinds)),
    'inventory.get': ({ id, versionId }) => detail(deps.session(), id, versionId),

    'inventory.create': (input) => {
      const workspace = deps.session();
      const facts = checkFacts(
        input.kind,
        Object.entries(input.facts).map(([field, value]) => ({ field, value })),
      );
      if (!facts.ok) return facts;
      return workspace.write({ method: 'inventory.create', params: { name: input.name, kind: input.kind } }, () => {
        const at = stamp();
        const { assetId } = insertAsset(workspace, input, at);
        for (const link of input.links ?? []) {
          const tied = insertLink(workspace, { ...link, fromId: assetId, note: '' }, at);
          if (!tied.ok) return tied;
        }
        assessor.assess(workspace, [assetId]);
        return detail(workspace, assetId);
      });
    },

    'inventory.update': ({ id, revision, columns }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'inventory.update', subject: { entity: 'assets', id } }, () => {
        const asset = assetAt(workspace, id, revision);
        if (!asset.ok) return asset;
        updateColumns(workspace, asset.value, columns, stamp());
        assessor.assess(workspace, [id]);
        return detail(workspace, id);
      });
    },

    'inventory.setFacts': ({ id, versionId, revision, changes }) => {
      const workspace = deps.session();
      return workspace.write(
        {
          method: 'inventory.setFacts',
          params: {
            fields: changes
              .map((change) => change.field)
              .join(', ')
              .slice(0, 300),
          },
          subject: { entity: 'assets', id },
        },
        () => {
          const asset = assetAt(workspace, id, revision);
          if (!asset.ok) return asset;
          const checked = checkFacts(asset.value.kind, changes);
          if (!checked.ok) return checked;
          const version = findVersion(workspace, versionId);
          if (version === undefined || version.assetId !== id)
            return err({ code: 'record.notFound', entity: 'assetVersion', id: versionId });
          changeFacts(workspace, asset.value, version, changes, stamp());
          assessor.assess(workspace, [id]);
          return detail(workspace, id, versionId);
        },
      );
    },

    'inventory.bulkEdit': (input) => bulkEdit(deps, assessor, stamp, input),

    'inventory.archive': ({ ids, archived }) => {
      const workspace = deps.session();
      return workspace.write({ method: archived ? 'inventory.archive' : 'inventory.restore', params: { count: ids.length } }, () =>
        ok({ changed: setArchived(workspace, ids, archived, stamp()) }),
      );
    },

    'inventory.duplicate': ({ id, revision, versionId }) => {
      const workspace = deps.session();
      const name = findAsset(workspace, id)?.name ?? '';
      return workspace.write({ method: 'inventory.duplicate', params: { name } }, () => {
        const asset = assetAt(workspace, id, revision);
        if (!asset.ok) return asset;
        const copy = duplicateAsset(workspace, asset.value, versionId, stamp());
        if (!copy.ok) return copy;
        assessor.assess(workspace, [copy.value]);
        return detail(workspace, copy.value);
      });
    },

    'inventory.addVersion': ({ id, revision, label, copyFrom, note }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'inventory.addVersion', params: { label }, subject: { entity: 'assets', id } }, () => {
        const asset = assetAt(workspace, id, revision);
        if (!asset.ok) return asset;
        const source = copyFrom === null ? null : findVersion(workspace, copyFrom);
        if (source === undefined || (source !== null && source.assetId !== id))
          return err({ code: 'record.notFound', entity: 'assetVersion', id: copyFrom ?? '' });
        const added = addVersion(workspace, asset.value, { label, note, copyFrom: source }, stamp());
        if (!added.ok) return added;
        assessor.assess(workspace, [id]);
        return detail(workspace, id);
      });
    },

    'inventory.compareVersions': ({ a, b }) => {
      const workspace = deps.session();
      const [before, after] = [findVersion(workspace, a), findVersion(workspace, b)];
      if (before === undefined) return err({ code: 'record.notFound', entity: 'assetVersion', id: a });
      if (after === undefined) return err({ code: 'record.notFound', entity: 'assetVersion', id: b });
      const [old, young] = [parseFacts(before.facts), parseFacts(after.facts)];
      const fields = [...new Set([...Object.keys(old), ...Object.keys(young)])].filter(
        (field) => JSON.stringify(old[field]) !== JSON.stringify(young[field]),
      );
      return ok(fields.map((field) => ({ field, before: old[field] ?? null, after: young[field] ?? null })).sort(byCatalogueOrder));
    },

    'inventory.link': ({ kind, fromId, toId, note }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'inventory.link', subject: { entity: 'assets', id: fromId } }, () => {
        for (const id of [fromId, toId]) {
          const end = detail(workspace, id);
          if (!end.ok) return end;
        }
        const tied = insertLink(workspace, { kind, fromId, toId, note }, stamp());
        if (!tied.ok) return tied;
        assessor.assess(workspace, [fromId, toId]);
        return detail(workspace, fromId);
      });
    },

    'inventory.unlink': ({ linkId, assetId }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'inventory.unlink', subject: { entity: 'assets', id: assetId } }, () => {
        if (!removeLink(workspace, linkId)) return err({ code: 'record.notFound', entity: 'assetLink', id: linkId });
        assessor.assess(workspace, [assetId]);
        return detail(workspace, assetId);
      });
    },

    'inventory.tree': ({ id }) => ok(productTree(deps.session(), id)),

    ...createQuestionHandlers(deps),
    ...createSideHandlers(deps, now),
  };
}

function byCatalogueOrder(left: { readonly field: string }, right: { readonly field: string }): number {
  const place = (id: string) => assetField(id)?.group ?? 'zzz';
  return place(left.field).localeCompare(place(right.field)) || left.field.localeCompare(right.field);
}
