import type { accessMethods } from '../../../src-shared/contract/access.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { settingDefinitions, settingFault } from '../../engine/access/index.ts';
import { atRevision, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { findAsset } from '../inventory/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { emptyAssetAccess, findAssetAccess, putAssetAccess } from './asset-access.ts';
import { coverageOfAssets } from './coverage.ts';
import { createDecisionHandlers } from './decisions.ts';
import { explainStoredEvent } from './explain.ts';
import { listFindings } from './finding-list.ts';
import { findingView } from './finding-view.ts';
import { matrixOf } from './matrix.ts';
import { createMatrixExport } from './matrix-export.ts';
import { overviewOf, unmatchedResources } from './overview.ts';
import { placeName } from './place-names.ts';
import { runAudit } from './run.ts';
import { listAccessSettings } from './settings-store.ts';
import type { AccessJoins } from './sources.ts';

type Elsewhere = 'access.events' | 'access.countEvents' | 'access.eventSource' | 'access.timeline';

/** Answers the access methods but for those that read events, which the store of events answers. */
export function createAccessHandlers(deps: FeatureDeps, joins: AccessJoins): Omit<HandlersFor<typeof accessMethods>, Elsewhere> {
  const pauses = () => createSlicer().pause;
  return {
    ...createDecisionHandlers(deps),
    'access.overview': async () => ok(await overviewOf(deps, joins, pauses())),
    'access.run': () => {
      const jobId = deps.jobs.start({ kind: 'access.audit', touches: ['access'] }, (job) => runAudit(deps, joins, job));
      return ok({ jobId });
    },
    'access.findings': (query) => ok(listFindings(deps.session(), query)),
    'access.finding': ({ id }) => {
      const view = findingView(deps.session(), id, deps.ports.clock.today(), placeName);
      return view === undefined ? err({ code: 'record.notFound', entity: 'accessFinding', id }) : ok(view);
    },
    'access.whyNot': async ({ id }) => explainStoredEvent(deps, joins, id, pauses()),
    ...createMatrixExport(deps, joins),
    'access.matrix': async (query) => ok(await matrixOf(deps, joins, query, pauses())),
    'access.coverage': async () => ok(await coverageOfAssets(deps, joins, pauses())),
    'access.asset': ({ assetId }) => {
      const workspace = deps.session();
      if (findAsset(workspace, assetId) === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
      return ok(findAssetAccess(workspace, assetId) ?? emptyAssetAccess(assetId));
    },
    'access.saveAsset': (access) => {
      const workspace = deps.session();
      const { assetId } = access;
      const asset = findAsset(workspace, assetId);
      if (asset === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
      return workspace.write(
        { method: 'access.saveAsset', params: { name: asset.name }, subject: { entity: 'assets', id: assetId } },
        () => {
          const before = findAssetAccess(workspace, assetId) ?? emptyAssetAccess(assetId);
          const current = atRevision('assetAccess', assetId, access.revision, before);
          if (!current.ok) return current;
          putAssetAccess(workspace, access);
          return ok(findAssetAccess(workspace, assetId) ?? emptyAssetAccess(assetId));
        },
      );
    },
    'access.unmatchedResources': async ({ limit }) => ok(await unmatchedResources(deps, joins, limit, pauses())),
    'access.settings': () => ok(listAccessSettings(deps.session())),
    'access.saveSetting': ({ id, value, reason }) => {
      const workspace = deps.session();
      const definition = settingDefinitions.find((one) => one.id === id);
      if (definition === undefined) return err({ code: 'record.notFound', entity: 'accessSetting', id });
      const fault = value === null ? null : settingFault(definition, value);
      if (fault !== null) return err({ code: 'request.invalid', issues: [`value: ${fault}`] });
      if (value !== null && reason === '')
        return err({ code: 'request.invalid', issues: ['reason: say why another value fits the company'] });
      return workspace.write({ method: 'access.saveSetting', params: { title: definition.title } }, () => {
        if (value === null) prepared(workspace.db, 'DELETE FROM access_settings WHERE id = ?').run(id);
        else
          prepared(
            workspace.db,
            'INSERT INTO access_settings (id, value, reason) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value, reason = excluded.reason',
          ).run(id, JSON.stringify(value), reason);
        return ok(listAccessSettings(workspace));
      });
    },
  };
}
