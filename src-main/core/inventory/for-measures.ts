import type { AssetMeasureId } from '../../../src-shared/model/measure.ts';
import { type Connection, prepared } from '../db/index.ts';

interface AssetMeasure {
  /** SQL: whether the asset `a` with its list line `s` is counted at all. */
  readonly counted: string;
  /** SQL: whether a counted one meets the measure. */
  readonly met: string;
}

/** SQL: somebody said how logs name the asset, or who may reach it. */
const isWatched = `EXISTS (SELECT 1 FROM access_assets w
  WHERE w.asset_id = a.id AND (w.resource_names <> '[]' OR w.allowed_roles IS NOT NULL OR w.allowed_teams IS NOT NULL))`;

/** SQL: measures count what is in use, neither archived nor retired. */
const isInUse = "a.archived_at IS NULL AND a.stage <> 'retired'";

const assetMeasures: Readonly<Record<AssetMeasureId, AssetMeasure>> = {
  modelsMapped: { counted: "a.kind = 'model'", met: `s.compute_likely IS NOT NULL AND ${isWatched}` },
  assetsClassified: { counted: '1', met: "coalesce(s.standing, 'unassessed') NOT IN ('unassessed', 'review')" },
  questionsAnswered: { counted: '1', met: 'coalesce(s.open_questions = 0, 0)' },
  accessCovered: { counted: "s.standing = 'restricted' AND a.kind IN ('model', 'software', 'technology')", met: isWatched },
  ownersNamed: { counted: '1', met: "trim(a.owner_name) <> ''" },
};

/** SQL for a list of assets `a` with their lines `s`: those that a measure counts and that meet it, or do not. */
export function measuredSql({ id, met }: { readonly id: AssetMeasureId; readonly met: boolean }): string {
  const measure = assetMeasures[id];
  return `${isInUse} AND ${measure.counted} AND ${met ? '' : 'NOT '}(${measure.met})`;
}

type Counts = Readonly<Record<AssetMeasureId, { readonly done: number; readonly of: number }>>;

/** How many assets in use each measure counts, and how many of them meet it. */
export function countAssetsForMeasures({ db }: Pick<Connection, 'db'>): Counts {
  const ids = Object.keys(assetMeasures) as AssetMeasureId[];
  const sums = ids.flatMap((id) => {
    const { counted, met } = assetMeasures[id];
    return [`coalesce(sum(${counted}), 0) AS ${id}_of`, `coalesce(sum((${counted}) AND (${met})), 0) AS ${id}_done`];
  });
  const row = prepared<[], Record<string, number>>(
    db,
    `SELECT ${sums.join(', ')} FROM assets a LEFT JOIN asset_states s ON s.asset_id = a.id WHERE ${isInUse}`,
  ).get();
  return Object.fromEntries(ids.map((id) => [id, { done: row?.[`${id}_done`] ?? 0, of: row?.[`${id}_of`] ?? 0 }])) as unknown as Counts;
}
