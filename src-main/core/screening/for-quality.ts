import type { Case } from '../../engine/quality/index.ts';
import type { Connection } from '../db/index.ts';
import { profileOf, readProfile } from './profile.ts';
import { standingHits } from './store.ts';

/** Hits that were judged "not the same" on grounds that have changed since. */
export function lapsedHitsForQuality(
  workspace: Connection,
): readonly { readonly id: string; readonly name: string; readonly list: string }[] {
  const sql = `SELECT id, query_name, entry_name, list FROM (${standingHits(profileOf(readProfile(workspace)))}) WHERE state = 'lapsed' ORDER BY id`;
  const rows = workspace.db.prepare(sql).all() as { id: string; query_name: string; entry_name: string; list: string }[];
  return rows.map(({ id, query_name, entry_name, list }) => ({ id, name: `${query_name} – ${entry_name}`, list }));
}

/** Hits as cases: opened when first seen, closed by the decision that settled them. */
export function hitCases(workspace: Connection): readonly Case[] {
  const sql = `
    SELECT substr(h.first_seen, 1, 10) AS opened,
      CASE WHEN h.state IN ('trueMatch', 'falsePositive') THEN (SELECT substr(max(d.decided_at), 1, 10) FROM screening_decisions d WHERE d.hit_id = h.id) END AS closed
    FROM (${standingHits(profileOf(readProfile(workspace)))}) h WHERE h.state <> 'gone'`;
  return workspace.db.prepare(sql).all() as Case[];
}

/** Hits that count, and how many of them were settled. */
export function countHits(workspace: Connection): { readonly done: number; readonly of: number } {
  const sql = `
    SELECT count(*) AS "of", coalesce(sum(state IN ('trueMatch', 'falsePositive')), 0) AS done
    FROM (${standingHits(profileOf(readProfile(workspace)))}) WHERE state <> 'gone'`;
  return workspace.db.prepare(sql).get() as { done: number; of: number };
}
