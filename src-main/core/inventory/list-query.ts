import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { AssetFilter, AssetId, AssetRow, AssetSort } from '../../../src-shared/contract/inventory.ts';
import { prepared } from '../db/index.ts';
import { searchWords } from './fold.ts';
import { measuredSql } from './for-measures.ts';
import { type RawRow, toAssetRow } from './rows.ts';

/** What staleness is measured against: the packs in use, and the last day on which a rule changed. */
export interface JudgedNow {
  readonly packsKey: string;
  readonly lastRuleChange: string;
  readonly today: string;
}

interface Where {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const columns = `
  a.id, a.kind, a.name, a.owner_name, a.stage, a.current_version_id AS version_id, a.version_count, a.revision, a.updated_at, a.archived_at,
  v.label AS version_label, COALESCE(t.name, '') AS site_name,
  s.finding_id, s.judged_on, s.packs_key, s.role, s.purpose, s.compute_low, s.compute_likely, s.compute_high, s.weights, s.tpp,
  s.performance_density, s.data_centre, s.classification, s.open_entry, s.standing, s.completeness, s.open_questions, s.near_limit, s.decided_until`;

/** All that a filter looks at. */
const filtered = `
  FROM assets a
  JOIN asset_states s ON s.asset_id = a.id`;

const from = `${filtered}
  JOIN asset_versions v ON v.id = a.current_version_id
  LEFT JOIN sites t ON t.id = a.site_id`;

const standingRank = `CASE s.standing WHEN 'restricted' THEN 0 WHEN 'review' THEN 1 WHEN 'unassessed' THEN 2 WHEN 'clearOnClaimedRules' THEN 3 ELSE 4 END`;

const sortColumn: Readonly<Record<z.infer<typeof AssetSort>['by'], string>> = {
  name: 'a.name COLLATE NOCASE',
  kind: 'a.kind',
  role: 's.role',
  compute: 's.compute_likely',
  weights: 's.weights',
  tpp: 's.tpp',
  performanceDensity: 's.performance_density',
  standing: standingRank,
  classification: 's.classification',
  completeness: 's.completeness',
  openQuestions: 's.open_questions',
  ownerName: 'a.owner_name COLLATE NOCASE',
  stage: 'a.stage',
  siteName: "COALESCE(t.name, '') COLLATE NOCASE",
  updatedAt: 'a.updated_at',
};

/** A finding that rests on other facts or rules than those of today. What was never classified is unassessed, not stale. */
const isStale = `(s.finding_id IS NOT NULL AND (s.version_id <> a.current_version_id OR s.packs_key <> ? OR s.judged_on < ?))`;

/** SQL: kind of the newest decision ever taken on the asset `a`; null where nobody decided. */
export const newestDecisionKind =
  '(SELECT d.kind FROM decisions d WHERE d.asset_id = a.id ORDER BY d.decided_on DESC, d.rowid DESC LIMIT 1)';

/** One condition on a list line `s` for each word of a search: every word must stand in it somewhere. */
export const wordConditions = (text: string): { readonly sql: string; readonly value: string }[] =>
  searchWords(text).map((value) => ({ sql: 'instr(s.search_text, ?) > 0', value }));

/** Turns a filter into SQL with bound values; nothing of the filter is ever spliced into the text. */
export function whereOf(filter: AssetFilter, now: JudgedNow): Where {
  const parts: string[] = [filter.archived === true ? 'a.archived_at IS NOT NULL' : 'a.archived_at IS NULL'];
  const values: (string | number)[] = [];
  const add = (sql: string, ...bound: readonly (string | number)[]) => {
    parts.push(sql);
    values.push(...bound);
  };
  const anyOf = (column: string, wanted: readonly string[] | undefined) => {
    if (wanted !== undefined && wanted.length > 0) add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(wanted));
  };

  anyOf('a.kind', filter.kinds);
  anyOf('s.standing', filter.standings);
  anyOf('a.stage', filter.stages);
  anyOf('s.role', filter.roles);
  anyOf('a.owner_name', filter.owners);
  anyOf('s.weights', filter.weights);
  anyOf('s.classification', filter.classifications);
  anyOf('a.id', filter.ids);
  for (const { sql, value } of wordConditions(filter.text ?? '')) add(sql, value);
  if (filter.computeAtLeast !== undefined) add('s.compute_likely >= ?', filter.computeAtLeast);
  if (filter.tppAtLeast !== undefined) add('s.tpp >= ?', filter.tppAtLeast);
  if (filter.needsFacts === true) add('(s.open_questions > 0 OR s.standing = ?)', 'unassessed');
  if (filter.needsFacts === false) add('s.open_questions = 0 AND s.standing <> ?', 'unassessed');
  if (filter.stale === true) add(isStale, now.packsKey, now.lastRuleChange);
  if (filter.stale === false) add(`NOT ${isStale}`, now.packsKey, now.lastRuleChange);
  if (filter.nearLimit !== undefined) add('s.near_limit = ?', filter.nearLimit ? 1 : 0);
  if (filter.undecided === true) add('s.decided_until < ?', now.today);
  if (filter.undecided === false) add('s.decided_until >= ?', now.today);
  if (filter.decided !== undefined) add(`${newestDecisionKind} = ?`, filter.decided);
  if (filter.measured !== undefined) add(measuredSql(filter.measured));
  if (filter.updatedSince !== undefined) add('a.updated_at >= ?', filter.updatedSince);
  return { sql: `WHERE ${parts.join(' AND ')}`, values };
}

