import { type Connection, prepared } from '../db/index.ts';
import { newestDecision } from './newest-decision.ts';

/** Where a finding stands for whoever works on it. */
export interface FindingStanding {
  readonly id: string;
  /** Of its newest decision; `open` where nobody decided. */
  readonly state: string;
  /** Nothing in the logs shows it any more. */
  readonly gone: boolean;
  /** It was decided, and what it rests on has changed since. */
  readonly moved: boolean;
}

/** Where some findings of the access audit stand; those that do not exist are left out. */
export function findingStandings({ db }: Pick<Connection, 'db'>, ids: readonly string[]): readonly FindingStanding[] {
  return prepared<[string], { id: string; gone: number; fingerprint: string; state: string | null; decidedOn: string | null }>(
    db,
    `SELECT f.id, f.gone, f.fingerprint, d.state, d.fingerprint AS decidedOn FROM access_findings f
     LEFT JOIN access_decisions d ON d.rowid =
       ${newestDecision}
     WHERE f.id IN (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(ids))
    .map(({ id, gone, fingerprint, state, decidedOn }) => ({
      id,
      state: state ?? 'open',
      gone: gone === 1,
      moved: decidedOn !== null && decidedOn !== fingerprint,
    }));
}
