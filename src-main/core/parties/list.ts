import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { PartyRow, ScreeningStanding } from '../../../src-shared/contract/parties.ts';
import type { Judging } from '../classification/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { signsOf } from './ownership.ts';
import { listed, type PartyRecord, searchable } from './store.ts';
import { countriesOf } from './subjects.ts';

/** Where parties stand with screening, by id; asked for some parties at a time. */
export type Standings = (
  workspace: OpenWorkspace,
  rows: readonly PartyRecord[],
) => ReadonlyMap<string, { readonly standing: ScreeningStanding; readonly openHits: number; readonly screenedOn: PartyRow['screenedOn'] }>;

type Wanted = {
  readonly filter: InputOf<'parties.list'>['filter'];
  readonly sort?: InputOf<'parties.list'>['sort'];
  readonly offset: number;
  readonly limit: number;
};

const columnOf = { name: 'name COLLATE NOCASE', tier: 'tier', country: 'registration_country', standing: '', screenedOn: '' } as const;

/** One page of parties. Standing is worked out from hits and decisions; only a filter or an order by it looks at everybody. */
export function listParties(
  workspace: OpenWorkspace,
  { filter, sort, offset, limit }: Wanted,
  standings: Standings,
  judging: Pick<Judging, 'packs' | 'on'>,
): OutputOf<'parties.list'> {
  const { sql, values } = whereOf(filter);
  const by = sort?.by ?? 'name';
  const direction = sort?.descending === true ? 'DESC' : 'ASC';
  const byStanding = by === 'standing' || by === 'screenedOn' || filter.standings !== undefined;
  if (!byStanding) {
    const total = (workspace.db.prepare(`SELECT count(*) AS n FROM parties ${sql}`).get(...values) as { n: number }).n;
    const rows = workspace.db
      .prepare(`SELECT * FROM parties ${sql} ORDER BY ${columnOf[by]} ${direction} NULLS LAST, name COLLATE NOCASE, id LIMIT ? OFFSET ?`)
      .all(...values, limit, offset) as PartyRecord[];
    return { total, rows: rowsOf(workspace, rows, standings, judging) };
  }
  const all = workspace.db.prepare(`SELECT * FROM parties ${sql} ORDER BY name COLLATE NOCASE, id`).all(...values) as PartyRecord[];
  const standing = standings(workspace, all);
  const wanted = filter.standings === undefined ? null : new Set(filter.standings);
  const kept = all.filter(({ id }) => wanted === null || wanted.has(standing.get(id)?.standing ?? 'notScreened'));
  const rank = (row: PartyRecord): string =>
    by === 'screenedOn'
      ? (standing.get(row.id)?.screenedOn ?? '')
      : String(gravity.indexOf(standing.get(row.id)?.standing ?? 'notScreened'));
  if (by === 'standing' || by === 'screenedOn')
    kept.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0) * (direction === 'DESC' ? -1 : 1));
  return { total: kept.length, rows: rowsOf(workspace, kept.slice(offset, offset + limit), standings, judging) };
}

/** Gravest first. */
const gravity: readonly ScreeningStanding[] = ['trueMatch', 'escalated', 'open', 'needFacts', 'stale', 'notScreened', 'clear'];

function whereOf(filter: Wanted['filter']): { readonly sql: string; readonly values: readonly unknown[] } {
  const parts = [filter.archived === true ? 'archived_at IS NOT NULL' : 'archived_at IS NULL'];
  const values: unknown[] = [];
  const any = (condition: string, wanted: readonly string[] | undefined, times = 1) => {
    if (wanted === undefined || wanted.length === 0) return;
    parts.push(condition);
    for (let at = 0; at < times; at += 1) values.push(JSON.stringify(wanted));
  };
  for (const word of searchable(filter.text ?? '').split(' ')) {
    if (word === '') continue;
    parts.push('instr(search_text, ?) > 0');
    values.push(word);
  }
  any('kind IN (SELECT value FROM json_each(?))', filter.kinds);
  any('tier IN (SELECT value FROM json_each(?))', filter.tiers);
  any('EXISTS (SELECT 1 FROM json_each(roles) r WHERE r.value IN (SELECT value FROM json_each(?)))', filter.roles);
  any(
    `(registration_country IN (SELECT value FROM json_each(?)) OR headquarters_country IN (SELECT value FROM json_each(?))
      OR EXISTS (SELECT 1 FROM json_each(operation_countries) c WHERE c.value IN (SELECT value FROM json_each(?))))`,
    filter.countries,
    3,
  );
  return { sql: `WHERE ${parts.join(' AND ')}`, values };
}

export function rowsOf(
  workspace: OpenWorkspace,
  rows: readonly PartyRecord[],
  standings: Standings,
  { packs, on }: Pick<Judging, 'packs' | 'on'>,
): PartyRow[] {
  const standing = standings(workspace, rows);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    externalId: row.external_id,
    roles: listed<PartyRow['roles'][number]>(row.roles),
    countries: countriesOf(row).slice(0, 64),
    tier: row.tier,
    standing: standing.get(row.id)?.standing ?? 'notScreened',
    openHits: standing.get(row.id)?.openHits ?? 0,
    signs: signsOf(row, packs, on).length,
    screenedOn: standing.get(row.id)?.screenedOn ?? null,
    ownersKnown: row.kind === 'person' ? 'noneFurther' : row.owners_known,
    archived: row.archived_at !== null,
    revision: row.revision,
  }));
}

export function countParties(workspace: OpenWorkspace, standings: Standings): OutputOf<'parties.counts'> {
  const rows = prepared<[], PartyRecord>(workspace.db, 'SELECT * FROM parties WHERE archived_at IS NULL').all();
  const standing = standings(workspace, rows);
  const byStanding = { notScreened: 0, clear: 0, open: 0, trueMatch: 0, needFacts: 0, escalated: 0, stale: 0 };
  const byTier = { low: 0, medium: 0, high: 0, prohibited: 0, none: 0 };
  for (const row of rows) {
    byStanding[standing.get(row.id)?.standing ?? 'notScreened'] += 1;
    byTier[row.tier ?? 'none'] += 1;
  }
  return {
    parties: rows.length,
    byStanding,
    byTier,
    ownersUnknown: rows.filter(({ kind, owners_known }) => kind === 'organisation' && owners_known === 'unknown').length,
  };
}
