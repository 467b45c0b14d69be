import { inArray } from 'drizzle-orm';
import type { AssetDetail, AssetId, AssetLink, VersionId } from '../../../src-shared/contract/inventory.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { applicableFields } from '../../../src-shared/model/asset-fields.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Connection } from '../db/index.ts';
import { findAssetRow, type JudgedNow } from './list-query.ts';
import { findAsset, findVersion, type LinkRecord, linksOf, parseFacts, versionsOf } from './register.ts';
import { assets } from './tables.ts';

/** Everything an asset's page shows, for its current version or the one named. */
export function assetDetail(tx: Connection, id: string, now: JudgedNow, versionId?: string): Reply<AssetDetail> {
  const asset = findAsset(tx, id);
  const row = findAssetRow(tx.db, id, now);
  if (asset === undefined || row === undefined) return err({ code: 'record.notFound', entity: 'asset', id });
  const version = findVersion(tx, versionId ?? asset.currentVersionId);
  if (version === undefined || version.assetId !== id)
    return err({ code: 'record.notFound', entity: 'assetVersion', id: versionId ?? asset.currentVersionId });
  const facts = parseFacts(version.facts);
  return ok({
    row: { ...row, versionId: version.id as VersionId, versionLabel: version.label },
    externalId: asset.externalId,
    siteId: asset.siteId,
    facts,
    versions: versionsOf(tx, id).map((other) => ({
      id: other.id as VersionId,
      label: other.label,
      createdAt: other.createdAt as IsoInstant,
      note: other.note,
      current: other.id === asset.currentVersionId,
    })),
    links: namedLinks(tx, linksOf(tx, id)),
    applicable: applicableFields(asset.kind, facts).map((field) => field.id),
  });
}

/** Links with the names and kinds of both ends. */
export function namedLinks({ orm }: Connection, links: readonly LinkRecord[]): AssetLink[] {
  if (links.length === 0) return [];
  const ends = [...new Set(links.flatMap((link) => [link.fromId, link.toId]))];
  const byId = new Map(
    orm
      .select({ id: assets.id, name: assets.name, kind: assets.kind })
      .from(assets)
      .where(inArray(assets.id, ends))
      .all()
      .map((end) => [end.id, end]),
  );
  return links.flatMap((link) => {
    const from = byId.get(link.fromId);
    const to = byId.get(link.toId);
    if (from === undefined || to === undefined) return [];
    return [
      {
        id: link.id,
        kind: link.kind,
        fromId: from.id as AssetId,
        fromName: from.name,
        fromKind: from.kind,
        toId: to.id as AssetId,
        toName: to.name,
        toKind: to.kind,
        note: link.note,
      },
    ];
  });
}
