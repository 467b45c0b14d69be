import type { ItemFinding } from './finding.ts';

/** What an asset's line in the lists needs of its finding. */
export interface FindingDigest extends Pick<ItemFinding, 'classification' | 'standing'> {
  /** First entry of export control that is still undetermined; empty when none is. */
  readonly openEntry: string;
  readonly nearLimit: boolean;
  /** Total processing performance; null where the finding computed none. */
  readonly tpp: number | null;
  readonly performanceDensity: number | null;
}

/** The digest of a finding. Pure. */
export function digestOf(finding: ItemFinding): FindingDigest {
  const open = finding.entries.find((entry) => entry.verdict === 'undetermined' && entry.isExportControl);
  return {
    classification: finding.classification,
    standing: finding.standing,
    openEntry: open?.entry ?? '',
    nearLimit: finding.warnings.some((warning) => warning.code === 'nearLimit'),
    tpp: finding.computed['tpp'] ?? null,
    performanceDensity: finding.computed['performanceDensity'] ?? null,
  };
}
