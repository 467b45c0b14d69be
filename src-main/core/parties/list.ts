import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { PartyOverall, type PartyRow, type ScreeningStanding } from '../../../src-shared/contract/parties.ts';
import type { Judging } from '../classification/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { gravestOf, overallOf } from './overall.ts';
import { createBriefs, type TrueMatches } from './ownership.ts';
import { listed, type PartyRecord, searchable } from './store.ts';
import { countriesOf } from './subjects.ts';

/** Where parties stand with screening, by id; asked for some parties at a time. */
export type Standings = (
  workspace: OpenWorkspace,
  rows: readonly PartyRecord[],
) => ReadonlyMap<string, { readonly standing: ScreeningStanding; readonly openHits: number; readonly screenedOn: PartyRow['screenedOn'] }>;

/** What findings beside the lists rest on: the rules of the day and the matches that were confirmed. */
export type Grounds = Pick<Judging, 'packs' | 'on'> & { readonly matches: TrueMatches; readonly beside: Beside };

/** What other rooms keep of parties, by id; whoever is not named has nothing there. */
export interface Beside {
  /** Checks and undertakings that are expected: how many wait, and the states there are, the first first. */
  readonly vettings: ReadonlyMap<string, { readonly open: number; readonly states: readonly NonNullable<PartyRow['vetting']>[] }>;
}

type Wanted = {
  readonly filter: InputOf<'parties.list'>['filter'];
  readonly sort?: InputOf<'parties.list'>['sort'];
  readonly offset: number;
  readonly limit: number;
};

const columnOf = { name: 'name COLLATE NOCASE', tier: 'tier', country: 'registration_country' } as const;

