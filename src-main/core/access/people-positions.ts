import type { z } from 'zod';
import type { Position } from '../../../src-shared/contract/access.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { assetsOf } from './finding-rows.ts';
import { findingState } from './newest-decision.ts';

/** Ids of the assets that findings of the last run say a person reached. */
export function assetsInFindingsOf({ db }: OpenWorkspace, personId: string): ReadonlySet<string> {
  const rows = prepared<[string], { assets: string }>(db, 'SELECT assets FROM access_findings WHERE person_id = ? AND gone = 0').all(
    personId,
  );
  return new Set(rows.flatMap((row) => assetsOf(row).map(({ id }) => id)));
}

/** The same of everybody, by person. */
export function assetsInFindings({ db }: Pick<OpenWorkspace, 'db'>): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = prepared<[], { person: string; assets: string }>(
    db,
    'SELECT DISTINCT person_id AS person, assets FROM access_findings WHERE person_id IS NOT NULL AND gone = 0',
  ).all();
  // Few assets are named by many findings: each list of them is read once.
  const read = new Map<string, readonly string[]>();
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const ids = read.get(row.assets) ?? assetsOf(row).map(({ id }) => id);
    read.set(row.assets, ids);
    const own = found.get(row.person) ?? new Set<string>();
    for (const id of ids) own.add(id);
    found.set(row.person, own);
  }
  return found;
}

/** Where people stand towards controlled assets as of the last run, and how many findings of theirs are open. */
export function positionsOf(
  workspace: OpenWorkspace,
  ids: readonly string[],
): ReadonlyMap<string, { readonly position: z.infer<typeof Position>; readonly findings: number }> {
  const { db } = workspace;
  const position = prepared<[string], { position: z.infer<typeof Position> }>(
    db,
    'SELECT position FROM access_positions WHERE person_id = ?',
  );
  const open = prepared<[string], { n: number }>(
    db,
    `SELECT count(*) AS n FROM access_findings f WHERE f.person_id = ? AND f.gone = 0
       AND ${findingState} = 'open'`,
  );
  return new Map(
    ids.flatMap((id) => {
      const row = position.get(id);
      return row === undefined ? [] : [[id, { position: row.position, findings: open.get(id)?.n ?? 0 }] as const];
    }),
  );
}
