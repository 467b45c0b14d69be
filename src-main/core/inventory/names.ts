import { type Connection, prepared } from '../db/index.ts';

export interface AssetName {
  readonly id: string;
  readonly name: string;
  /** Label of the current version; null where it has none. */
  readonly version: string | null;
  readonly kind: string;
  /** Main classification of the stored finding, empty where never classified. */
  readonly classification: string;
}

/** Every asset that is not archived, with what a file may call it. */
export function assetNames({ db }: Connection): readonly AssetName[] {
  return prepared<[], AssetName>(
    db,
    `SELECT a.id, a.name, NULLIF(v.label, '') AS version, a.kind, COALESCE(s.classification, '') AS classification
       FROM assets a JOIN asset_versions v ON v.id = a.current_version_id LEFT JOIN asset_states s ON s.asset_id = a.id
      WHERE a.archived_at IS NULL ORDER BY a.id`,
  ).all();
}
