import type { HitState } from '../../../src-shared/contract/screening.ts';
import type { Connection } from '../db/index.ts';
import { profileOf, readProfile } from './profile.ts';
import { standingHits, waitingStates } from './store.ts';
import { subjectKey } from './subjects.ts';

/** Where a hit stands for whoever works on it. */
export interface HitStanding {
  readonly id: string;
  readonly state: HitState;
  readonly waits: boolean;
  /** Whoever it was found for, as a run of screening is asked to look at them. */
  readonly subject: string;
}

/** Where some hits stand; those that do not exist are left out. */
export function hitStandings(workspace: Connection, ids: readonly string[]): readonly HitStanding[] {
  const rows = workspace.db
    .prepare<[string], { id: string; state: HitState; kind: 'party' | 'person'; subject: string }>(
      `SELECT id, state, subject_kind AS kind, subject_id AS subject FROM (${standingHits(profileOf(readProfile(workspace)))})
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  const waiting: readonly HitState[] = waitingStates;
  return rows.map(({ id, state, kind, subject }) => ({
    id,
    state,
    waits: waiting.includes(state),
    subject: subjectKey({ kind, id: subject }),
  }));
}
