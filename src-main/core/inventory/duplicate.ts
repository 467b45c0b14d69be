import { and, eq } from 'drizzle-orm';
import type { VersionId } from '../../../src-shared/contract/inventory.ts';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { inventoryText } from '../../../src-shared/text/en/inventory.ts';
import { createText } from '../../../src-shared/text/format.ts';
import type { Connection } from '../db/index.ts';
import { identityText } from '../importers/index.ts';
import { type AssetRecord, findVersion, insertAsset, insertLink, linksOf, parseFacts, type Stamp } from './register.ts';
import { assets } from './tables.ts';

const text = createText('en', inventoryText);
const nameOf = (name: string, number: number) => text('inventory.copyName', { name, number });
const longestName = 200;

/**
 * Adds a copy of one version of an asset under a new id: its facts, owner, stage, site and what it is made from.
 *
 * Findings, decisions, reviews, notes and the identifier stay with the original: a person judged that one, not the copy.
 * Errors: `record.notFound` when the version is not the asset's.
 */
export function duplicateAsset(tx: Connection, asset: AssetRecord, versionId: VersionId, stamp: Stamp): Result<string, AppError> {
  const version = findVersion(tx, versionId);
  if (version === undefined || version.assetId !== asset.id) return err({ code: 'record.notFound', entity: 'assetVersion', id: versionId });
  const name = freeName(tx, asset);
  const { kind, ownerName, stage, siteId } = asset;
  const copy = { kind, name, ownerName, stage, siteId, versionLabel: version.label, facts: parseFacts(version.facts) };
  const { assetId } = insertAsset(tx, copy, stamp);
  for (const link of linksOf(tx, asset.id).filter((one) => one.fromId === asset.id)) {
    const tied = insertLink(tx, { kind: link.kind, fromId: assetId, toId: link.toId, note: link.note }, stamp);
    if (!tied.ok) return tied;
  }
  return ok(assetId);
}

/** An import recognises assets by kind and name, so two of a kind never share one. */
function freeName({ orm }: Connection, asset: AssetRecord): string {
  for (let number = 1; ; number += 1) {
    const tooLong = Math.max(0, nameOf(asset.name, number).length - longestName);
    const name = nameOf(asset.name.slice(0, asset.name.length - tooLong).trimEnd(), number);
    const key = and(eq(assets.kind, asset.kind), eq(assets.nameKey, identityText(name)));
    if (orm.select({ id: assets.id }).from(assets).where(key).get() === undefined) return name;
  }
}