/** Every asset has a name, so names need no word about empty ones: that lets the index by name give the order. */
function orderOf({ by, descending }: z.infer<typeof AssetSort>): string {
  const direction = descending ? 'DESC' : 'ASC';
  return by === 'name' ? `${sortColumn.name} ${direction}, a.id` : `${sortColumn[by]} ${direction} NULLS LAST, ${sortColumn.name}, a.id`;
}

/** One page of the register in the order asked for; ties by name, then id, so that pages never overlap. */
export function listAssets(
  db: Database.Database,
  query: {
    readonly filter: AssetFilter;
    readonly sort?: z.infer<typeof AssetSort> | undefined;
    readonly offset: number;
    readonly limit: number;
  },
  now: JudgedNow,
): { readonly total: number; readonly rows: AssetRow[] } {
  const where = whereOf(query.filter, now);
  const sort = query.sort ?? { by: 'name', descending: false };
  const order = orderOf(sort);
  // Sorting ids alone is several times as fast as sorting whole lines.
  const page = `SELECT a.id ${sort.by === 'siteName' ? from : filtered} ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const rows = db
    .prepare<unknown[], RawRow>(`SELECT ${columns} ${from} WHERE a.id IN (${page}) ORDER BY ${order}`)
    .all(...where.values, query.limit, query.offset);
  return { total: countAssets(db, query.filter, now), rows: rows.map((row) => toAssetRow(row, now)) };
}

/** One asset's line, archived or not. */
export function findAssetRow(db: Database.Database, id: string, now: JudgedNow): AssetRow | undefined {
  const row = prepared<[string], RawRow>(db, `SELECT ${columns} ${from} WHERE a.id = ?`).get(id);
  return row === undefined ? undefined : toAssetRow(row, now);
}

/** Ids of every asset the filter finds, by name. */
export function listAssetIds(db: Database.Database, filter: AssetFilter, now: JudgedNow): AssetId[] {
  const where = whereOf(filter, now);
  return db
    .prepare<unknown[], { id: AssetId }>(`SELECT a.id ${filtered} ${where.sql} ORDER BY a.name COLLATE NOCASE, a.id LIMIT 10000`)
    .all(...where.values)
    .map((row) => row.id);
}

/** How many assets the filter finds. */
export function countAssets(db: Database.Database, filter: AssetFilter, now: JudgedNow): number {
  const where = whereOf(filter, now);
  return db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n ${filtered} ${where.sql}`).get(...where.values)?.n ?? 0;
}

/** What is counted of all assets that are not archived. */
interface AssetTotals {
  readonly assets: number;
  /** Mean share of the facts that are known, 0 to 1. */
  readonly completeness: number;
  readonly openQuestions: number;
  readonly stale: number;
  readonly byStanding: Readonly<Record<(typeof standings)[number], number>>;
}

const standings = ['clear', 'clearOnClaimedRules', 'review', 'restricted', 'unassessed'] as const;

/** Counted together, since every line has to be read for any of them. */
export function assetTotals(db: Database.Database, now: JudgedNow): AssetTotals {
  const row = prepared<[string, string], Record<string, number | null>>(
    db,
    `SELECT count(*) AS assets, avg(s.completeness) AS completeness, sum(s.open_questions) AS openQuestions, sum(${isStale}) AS stale,
       ${standings.map((standing) => `sum(s.standing = '${standing}') AS ${standing}`).join(', ')}
     ${filtered} WHERE a.archived_at IS NULL`,
  ).get(now.packsKey, now.lastRuleChange);
  const count = (name: string) => row?.[name] ?? 0;
  return {
    assets: count('assets'),
    completeness: count('completeness'),
    openQuestions: count('openQuestions'),
    stale: count('stale'),
    byStanding: Object.fromEntries(standings.map((standing) => [standing, count(standing)])) as AssetTotals['byStanding'],
  };
}
