import type { AssetId } from '../../../src-shared/contract/inventory.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';

/** An asset that somebody should look at, with since when. */
export interface DueAsset {
  readonly assetId: AssetId;
  readonly name: string;
  readonly ownerName: string;
  /** Last look through the map, or the day the asset was added. */
  readonly since: IsoDate;
}

const mapSince = 'coalesce((SELECT max(m.reviewed_on) FROM map_reviews m WHERE m.asset_id = a.id), substr(a.created_at, 1, 10)) AS since';
const isOverdue = "a.archived_at IS NULL AND a.kind = 'model' AND a.stage <> 'retired' AND since <= ?";

/** Models in use whose map nobody looked through for `everyDays` days, the longest first. */
export function overdueMappings({ db }: Connection, today: IsoDate, everyDays: number, limit: number): DueAsset[] {
  return prepared<[string, number], DueAsset>(
    db,
    `SELECT a.id AS assetId, a.name, a.owner_name AS ownerName, ${mapSince} FROM assets a WHERE ${isOverdue}
     ORDER BY since, a.name COLLATE NOCASE LIMIT ?`,
  ).all(dayAfter(today, -everyDays), limit);
}

/** All of them, by the asset's id, with the day since when. */
export const overdueMaps = ({ db }: Connection, today: IsoDate, everyDays: number): ReadonlyMap<string, IsoDate> =>
  new Map(
    prepared<[string], { id: string; since: IsoDate }>(db, `SELECT a.id, ${mapSince} FROM assets a WHERE ${isOverdue}`)
      .all(dayAfter(today, -everyDays))
      .map(({ id, since }) => [id, since]),
  );

/** Last look through the map of each asset that had one, by its id. */
export const lastMapReviews = ({ db }: Connection): ReadonlyMap<string, IsoDate> =>
  new Map(
    prepared<[], { id: string; day: IsoDate }>(db, 'SELECT asset_id AS id, max(reviewed_on) AS day FROM map_reviews GROUP BY asset_id')
      .all()
      .map(({ id, day }) => [id, day]),
  );

/** An asset whose newest reading is above what was expected. */
export interface RunAbove {
  readonly assetId: AssetId;
  readonly name: string;
  readonly ownerName: string;
  /** Used over expected. */
  readonly ratio: number;
}

const newestAbove = `
  SELECT a.id AS assetId, a.name, a.owner_name AS ownerName, r.operations / r.expected AS ratio
  FROM run_readings r JOIN assets a ON a.id = r.asset_id AND a.archived_at IS NULL
  WHERE r.expected IS NOT NULL AND r.operations > r.expected
    AND NOT EXISTS (SELECT 1 FROM run_readings n WHERE n.asset_id = r.asset_id AND n.until_day > r.until_day)
  ORDER BY ratio DESC LIMIT ?`;

/** Assets whose newest metered use is above what was expected, the farthest first. */
export const runsAboveExpected = ({ db }: Connection, limit: number): RunAbove[] =>
  prepared<[number], RunAbove>(db, newestAbove).all(limit);
