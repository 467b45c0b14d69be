import type { AssetAccess } from '../../../src-shared/contract/access.ts';
import { type Connection, prepared } from '../db/index.ts';

interface Row {
  readonly asset_id: string;
  readonly resource_names: string;
  readonly allowed_roles: string | null;
  readonly allowed_teams: string | null;
  readonly licence_nationals: string | null;
  readonly form: AssetAccess['form'];
  readonly published: number | null;
  readonly fundamental_research: number | null;
  readonly revision: number;
}

const columns =
  'asset_id, resource_names, allowed_roles, allowed_teams, licence_nationals, form, published, fundamental_research, revision';

const list = (json: string | null): string[] | null => (json === null ? null : (JSON.parse(json) as string[]));
const yesNo = (value: number | null): boolean | null => (value === null ? null : value === 1);

const toAccess = (row: Row): AssetAccess => ({
  assetId: row.asset_id,
  resourceNames: list(row.resource_names) ?? [],
  allowedRoles: list(row.allowed_roles),
  allowedTeams: list(row.allowed_teams),
  licenceRequiredForNationalsOf: list(row.licence_nationals),
  form: row.form,
  published: yesNo(row.published),
  fundamentalResearch: yesNo(row.fundamental_research),
  revision: row.revision,
});

/** What is said of access to an asset; nothing where nobody said anything. */
export function findAssetAccess({ db }: Pick<Connection, 'db'>, assetId: string): AssetAccess | undefined {
  const row = prepared<[string], Row>(db, `SELECT ${columns} FROM access_assets WHERE asset_id = ?`).get(assetId);
  return row === undefined ? undefined : toAccess(row);
}

export const emptyAssetAccess = (assetId: string): AssetAccess => ({
  assetId,
  resourceNames: [],
  allowedRoles: null,
  allowedTeams: null,
  licenceRequiredForNationalsOf: null,
  form: null,
  published: null,
  fundamentalResearch: null,
  revision: 0,
});

export function allAssetAccess({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, AssetAccess> {
  return new Map(
    prepared<[], Row>(db, `SELECT ${columns} FROM access_assets`)
      .all()
      .map((row) => [row.asset_id, toAccess(row)]),
  );
}

/** Writes what is said of an asset, one revision on. Runs inside a command. */
export function putAssetAccess({ db }: Pick<Connection, 'db'>, access: AssetAccess): void {
  const json = (value: readonly string[] | null) => (value === null ? null : JSON.stringify(value));
  const flag = (value: boolean | null) => (value === null ? null : Number(value));
  prepared(
    db,
    `INSERT INTO access_assets (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (asset_id) DO UPDATE SET resource_names = excluded.resource_names, allowed_roles = excluded.allowed_roles,
       allowed_teams = excluded.allowed_teams, licence_nationals = excluded.licence_nationals, form = excluded.form,
       published = excluded.published, fundamental_research = excluded.fundamental_research, revision = excluded.revision`,
  ).run(
    access.assetId,
    JSON.stringify(access.resourceNames),
    json(access.allowedRoles),
    json(access.allowedTeams),
    json(access.licenceRequiredForNationalsOf),
    access.form,
    flag(access.published),
    flag(access.fundamentalResearch),
    access.revision + 1,
  );
}

/**
 * Lets assets answer to names that logs use, beside those they have. Runs inside a command. A name another asset had goes over: it was just said
 * whose it is.
 */
export function addResourceNames(
  connection: Pick<Connection, 'db'>,
  names: readonly { readonly assetId: string; readonly resource: string }[],
): void {
  const all = new Map(allAssetAccess(connection));
  const changed = new Set<string>();
  const put = (access: AssetAccess, resourceNames: readonly string[]) => {
    all.set(access.assetId, { ...access, resourceNames: [...resourceNames] });
    changed.add(access.assetId);
  };
  for (const { assetId, resource } of names) {
    const name = resource.trim().slice(0, 300);
    for (const other of all.values())
      if (other.assetId !== assetId && other.resourceNames.includes(name))
        put(
          other,
          other.resourceNames.filter((one) => one !== name),
        );
    const access = all.get(assetId) ?? emptyAssetAccess(assetId);
    if (name !== '' && !access.resourceNames.includes(name)) put(access, [...access.resourceNames, name].slice(-200));
  }
  for (const id of changed) putAssetAccess(connection, all.get(id) ?? emptyAssetAccess(id));
}