/** One page of parties. Standing and the overall word are worked out, not kept; only a filter or an order by them looks at everybody, in slices. */
export async function listParties(
  workspace: OpenWorkspace,
  { filter, sort, offset, limit }: Wanted,
  standings: Standings,
  grounds: Grounds,
  pause: Pause,
): Promise<OutputOf<'parties.list'>> {
  const { sql, values } = whereOf(filter, grounds.beside);
  const by = sort?.by ?? 'name';
  const direction = sort?.descending === true ? 'DESC' : 'ASC';
  const workedOut = by === 'standing' || by === 'screenedOn' || by === 'overall';
  const isNarrowed = filter.standings !== undefined || filter.overall !== undefined;
  const order = workedOut ? columnOf.name : `${columnOf[by]} ${direction} NULLS LAST, name COLLATE NOCASE`;
  if (!workedOut && !isNarrowed) {
    const total = (workspace.db.prepare(`SELECT count(*) AS n FROM parties ${sql}`).get(...values) as { n: number }).n;
    const rows = workspace.db
      .prepare(`SELECT * FROM parties ${sql} ORDER BY ${order}, id LIMIT ? OFFSET ?`)
      .all(...values, limit, offset) as PartyRecord[];
    return { total, rows: await allRowsOf(workspace, rows, standings, grounds, pause) };
  }
  const all = workspace.db.prepare(`SELECT * FROM parties ${sql} ORDER BY ${order}, id`).all(...values) as PartyRecord[];
  const standing = standings(workspace, all);
  const standingOf = (row: PartyRecord) => standing.get(row.id)?.standing ?? 'notScreened';
  const wanted = filter.standings === undefined ? null : new Set(filter.standings);
  const kept = wanted === null ? all : all.filter((row) => wanted.has(standingOf(row)));
  if (by !== 'overall' && filter.overall === undefined) {
    const rank = (row: PartyRecord): string | number =>
      by === 'screenedOn' ? (standing.get(row.id)?.screenedOn ?? '') : gravity.indexOf(standingOf(row));
    if (workedOut) sortBy(kept, rank, direction);
    return { total: kept.length, rows: await allRowsOf(workspace, kept.slice(offset, offset + limit), standings, grounds, pause) };
  }
  const overall = await allRowsOf(workspace, kept, standings, grounds, pause);
  const chosen = filter.overall === undefined ? null : new Set(filter.overall);
  const rows = overall.filter((row) => chosen === null || chosen.has(row.overall));
  if (workedOut)
    sortBy(
      rows,
      (row) =>
        by === 'overall'
          ? PartyOverall.options.indexOf(row.overall)
          : by === 'screenedOn'
            ? (row.screenedOn ?? '')
            : gravity.indexOf(row.standing),
      direction,
    );
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

function sortBy<T>(rows: T[], rank: (row: T) => string | number, direction: 'ASC' | 'DESC'): void {
  const ranks = new Map(rows.map((row) => [row, rank(row)]));
  const sign = direction === 'DESC' ? -1 : 1;
  rows.sort((a, b) => {
    const [first, second] = [ranks.get(a) ?? '', ranks.get(b) ?? ''];
    return (first < second ? -1 : first > second ? 1 : 0) * sign;
  });
}

/** Gravest first. */
const gravity: readonly ScreeningStanding[] = ['trueMatch', 'escalated', 'open', 'needFacts', 'stale', 'notScreened', 'noMatch'];

function whereOf(filter: Wanted['filter'], beside: Beside): { readonly sql: string; readonly values: readonly unknown[] } {
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
  if (filter.vettings !== undefined && filter.vettings.length > 0) {
    const wanted = new Set<string>(filter.vettings);
    parts.push('id IN (SELECT value FROM json_each(?))');
    values.push(
      JSON.stringify([...beside.vettings].filter(([, { states }]) => states.some((state) => wanted.has(state))).map(([id]) => id)),
    );
  }
  return { sql: `WHERE ${parts.join(' AND ')}`, values };
}

/** Lets other requests have their turn; throws where the workspace was locked meanwhile. */
export type Pause = () => Promise<void>;

/** Lines of some parties. */
export function rowsOf(workspace: OpenWorkspace, rows: readonly PartyRecord[], standings: Standings, grounds: Grounds): PartyRow[] {
  return rows.map(createRows(workspace, rows, standings, grounds));
}

/** The same of as many as there are. */
async function allRowsOf(
  workspace: OpenWorkspace,
  rows: readonly PartyRecord[],
  standings: Standings,
  grounds: Grounds,
  pause: Pause,
): Promise<PartyRow[]> {
  await pause();
  const rowOf = createRows(workspace, rows, standings, grounds);
  const all: PartyRow[] = [];
  for (const row of rows) {
    await pause();
    all.push(rowOf(row));
  }
  return all;
}

function createRows(
  workspace: OpenWorkspace,
  rows: readonly PartyRecord[],
  standings: Standings,
  { matches, beside, ...judging }: Grounds,
): (row: PartyRecord) => PartyRow {
  const standing = standings(workspace, rows);
  const briefOf = createBriefs(workspace, judging, matches);
  return (row) => {
    const here = standing.get(row.id) ?? { standing: 'notScreened', openHits: 0, screenedOn: null };
    const { signs, ownership } = briefOf(row);
    const countries = countriesOf(row);
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      externalId: row.external_id,
      roles: listed<PartyRow['roles'][number]>(row.roles),
      countries: countries.slice(0, 64),
      tier: row.tier,
      overall: overallOf(here.standing, signs, ownership, countries.length > 0),
      ...here,
      signs: signs.length,
      gravest: gravestOf(signs),
      vetting: beside.vettings.get(row.id)?.states[0] ?? null,
      vettingsOpen: beside.vettings.get(row.id)?.open ?? 0,
      ownersKnown: row.kind === 'person' ? 'noneFurther' : row.owners_known,
      archived: row.archived_at !== null,
      revision: row.revision,
    };
  };
}

/** How many parties stand where, those in use alone. */
export async function countParties(
  workspace: OpenWorkspace,
  standings: Standings,
  grounds: Grounds,
  pause: Pause,
): Promise<OutputOf<'parties.counts'>> {
  const records = prepared<[], PartyRecord>(workspace.db, 'SELECT * FROM parties WHERE archived_at IS NULL').all();
  const byOverall = { trueMatch: 0, grave: 0, toDecide: 0, notScreened: 0, toAsk: 0, nothingFound: 0 };
  const byStanding = { notScreened: 0, noMatch: 0, open: 0, trueMatch: 0, needFacts: 0, escalated: 0, stale: 0 };
  const byTier = { low: 0, medium: 0, high: 0, prohibited: 0, none: 0 };
  const rows = await allRowsOf(workspace, records, standings, grounds, pause);
  for (const row of rows) {
    byOverall[row.overall] += 1;
    byStanding[row.standing] += 1;
    byTier[row.tier ?? 'none'] += 1;
  }
  return {
    parties: rows.length,
    byOverall,
    byStanding,
    byTier,
    ownersUnknown: rows.filter(({ kind, ownersKnown }) => kind === 'organisation' && ownersKnown === 'unknown').length,
  };
}
