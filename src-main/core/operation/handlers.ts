import { desc, eq } from 'drizzle-orm';
import type { AssetId } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { ComputeLevel, MapReview, type Operation, type operationMethods, RunReading } from '../../../src-shared/contract/operation.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { findAsset, findVersion, parseFacts } from '../inventory/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { computeLevels, mapReviews, runReadings } from './tables.ts';

/** Keeps how assets are run: compute levels, metered use against what was expected, and looks through the map. */
export function createOperationHandlers(deps: FeatureDeps): HandlersFor<typeof operationMethods> {
  const view = (workspace: OpenWorkspace, assetId: string) => operationOf(workspace, assetId, deps.ports.clock.today());
  const subject = (assetId: string) => ({ entity: 'assets', id: assetId });
  return {
    'operation.get': ({ assetId }) => view(deps.session(), assetId),

    'operation.saveLevel': ({ id, countries, ...level }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'operation.saveLevel', params: { segment: level.segment }, subject: subject(level.assetId) }, () => {
        const row = { ...level, countries: JSON.stringify(countries) };
        const { orm } = workspace;
        if (findAsset(workspace, level.assetId) === undefined) return err({ code: 'record.notFound', entity: 'asset', id: level.assetId });
        if (id === null) {
          orm
            .insert(computeLevels)
            .values({ id: deps.ports.ids.next(), ...row, revision: 0 })
            .run();
          return view(workspace, level.assetId);
        }
        const before = orm.select().from(computeLevels).where(eq(computeLevels.id, id)).get();
        const current = atRevision('computeLevel', id, level.revision, before);
        if (!current.ok) return current;
        orm
          .update(computeLevels)
          .set({ ...row, revision: level.revision + 1 })
          .where(eq(computeLevels.id, id))
          .run();
        return view(workspace, level.assetId);
      });
    },

    'operation.saveReading': ({ id, ...reading }) => {
      const workspace = deps.session();
      if (reading.until < reading.from) return err({ code: 'request.invalid', issues: ['until: the last day lies before the first'] });
      const params = { from: reading.from, until: reading.until };
      return workspace.write({ method: 'operation.saveReading', params, subject: subject(reading.assetId) }, () => {
        const { orm } = workspace;
        if (findAsset(workspace, reading.assetId) === undefined)
          return err({ code: 'record.notFound', entity: 'asset', id: reading.assetId });
        if (id === null) {
          orm
            .insert(runReadings)
            .values({ id: deps.ports.ids.next(), ...reading, revision: 0 })
            .run();
          return view(workspace, reading.assetId);
        }
        const before = orm.select().from(runReadings).where(eq(runReadings.id, id)).get();
        const current = atRevision('runReading', id, reading.revision, before);
        if (!current.ok) return current;
        orm
          .update(runReadings)
          .set({ ...reading, revision: reading.revision + 1 })
          .where(eq(runReadings.id, id))
          .run();
        return view(workspace, reading.assetId);
      });
    },

    'operation.reviewMap': (review) => {
      const workspace = deps.session();
      return workspace.write({ method: 'operation.reviewMap', params: { by: review.by }, subject: subject(review.assetId) }, () => {
        if (findAsset(workspace, review.assetId) === undefined)
          return err({ code: 'record.notFound', entity: 'asset', id: review.assetId });
        workspace.orm
          .insert(mapReviews)
          .values({ id: deps.ports.ids.next(), ...review, reviewedOn: deps.ports.clock.today() })
          .run();
        return view(workspace, review.assetId);
      });
    },
  };
}

function operationOf(workspace: OpenWorkspace, assetId: string, today: IsoDate): Reply<Operation> {
  const { orm } = workspace;
  const asset = findAsset(workspace, assetId);
  if (asset === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
  const levels = orm.select().from(computeLevels).where(eq(computeLevels.assetId, assetId)).orderBy(computeLevels.segment).all();
  const readings = orm.select().from(runReadings).where(eq(runReadings.assetId, assetId)).orderBy(desc(runReadings.until)).all();
  const reviews = orm.select().from(mapReviews).where(eq(mapReviews.assetId, assetId)).orderBy(desc(mapReviews.reviewedOn)).all();
  const used = readings.reduce((sum, { operations }) => sum + operations, 0);
  const recorded = recordedOperations(workspace, asset.currentVersionId);
  const since = (reviews[0]?.reviewedOn ?? asset.createdAt.slice(0, 10)) as IsoDate;
  const mapDue = dayAfter(since, readWorkspaceSettings(workspace.db).mapEveryDays);
  return ok({
    levels: levels.map((row) => ComputeLevel.parse({ ...row, countries: JSON.parse(row.countries) })),
    readings: readings.map((row) => {
      const reading = RunReading.parse({ ...row, assetId: row.assetId as AssetId });
      const ratio = reading.expected === null ? null : reading.operations / reading.expected;
      return { ...reading, ratio, aboveExpected: ratio !== null && ratio > 1 };
    }),
    used,
    recorded,
    aboveRecorded: recorded !== null && used > recorded,
    mapReviews: reviews.map((row) => MapReview.parse(row)),
    mapDue,
    mapOverdue: mapDue <= today,
  });
}

/** Training operations that the version's facts state, the upper end of a range; null where they state none. */
function recordedOperations(workspace: OpenWorkspace, versionId: string): number | null {
  const version = findVersion(workspace, versionId);
  const fact = version === undefined ? undefined : parseFacts(version.facts)['trainingOperations'];
  if (fact?.state !== 'known' || typeof fact.value !== 'object' || Array.isArray(fact.value)) return null;
  return fact.value.high ?? fact.value.value;
}
