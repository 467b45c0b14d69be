import { type Connection, prepared } from '../db/index.ts';
import { plainText } from '../importers/index.ts';
import type { ControlledAsset } from './reach.ts';

/**
 * People of the roster who have not left by a day, with whether their access is sensitive: their role or team is meant for a controlled asset, or
 * findings say that they reached one. `reached` gives ids of assets by person; `only` reads one of them by id.
 */
export function staffOn(
  { db }: Pick<Connection, 'db'>,
  day: string,
  assets: readonly ControlledAsset[],
  reached: ReadonlyMap<string, ReadonlySet<string>>,
  only?: string,
): readonly { readonly id: string; readonly name: string; readonly sensitive: boolean }[] {
  const roles = new Set(assets.flatMap(({ allowedRoles }) => allowedRoles ?? []).map(plainText));
  const teams = new Set(assets.flatMap(({ allowedTeams }) => allowedTeams ?? []).map(plainText));
  const controlled = new Set(assets.map(({ assetId }) => assetId));
  return prepared<[{ day: string; only: string | null }], { id: string; name: string; role: string; team: string }>(
    db,
    `SELECT id, name, role, team FROM people WHERE archived_at IS NULL AND erased_at IS NULL AND (last_day IS NULL OR last_day >= @day)
       ${only === undefined ? 'AND @only IS NULL' : 'AND id = @only'} ORDER BY id`,
  )
    .all({ day, only: only ?? null })
    .map(({ id, name, role, team }) => ({
      ...{ id, name },
      sensitive:
        (role !== '' && roles.has(plainText(role))) ||
        (team !== '' && teams.has(plainText(team))) ||
        [...(reached.get(id) ?? [])].some((asset) => controlled.has(asset)),
    }));
}
