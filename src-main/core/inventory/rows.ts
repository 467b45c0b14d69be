import type { AssetId, AssetRow, VersionId } from '../../../src-shared/contract/inventory.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import type { JudgedNow } from './list-query.ts';

/** A line as the list query returns it. */
export interface RawRow {
  readonly id: string;
  readonly kind: AssetRow['kind'];
  readonly name: string;
  readonly owner_name: string;
  readonly stage: AssetRow['stage'];
  readonly version_id: string;
  readonly version_count: number;
  readonly revision: number;
  readonly updated_at: string;
  readonly archived_at: string | null;
  readonly version_label: string;
  readonly site_name: string;
  readonly finding_id: string | null;
  readonly judged_on: string;
  readonly packs_key: string;
  readonly role: string;
  readonly purpose: string;
  readonly compute_low: number | null;
  readonly compute_likely: number | null;
  readonly compute_high: number | null;
  readonly weights: AssetRow['weights'];
  readonly tpp: number | null;
  readonly performance_density: number | null;
  readonly data_centre: AssetRow['dataCentre'];
  readonly classification: string;
  readonly open_entry: string;
  readonly standing: AssetRow['standing'];
  readonly completeness: number;
  readonly open_questions: number;
  readonly near_limit: number;
  readonly decided_until: string;
}

export function toAssetRow(row: RawRow, now: JudgedNow): AssetRow {
  const { compute_low: low, compute_likely: likely, compute_high: high } = row;
  return {
    id: row.id as AssetId,
    versionId: row.version_id as VersionId,
    kind: row.kind,
    name: row.name,
    versionLabel: row.version_label,
    versionCount: row.version_count,
    purpose: row.purpose,
    ownerName: row.owner_name,
    stage: row.stage,
    siteName: row.site_name,
    role: row.role,
    compute: low === null || likely === null || high === null ? null : { low, likely, high },
    weights: row.weights,
    tpp: row.tpp,
    performanceDensity: row.performance_density,
    dataCentre: row.data_centre,
    classification: row.classification,
    openEntry: row.open_entry,
    standing: row.standing,
    stale: row.finding_id !== null && (row.packs_key !== now.packsKey || row.judged_on < now.lastRuleChange),
    completeness: row.completeness,
    openQuestions: row.open_questions,
    nearLimit: row.near_limit === 1,
    decided: row.decided_until >= now.today,
    archived: row.archived_at !== null,
    revision: row.revision,
    updatedAt: row.updated_at as IsoInstant,
  };
}
