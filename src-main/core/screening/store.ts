import type { HitDecision, HitState, Run, Subject } from '../../../src-shared/contract/screening.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Feature, LeftOver, NamePair, ScreeningProfile } from '../../../src-shared/model/screening.ts';
import { type Connection, prepared } from '../db/index.ts';
import { thresholdSql } from './profile.ts';
import { subjectKey } from './subjects.ts';

/** What a hit's row keeps of the engine's answer. */
export interface HitBody {
  readonly pairs: readonly NamePair[];
  readonly unmatched: { readonly query: readonly LeftOver[]; readonly listed: readonly LeftOver[] };
  readonly features: readonly Feature[];
  /** Scores of all names of the entry. */
  readonly names: readonly { readonly text: string; readonly nameScore: number }[];
}

export interface HitRow {
  readonly id: string;
  readonly subject_kind: Subject['kind'];
  readonly subject_id: string;
  readonly list: string;
  readonly entry_id: string;
  readonly type: string;
  readonly entry_name: string;
  readonly matched_name: string;
  readonly query_name: string;
  readonly score: number;
  readonly name_score: number;
  readonly evidence_score: number;
  readonly body: string;
  readonly subject_ground: string;
  readonly entry_ground: string;
  readonly list_version: string;
  readonly version_id: string;
  readonly engine: string;
  readonly first_seen: string;
  readonly last_seen: string;
  readonly first_run: string;
  readonly gone: number;
}

export interface DecisionRow {
  readonly id: string;
  readonly hit_id: string;
  readonly verdict: 'trueMatch' | 'falsePositive' | 'needFacts' | 'escalate' | 'reopen';
  readonly reason: string;
  readonly note: string;
  readonly decided_by: string;
  readonly decided_at: string;
  readonly seconds: number | null;
  readonly subject_ground: string;
  readonly entry_ground: string;
  readonly needs_second: number;
  readonly second_agree: number | null;
  readonly second_note: string;
  readonly second_by: string;
  readonly second_at: string | null;
}

/** What people said of a hit in one decision. */
export type SaidOfHit = Pick<HitDecision, 'verdict' | 'reason' | 'note' | 'by' | 'at' | 'second'>;

export const saidIn = (row: DecisionRow): SaidOfHit => ({
  verdict: row.verdict,
  reason: row.reason as HitDecision['reason'],
  note: row.note,
  by: row.decided_by,
  at: row.decided_at as HitDecision['at'],
  second:
    row.second_at === null
      ? null
      : { agree: row.second_agree === 1, note: row.second_note, by: row.second_by, at: row.second_at as HitDecision['at'] },
});

/** A hit with where it stands by the workspace's thresholds and the last decision about it. */
export interface StandingHit extends HitRow {
  readonly state: HitState;
  readonly band: 'strong' | 'review';
  readonly decisions: number;
}

/**
 * SQL of the hits that count, as `h`: at or above the review threshold, or decided once, with `state`, `band` and `decisions`.
 *
 * The state is worked out and not kept, so that undoing a decision, changing a threshold or a new list version shows at once. A
 * "not the same" stands only while both sides say what they said when it was decided.
 */
export function standingHits(profile: ScreeningProfile): string {
  return `
    SELECT h.*, coalesce(d.n, 0) AS decisions,
      CASE WHEN h.score >= ${thresholdSql(profile, 'strong')} THEN 'strong' ELSE 'review' END AS band,
      CASE
        WHEN h.gone = 1 THEN 'gone'
        WHEN l.verdict IS NULL OR l.verdict = 'reopen' THEN 'open'
        WHEN l.verdict = 'falsePositive' AND (l.subject_ground <> h.subject_ground OR l.entry_ground <> h.entry_ground) THEN 'lapsed'
        WHEN l.verdict = 'falsePositive' THEN 'falsePositive'
        WHEN l.verdict = 'needFacts' THEN 'needFacts'
        WHEN l.verdict = 'escalate' THEN 'escalated'
        WHEN l.needs_second = 1 AND l.second_agree IS NULL THEN 'trueUnconfirmed'
        WHEN l.needs_second = 1 AND l.second_agree = 0 THEN 'escalated'
        ELSE 'trueMatch'
      END AS state
    FROM screening_hits h
    LEFT JOIN (SELECT hit_id, count(*) AS n, max(rowid) AS last FROM screening_decisions GROUP BY hit_id) d ON d.hit_id = h.id
    LEFT JOIN screening_decisions l ON l.rowid = d.last
    WHERE d.n IS NOT NULL OR (h.gone = 0 AND h.score >= ${thresholdSql(profile, 'review')})`;
}

