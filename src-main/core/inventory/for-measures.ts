import { type Connection, prepared } from '../db/index.ts';

/** Counts over what is in use: neither archived nor retired. */
export interface AssetCounts {
  readonly assets: number;
  readonly owned: number;
  readonly classified: number;
  readonly answered: number;
  readonly models: number;
  readonly mapped: number;
  readonly controlled: number;
  readonly watched: number;
}

/** `watched` are the ids of assets of which somebody said how logs name them or who may reach them. */
export function countAssetsForMeasures({ db }: Pick<Connection, 'db'>, watched: readonly string[]): AssetCounts {
  const row = prepared<[string], AssetCounts>(
    db,
    `WITH seen AS (SELECT value AS id FROM json_each(?))
     SELECT count(*) AS assets, coalesce(sum(trim(a.owner_name) <> ''), 0) AS owned,
       coalesce(sum(s.standing IS NOT NULL AND s.standing NOT IN ('unassessed', 'review')), 0) AS classified,
       coalesce(sum(s.open_questions = 0), 0) AS answered,
       coalesce(sum(a.kind = 'model'), 0) AS models,
       coalesce(sum(a.kind = 'model' AND s.compute_likely IS NOT NULL AND w.id IS NOT NULL), 0) AS mapped,
       coalesce(sum(s.standing = 'restricted' AND a.kind IN ('model', 'software', 'technology')), 0) AS controlled,
       coalesce(sum(s.standing = 'restricted' AND a.kind IN ('model', 'software', 'technology') AND w.id IS NOT NULL), 0) AS watched
     FROM assets a LEFT JOIN asset_states s ON s.asset_id = a.id LEFT JOIN seen w ON w.id = a.id
     WHERE a.archived_at IS NULL AND a.stage <> 'retired'`,
  ).get(JSON.stringify(watched));
  if (row === undefined) throw new Error('Counting answers with one row');
  return row;
}
