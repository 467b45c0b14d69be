import type { z } from 'zod';
import type { accessMethods, FindingLine } from '../../../src-shared/contract/access.ts';
import { type Connection, type OpenWorkspace, prepared, type RestsOn, untilChanged, untilChangedInSlices } from '../db/index.ts';
import { foldForSearch } from '../inventory/index.ts';
import { allAnswers } from './answers.ts';
import { type FindingRow, findingColumns, type StoredFinding, withBody } from './finding-rows.ts';
import { decisionsOn, lineOf } from './finding-view.ts';
import { findingState } from './newest-decision.ts';

type Query = z.output<(typeof accessMethods)['access.findings']['input']>;

const dayMs = 86_400_000;

const orders: Readonly<Record<Query['sort'], string>> = {
  rank: 'f.rank, f.last_ts DESC NULLS LAST, f.id',
  newest: 'f.last_ts DESC NULLS LAST, f.rank, f.id',
  label: 'f.number',
};

/** A page of findings. Words are looked for in label, title, person, account and asset. */
export function listFindings({ db }: Pick<Connection, 'db'>, query: Query): { total: number; rows: FindingLine[] } {
  const parts: string[] = ['1 = 1'];
  const values: (string | number)[] = [];
  const add = (sql: string, value: string | number) => {
    parts.push(sql);
    values.push(value);
  };
  for (const word of foldForSearch(query.text).split(' ').filter(Boolean)) {
    parts.push("(instr(f.search_text, ?) > 0 OR instr(printf('f-%04d', f.number), ?) > 0)");
    values.push(word, word);
  }
  const anyOf = (column: string, list: readonly string[]) => {
    if (list.length > 0) add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(list));
  };
  anyOf('f.type', query.types);
  anyOf('f.severity', query.severities);
  anyOf(findingState, query.states);
  if (query.personId !== null) add('f.person_id = ?', query.personId);
  if (query.assetId !== null) {
    // Looked for in the index that holds what is named; only lists with the id somewhere are taken apart.
    parts.push(`f.id IN (SELECT p.id FROM access_findings p INDEXED BY access_findings_pictured WHERE instr(p.assets, ?) > 0
      AND EXISTS (SELECT 1 FROM json_each(p.assets) a WHERE json_extract(a.value, '$.id') = ?))`);
    values.push(JSON.stringify(query.assetId), query.assetId);
  }
  if (query.began !== null) {
    parts.push('f.gone = 0');
    add('f.first_ts >= ?', Date.parse(query.began.from));
    add('f.first_ts < ?', Date.parse(query.began.until) + dayMs);
  }
  const where = parts.join(' AND ');
  const total = countWhere({ db }, where, values);
  const rows = db
    .prepare<unknown[], StoredFinding>(
      // Which they are is found in an index; rows are wide, and only those of the page are read.
      `SELECT ${findingColumns}, f.packed, f.body FROM access_findings f
       WHERE f.id IN (SELECT f.id FROM access_findings f WHERE ${where} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?)
       ORDER BY ${orders[query.sort]}`,
    )
    .all(...values, query.limit, query.offset);
  const answers = allAnswers({ db });
  return {
    total,
    rows: rows.map((row) => lineOf(withBody(row), decisionsOn({ db }, row.id)[0], answers)),
  };
}

/** Counts asked for that are kept at once: more than the tiles of a screen ask. */
const mostCounts = 60;

/** How many findings fit, which all have to be looked at for; kept until one of them or a decision changes. */
function countWhere({ db }: Pick<Connection, 'db'>, where: string, values: readonly (string | number)[]): number {
  const counts = untilChanged({ db }, 'findingCounts', '', () => new Map<string, number>(), stateTables);
  const asked = JSON.stringify([where, values]);
  const known = counts.get(asked);
  if (known !== undefined) return known;
  const { n } = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM access_findings f WHERE ${where}`).get(...values) ?? {
    n: 0,
  };
  if (counts.size >= mostCounts) counts.clear();
  counts.set(asked, n);
  return n;
}

/** A finding without what only its page shows. */
export interface FindingState
  extends Pick<
    FindingRow,
    'id' | 'number' | 'type' | 'severity' | 'confidence' | 'person_id' | 'account' | 'asset_id' | 'assets' | 'first_ts'
  > {
  readonly countries: string;
  readonly state: string;
}

const findingsPerPage = 4000;

const stateTables: RestsOn = ['access_decisions', 'access_findings'];

/** All findings with their state, ranked; read a page at a time and kept until one of them or a decision changes. */
export const findingStates = (session: () => Pick<OpenWorkspace, 'db'>, pause: () => Promise<void>): Promise<readonly FindingState[]> =>
  untilChangedInSlices(
    session,
    'findingStates',
    '',
    pause,
    async (turn) => {
      const all: FindingState[] = [];
      for (let page = statesFrom(session(), 0); page.length > 0; page = statesFrom(session(), all.length)) {
        all.push(...page);
        await turn();
      }
      return all;
    },
    stateTables,
  );

const statesFrom = ({ db }: Pick<OpenWorkspace, 'db'>, offset: number): readonly FindingState[] =>
  prepared<[number, number], FindingState>(
    db,
    // In the order of the index that holds all these columns: no row of the table is read, and every page follows the one before.
    `SELECT f.id, f.number, f.type, f.severity, f.confidence, f.person_id, f.account, f.asset_id, f.assets, f.first_ts, f.countries,
       CASE WHEN d.finding_id IS NULL THEN 'open' ELSE ${findingState} END AS state
     FROM access_findings f LEFT JOIN (SELECT DISTINCT finding_id FROM access_decisions) d ON d.finding_id = f.id
     ORDER BY f.rank, f.number LIMIT ? OFFSET ?`,
  ).all(findingsPerPage, offset);