/** States that wait for somebody. */
export const waitingStates = ['open', 'lapsed', 'needFacts', 'escalated', 'trueUnconfirmed'] as const satisfies readonly HitState[];
export const waitingSql = waitingStates.map((state) => `'${state}'`).join(', ');

export const findHit = ({ db }: Pick<Connection, 'db'>, profile: ScreeningProfile, id: string): StandingHit | undefined =>
  db.prepare<[string], StandingHit>(`SELECT * FROM (${standingHits(profile)}) WHERE id = ?`).get(id);

export const decisionsOf = ({ db }: Pick<Connection, 'db'>, hit: string): readonly DecisionRow[] =>
  prepared<[string], DecisionRow>(db, 'SELECT * FROM screening_decisions WHERE hit_id = ? ORDER BY rowid DESC').all(hit);

/** Hits of parties that somebody called true, whether or not a second person has agreed yet. */
export const confirmedHits = ({ db }: Pick<Connection, 'db'>, profile: ScreeningProfile): readonly StandingHit[] =>
  db
    .prepare<[], StandingHit>(
      `SELECT * FROM (${standingHits(profile)}) WHERE subject_kind = 'party' AND state IN ('trueMatch', 'trueUnconfirmed') ORDER BY score DESC, id`,
    )
    .all();

export const hitsOfSubject = ({ db }: Pick<Connection, 'db'>, profile: ScreeningProfile, subject: Subject): readonly StandingHit[] =>
  db
    .prepare<[string, string], StandingHit>(
      `SELECT * FROM (${standingHits(profile)}) WHERE subject_kind = ? AND subject_id = ? ORDER BY score DESC, id LIMIT 500`,
    )
    .all(subject.kind, subject.id);

/** What the last look at everybody knew of each subject, by `subjectKey`. */
export function screenedBefore({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, { readonly hash: string; readonly at: string }> {
  const rows = prepared<[], Subject & { readonly hash: string; readonly screened_at: string }>(
    db,
    'SELECT kind, id, hash, screened_at FROM screening_subjects',
  ).all();
  return new Map(rows.map((row) => [subjectKey(row), { hash: row.hash, at: row.screened_at }]));
}

/** Version of each list that everybody was compared with last, by the list's code. */
export function screenedVersions({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, string> {
  const rows = prepared<[], { readonly list: string; readonly version_id: string }>(
    db,
    'SELECT list, version_id FROM screening_bases',
  ).all();
  return new Map(rows.map(({ list, version_id }) => [list, version_id]));
}

interface RunRow {
  readonly id: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly run_by: string;
  readonly cause: Run['cause'];
  readonly subjects: number;
  readonly entries: number;
  readonly new_hits: number;
  readonly lapsed: number;
  readonly gone: number;
  readonly lists: string;
  readonly profile: string;
}

const runView = (row: RunRow): Run => ({
  id: row.id,
  startedAt: row.started_at as Run['startedAt'],
  finishedAt: row.finished_at as Run['finishedAt'],
  by: row.run_by,
  cause: row.cause,
  subjects: row.subjects,
  entries: row.entries,
  newHits: row.new_hits,
  lapsed: row.lapsed,
  gone: row.gone,
  lists: JSON.parse(row.lists) as Run['lists'],
  profile: row.profile,
});

export const runsOf = ({ db }: Pick<Connection, 'db'>, limit: number): Run[] =>
  prepared<[number], RunRow>(db, 'SELECT * FROM screening_runs ORDER BY started_at DESC, rowid DESC LIMIT ?').all(limit).map(runView);

/** Day of the last screening of everybody against everything; of the very first run where nobody asked for one since. Null before any. */
export const lastLookAtEverybody = ({ db }: Pick<Connection, 'db'>): IsoDate | null => {
  const row = prepared<[], { at: string | null }>(
    db,
    `SELECT coalesce(max(CASE WHEN cause = 'all' THEN started_at END), min(started_at)) AS at FROM screening_runs`,
  ).get();
  return row?.at === null || row === undefined ? null : (row.at.slice(0, 10) as IsoDate);
};

export function findRun({ db }: Pick<Connection, 'db'>, id: string): Run | undefined {
  const row = prepared<[string], RunRow>(db, 'SELECT * FROM screening_runs WHERE id = ?').get(id);
  return row === undefined ? undefined : runView(row);
}

export function insertRun({ db }: Pick<Connection, 'db'>, run: Run): void {
  prepared(db, 'INSERT INTO screening_runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    run.id,
    run.startedAt,
    run.finishedAt,
    run.by,
    run.cause,
    run.subjects,
    run.entries,
    run.newHits,
    run.lapsed,
    run.gone,
    JSON.stringify(run.lists),
    run.profile,
  );
}
