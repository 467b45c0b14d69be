import { sql } from 'drizzle-orm';
import type { Connection } from '../db/index.ts';
import type { AssetKind } from './types.ts';

/** Totals per kind; `needAttention` counts what is undetermined or was never judged. */
export function assetCounts({ orm }: Connection): { kind: AssetKind; total: number; needAttention: number; completeness: number }[] {
  return orm.all(sql`
    SELECT a.kind AS kind, count(*) AS total,
      sum(CASE WHEN s.standing = 'review' OR s.classification = '' THEN 1 ELSE 0 END) AS needAttention,
      avg(s.completeness) AS completeness
    FROM assets a JOIN asset_states s ON s.asset_id = a.id
    WHERE a.archived_at IS NULL GROUP BY a.kind ORDER BY a.kind`);
}

/** Distinct owners, classifications and roles to offer as filters, most frequent first. */
export function assetFacets(
  { db }: Connection,
  kinds: readonly AssetKind[],
): { owners: string[]; classifications: string[]; roles: string[] } {
  const distinct = (column: string): string[] =>
    db
      .prepare<[string], { value: string }>(
        `SELECT ${column} AS value, count(*) AS n FROM assets a JOIN asset_states s ON s.asset_id = a.id
         WHERE a.archived_at IS NULL AND a.kind IN (SELECT value FROM json_each(?)) AND ${column} <> '' GROUP BY value ORDER BY n DESC, value LIMIT 200`,
      )
      .all(JSON.stringify(kinds))
      .map((row) => row.value);
  return { owners: distinct('a.owner_name'), classifications: distinct('s.classification'), roles: distinct('s.role') };
}
