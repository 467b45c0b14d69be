import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { PeopleFilter, PeopleSort, PersonRow } from '../../../src-shared/contract/people.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';
import { plainText } from '../importers/index.ts';
import type { PersonRecord } from './store.ts';

const accountCount = "(SELECT count(*) FROM account_links l WHERE l.person_id = p.id AND l.state = 'person')";

const sortColumn: Readonly<Record<z.infer<typeof PeopleSort>['by'], string>> = {
  name: 'p.name COLLATE NOCASE',
  externalId: 'p.external_key',
  team: 'p.team COLLATE NOCASE',
  role: 'p.role COLLATE NOCASE',
  site: 'p.site COLLATE NOCASE',
  employment: 'p.employment',
  accounts: accountCount,
  startOn: 'p.start_on',
  lastDay: 'p.last_day',
  citizenship: "CASE p.citizenship_state WHEN 'unknown' THEN 0 WHEN 'notAsked' THEN 1 ELSE 2 END",
};

/** Turns a filter into SQL with bound values. No condition looks at what a tie says. */
function whereOf(filter: PeopleFilter, today: IsoDate): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const parts = [filter.archived === true ? 'p.archived_at IS NOT NULL' : 'p.archived_at IS NULL'];
  const values: (string | number)[] = [];
  const add = (sql: string, ...bound: readonly (string | number)[]) => {
    parts.push(sql);
    values.push(...bound);
  };
  const anyOf = (column: string, wanted: readonly string[] | undefined) => {
    if (wanted !== undefined && wanted.length > 0) add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(wanted));
  };
  anyOf('p.team', filter.teams);
  anyOf('p.role', filter.roles);
  anyOf('p.site', filter.sites);
  anyOf('p.employment', filter.employment);
  anyOf('p.citizenship_state', filter.citizenship);
  for (const word of plainText(filter.text ?? '').split(' ')) if (word !== '') add('instr(p.search_text, ?) > 0', word);
  if (filter.sourced !== undefined) add("p.citizenship_state = 'onFile' AND p.sourced = ?", filter.sourced ? 1 : 0);
  if (filter.left === true) add('p.last_day < ?', today);
  if (filter.left === false) add('(p.last_day IS NULL OR p.last_day >= ?)', today);
  if (filter.withoutAccount === true) add(`${accountCount} = 0`);
  return { sql: `WHERE ${parts.join(' AND ')}`, values };
}

interface RawRow extends PersonRecord {
  readonly accounts: number;
}

/** One page of people; ties by name, then id, so that pages never overlap. */
export function listPeople(
  db: Database.Database,
  query: {
    readonly filter: PeopleFilter;
    readonly sort?: z.infer<typeof PeopleSort> | undefined;
    readonly offset: number;
    readonly limit: number;
  },
  today: IsoDate,
): { readonly total: number; readonly rows: readonly PersonRow[] } {
  const where = whereOf(query.filter, today);
  const { by, descending } = query.sort ?? { by: 'name' as const, descending: false };
  const order = `${sortColumn[by]} ${descending ? 'DESC' : 'ASC'}${by === 'name' ? '' : ` NULLS LAST, ${sortColumn.name}`}, p.id`;
  // Sorting ids alone is several times as fast as sorting whole lines.
  const page = `SELECT p.id FROM people p ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const rows = db
    .prepare<unknown[], RawRow>(`SELECT p.*, ${accountCount} AS accounts FROM people p WHERE p.id IN (${page}) ORDER BY ${order}`)
    .all(...where.values, query.limit, query.offset);
  const total = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM people p ${where.sql}`).get(...where.values)?.n ?? 0;
  return { total, rows: rows.map(toRow) };
}

export function findPersonRow({ db }: Connection, id: string): PersonRow | undefined {
  const row = prepared<[string], RawRow>(db, `SELECT p.*, ${accountCount} AS accounts FROM people p WHERE p.id = ?`).get(id);
  return row === undefined ? undefined : toRow(row);
}

function toRow(row: RawRow): PersonRow {
  return {
    id: row.id,
    name: row.name,
    externalId: row.external_id,
    team: row.team,
    role: row.role,
    site: row.site,
    employment: row.employment as PersonRow['employment'],
    accounts: row.accounts,
    startOn: row.start_on as IsoDate | null,
    lastDay: row.last_day as IsoDate | null,
    citizenship: row.citizenship_state,
    sourced: row.sourced === 1,
    position: null,
    findings: null,
    archived: row.archived_at !== null,
    revision: row.revision,
  };
}

/** Teams, roles, sites and kinds of employment with how many people each has, most first. */
export function peopleFacets({ db }: Connection) {
  const values = (column: string) =>
    db
      .prepare<[], { value: string; count: number }>(
        `SELECT ${column} AS value, count(*) AS count FROM people WHERE archived_at IS NULL AND COALESCE(${column}, '') <> '' GROUP BY ${column} ORDER BY 2 DESC, 1 LIMIT 200`,
      )
      .all();
  return { teams: values('team'), roles: values('role'), sites: values('site'), employment: values('employment').slice(0, 20) };
}

export function peopleCounts({ db }: Connection, today: IsoDate) {
  const row = prepared<[string], Record<'people' | 'left' | 'onFile' | 'unknown' | 'notAsked' | 'unsourced', number>>(
    db,
    `SELECT count(*) AS people,
       COALESCE(sum(last_day < ?), 0) AS left,
       COALESCE(sum(citizenship_state = 'onFile'), 0) AS onFile,
       COALESCE(sum(citizenship_state = 'unknown'), 0) AS unknown,
       COALESCE(sum(citizenship_state = 'notAsked'), 0) AS notAsked,
       COALESCE(sum(citizenship_state = 'onFile' AND sourced = 0), 0) AS unsourced
     FROM people WHERE archived_at IS NULL`,
  ).get(today);
  const one = (sql: string, ...values: readonly string[]) => prepared<string[], { n: number }>(db, sql).get(...values)?.n ?? 0;
  return {
    people: row?.people ?? 0,
    left: row?.left ?? 0,
    citizenship: { onFile: row?.onFile ?? 0, unknown: row?.unknown ?? 0, notAsked: row?.notAsked ?? 0 },
    unsourced: row?.unsourced ?? 0,
    overdue: one('SELECT count(*) AS n FROM person_ties WHERE keep_until < ?', today),
    serviceAccounts: one("SELECT count(*) AS n FROM account_links WHERE state = 'service'"),
  };
}
