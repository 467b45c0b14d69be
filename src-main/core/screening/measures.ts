import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { DecisionReason } from '../../../src-shared/contract/screening.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import type { Connection } from '../db/index.ts';
import { type DecisionRow, standingHits } from './store.ts';

const months = 36;

/** How much work screening makes and how much of it is for nothing: counted from this workspace's own decisions, never estimated. */
export function readMeasures({ db }: Pick<Connection, 'db'>, profile: ScreeningProfile): OutputOf<'screening.measures'> {
  const screened = (db.prepare('SELECT count(*) AS n FROM screening_subjects').get() as { n: number }).n;
  const hits = db.prepare(`SELECT id, state, first_seen FROM (${standingHits(profile)})`).all() as {
    id: string;
    state: string;
    first_seen: string;
  }[];
  const decisions = db.prepare('SELECT * FROM screening_decisions ORDER BY rowid').all() as DecisionRow[];
  const settled = decisions.filter(({ verdict }) => verdict === 'trueMatch' || verdict === 'falsePositive');
  // The last word on each hit counts, not how often somebody changed their mind.
  const lastOf = new Map(settled.map((row) => [row.hit_id, row]));
  const last = [...lastOf.values()];
  const falsePositives = last.filter(({ verdict }) => verdict === 'falsePositive');
  const seconds = settled.flatMap((row) => (row.seconds === null ? [] : [row.seconds])).sort((a, b) => a - b);
  const byMonth = new Map<string, { hits: number; trueMatches: number; falsePositives: number }>();
  const month = (at: string) => {
    const key = at.slice(0, 7);
    const found = byMonth.get(key) ?? { hits: 0, trueMatches: 0, falsePositives: 0 };
    byMonth.set(key, found);
    return found;
  };
  for (const hit of hits) month(hit.first_seen).hits += 1;
  for (const row of last) month(row.decided_at)[row.verdict === 'trueMatch' ? 'trueMatches' : 'falsePositives'] += 1;
  const byReason = new Map<DecisionReason, number>();
  for (const row of falsePositives) byReason.set(row.reason as DecisionReason, (byReason.get(row.reason as DecisionReason) ?? 0) + 1);
  const live = hits.filter(({ state }) => state !== 'gone').length;
  return {
    screened,
    alertsPer100: screened === 0 ? null : round((100 * live) / screened),
    shareFalse: last.length === 0 ? null : round(falsePositives.length / last.length, 3),
    decided: last.length,
    secondsPerDecision: seconds.length === 0 ? null : round(median(seconds)),
    byMonth: [...byMonth]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(-months)
      .map(([key, counts]) => ({ month: key, ...counts })),
    byReason: [...byReason].sort(([, a], [, b]) => b - a).map(([reason, count]) => ({ reason, count })),
  };
}

const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
