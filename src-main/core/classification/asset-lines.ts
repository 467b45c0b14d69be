import type { Facts } from '../../../src-shared/model/asset-fields.ts';
import { openColumns } from '../../../src-shared/model/open-question.ts';
import { type Connection, prepared } from '../db/index.ts';
import { type AssetKind, saveState, stateOf } from '../inventory/index.ts';
import { insertFinding } from './finding-store.ts';
import type { Earlier, Judged } from './judge/judge-item.ts';
import type { Judging } from './judging.ts';

/** An asset in its current version, with what tells whether its finding would be written again the same. */
export interface AssetLine {
  readonly id: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly ownerName: string;
  readonly stage: string;
  readonly externalId: string;
  readonly siteName: string;
  readonly versionId: string;
  readonly versionLabel: string;
  /** `Facts` as JSON. */
  readonly facts: string;
  readonly findingId: string | null;
  readonly classification: string;
  readonly standing: string;
  readonly decidedUntil: string;
  readonly packsKey: string | null;
  readonly findingVersionId: string | null;
  readonly sha256: string | null;
  readonly questionsSha256: string | null;
  /** Facts whose questions were set aside, as a JSON array. */
  readonly setAside: string;
}

const selectLines = `
  SELECT a.id, a.kind, a.name, a.owner_name AS ownerName, a.stage, a.external_id AS externalId, coalesce(t.name, '') AS siteName,
    v.id AS versionId, v.label AS versionLabel, v.facts,
    s.finding_id AS findingId, coalesce(s.classification, '') AS classification, coalesce(s.standing, '') AS standing,
    coalesce(s.decided_until, '') AS decidedUntil,
    f.packs_key AS packsKey, f.version_id AS findingVersionId, f.result_sha256 AS sha256, f.questions_sha256 AS questionsSha256,
    (SELECT json_group_array(c.fact_id) FROM question_care c WHERE c.asset_id = a.id AND c.dropped_because IS NOT NULL) AS setAside
  FROM assets a
  JOIN asset_versions v ON v.id = a.current_version_id
  LEFT JOIN asset_states s ON s.asset_id = a.id
  LEFT JOIN findings f ON f.id = s.finding_id
  LEFT JOIN sites t ON t.id = a.site_id
  WHERE a.id IN (SELECT value FROM json_each(?))`;

/** Reads assets in the order asked for; those that are not there are left out. */
export function readLines({ db }: Connection, ids: readonly string[]): AssetLine[] {
  const found = new Map(
    prepared<[string], AssetLine>(db, selectLines)
      .all(JSON.stringify(ids))
      .map((line) => [line.id, line]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * The finding before. The new one may stand for it when it rests on the same version and packs.
 */
export function earlierOf(line: AssetLine, { packsKey }: Pick<Judging, 'packsKey'>): Earlier | null {
  const { findingId, classification, standing, sha256, questionsSha256 } = line;
  if (findingId === null) return null;
  const comparable = line.packsKey === packsKey && line.findingVersionId === line.versionId && sha256 !== null && questionsSha256 !== null;
  return { classification, standing, same: comparable ? { sha256, questionsSha256 } : null };
}

/** Writes an asset's new finding, unless the one before says the same, and its line in the lists. */
export function storeJudged(
  tx: Connection,
  line: AssetLine,
  facts: Facts,
  judged: Judged,
  judging: Pick<Judging, 'on' | 'packsKey'>,
  stamp: { readonly newId: () => string; readonly now: string },
): void {
  const { packed } = judged;
  const setAside = new Set(JSON.parse(line.setAside) as string[]);
  const same = packed === null ? line.findingId : null;
  const findingId = same ?? stamp.newId();
  if (packed !== null) {
    const finding = { id: findingId, assetId: line.id, versionId: line.versionId, packsKey: judging.packsKey, foundAt: stamp.now };
    insertFinding(tx, finding, judged, packed);
  }
  saveState(
    tx,
    stateOf({
      assetId: line.id,
      versionId: line.versionId,
      kind: line.kind,
      name: line.name,
      versionLabel: line.versionLabel,
      ownerName: line.ownerName,
      stage: line.stage,
      externalId: line.externalId,
      siteName: line.siteName,
      facts,
      assessment: {
        findingId,
        judgedOn: judging.on,
        packsKey: judging.packsKey,
        digest: judged.digest,
        compute: judged.compute,
        openQuestions: [...judged.waiting, ...openColumns(line)].filter((factId) => !setAside.has(factId)).length,
        topEffect: judged.topEffect,
      },
      decidedUntil: same === null ? '' : line.decidedUntil,
    }),
  );
}
