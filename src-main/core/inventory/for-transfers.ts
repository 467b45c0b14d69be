import { type Connection, prepared } from '../db/index.ts';
import type { JudgedNow } from './list-query.ts';

/** An asset as somebody who is about to send it looks at it. */
export interface SentAsset {
  readonly id: string;
  readonly kind: string;
  /** With the label of its version. */
  readonly name: string;
  readonly archived: boolean;
  readonly versionId: string;
  readonly classification: string;
  readonly standing: 'clear' | 'clearOnClaimedRules' | 'review' | 'restricted' | 'unassessed';
  /** Judged under other packs, or before the last change of a rule. */
  readonly stale: boolean;
  readonly openQuestions: number;
  readonly decidedUntil: string;
  /** What the newest decision on its finding calls it; empty without one. */
  readonly decidedAs: string;
}

interface Row extends Omit<SentAsset, 'archived' | 'stale'> {
  readonly archived: number;
  readonly stale: number;
}

/** Assets by id, in their current version, with where their classification stands. */
export const assetsForTransfers = ({ db }: Pick<Connection, 'db'>, now: JudgedNow, ids: readonly string[]): readonly SentAsset[] =>
  prepared<[string, string, string], Row>(
    db,
    `SELECT a.id, a.kind, trim(a.name || ' ' || v.label) AS name, a.archived_at IS NOT NULL AS archived, v.id AS versionId,
       coalesce(s.classification, '') AS classification, coalesce(s.standing, 'unassessed') AS standing,
       s.packs_key <> ? OR s.judged_on < ? AS stale, coalesce(s.open_questions, 0) AS openQuestions, coalesce(s.decided_until, '') AS decidedUntil,
       coalesce((SELECT d.classification FROM decisions d WHERE d.finding_id = s.finding_id ORDER BY d.decided_on DESC, d.id DESC LIMIT 1), '') AS decidedAs
     FROM assets a JOIN asset_versions v ON v.id = a.current_version_id LEFT JOIN asset_states s ON s.asset_id = a.id
     WHERE a.id IN (SELECT value FROM json_each(?))`,
  )
    .all(now.packsKey, now.lastRuleChange, JSON.stringify(ids))
    .map((row) => ({ ...row, archived: row.archived === 1, stale: row.stale === 1 }));

/** Assets that are called so, or have that number in the company's books; archived ones are left out. */
export const assetsCalled = ({ db }: Pick<Connection, 'db'>, key: string): readonly { readonly id: string; readonly name: string }[] =>
  prepared<[string, string, string], { id: string; name: string }>(
    db,
    `SELECT a.id, trim(a.name || ' ' || v.label) AS name FROM assets a JOIN asset_versions v ON v.id = a.current_version_id
     WHERE a.archived_at IS NULL AND ? <> '' AND (a.name_key = ? OR a.external_key = ?) ORDER BY a.name, a.id LIMIT 20`,
  ).all(key, key, key);
