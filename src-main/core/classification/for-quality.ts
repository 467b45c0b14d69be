import type { Case, QualityAsset } from '../../engine/quality/index.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { JudgedNow } from '../inventory/index.ts';

/** What the checks see of an asset but for its access record and its map, which other rooms keep. */
export interface ClassifiedAsset extends Omit<QualityAsset, 'accessPublished' | 'watched' | 'watchedEntries' | 'mapOldSince'> {
  readonly findingId: string | null;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly version: string;
  readonly key: string;
  readonly ownerName: string;
  readonly stage: string;
  readonly standing: string | null;
  readonly classification: string | null;
  readonly computed: number;
  readonly weights: string | null;
  readonly findingId: string | null;
  readonly before: number;
  readonly until: string | null;
  readonly decided: number;
}

const select = `
  SELECT a.id, a.kind, a.name, coalesce(v.label, '') AS version, a.name_key || ' ' || coalesce(v.label_key, '') AS key, a.owner_name AS ownerName, a.stage,
    s.standing, s.classification, s.compute_likely IS NOT NULL AS computed, s.weights,
    s.finding_id AS findingId, s.finding_id IS NOT NULL AND (s.packs_key <> ? OR s.judged_on < ?) AS before, s.decided_until AS until, d.asset_id IS NOT NULL AS decided
  FROM assets a LEFT JOIN asset_states s ON s.asset_id = a.id LEFT JOIN asset_versions v ON v.id = a.current_version_id
    LEFT JOIN (SELECT DISTINCT asset_id FROM decisions) d ON d.asset_id = a.id
  WHERE a.archived_at IS NULL AND a.id > ? ORDER BY a.id LIMIT ?`;

/** Assets in use, a page at a time after an id: their record, and where their classification and its decision stand. */
export function assetsForQuality({ db }: Pick<Connection, 'db'>, now: JudgedNow, after: string, limit: number): ClassifiedAsset[] {
  return prepared<[string, string, string, number], Row>(db, select)
    .all(now.packsKey, now.lastRuleChange, after, limit)
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      version: row.version,
      key: row.key,
      ownerName: row.ownerName,
      stage: row.stage,
      standing: row.standing ?? 'unassessed',
      classification: row.classification ?? '',
      hasCompute: row.computed === 1,
      weightsPublished: row.weights === 'published' ? true : row.weights === 'closed' ? false : null,
      findingId: row.findingId,
      judgedBefore: row.before === 1,
      // A new finding clears the day: a decision that stands on an earlier one is overtaken.
      decision: row.decided === 0 ? null : { until: row.until ?? '', overtaken: (row.until ?? '') === '' },
    }));
}

/** Classifications as cases: opened when the asset was entered, closed by the first decision on it. */
export const classificationCases = ({ db }: Pick<Connection, 'db'>): readonly Case[] =>
  prepared<[], Case>(
    db,
    `SELECT substr(a.created_at, 1, 10) AS opened, (SELECT min(d.decided_on) FROM decisions d WHERE d.asset_id = a.id) AS closed
     FROM assets a WHERE a.archived_at IS NULL`,
  ).all();

/** Second looks as cases: from asking to the answer. */
export const secondLookCases = ({ db }: Pick<Connection, 'db'>): readonly Case[] =>
  prepared<[], Case>(
    db,
    `SELECT substr(r.asked_on, 1, 10) AS opened, CASE WHEN r.outcome <> 'waiting' THEN substr(r.reviewed_on, 1, 10) END AS closed
     FROM reviews r JOIN assets a ON a.id = r.asset_id AND a.archived_at IS NULL`,
  ).all();
