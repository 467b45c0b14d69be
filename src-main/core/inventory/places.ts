import { type Connection, prepared } from '../db/index.ts';

/**
 * Country in which each asset is kept, ISO 3166-1 alpha-2 by id: where the asset itself says so, else that of its site. Assets of which neither is
 * known are left out.
 */
export function keptInByAsset({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, string> {
  const rows = prepared<[], { readonly id: string; readonly country: string | null }>(
    db,
    `SELECT a.id, COALESCE(json_extract(v.facts, '$.locatedIn.value'), t.country) AS country
       FROM assets a JOIN asset_versions v ON v.id = a.current_version_id LEFT JOIN sites t ON t.id = a.site_id`,
  ).all();
  return new Map(rows.flatMap(({ id, country }) => (country !== null && /^[A-Z]{2}$/.test(country) ? [[id, country] as const] : [])));
}

/** Sites, by name, with how many assets in use are at each. */
export const sitesWithAssets = ({
  db,
}: Pick<Connection, 'db'>): {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly city: string;
  readonly assets: number;
}[] =>
  prepared<[], { id: string; name: string; country: string; city: string; assets: number }>(
    db,
    `SELECT t.id, t.name, t.country, t.city, (SELECT count(*) FROM assets a WHERE a.site_id = t.id AND a.archived_at IS NULL) AS assets
       FROM sites t ORDER BY t.name COLLATE NOCASE, t.id LIMIT 1000`,
  ).all();
