import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { AssetColumns, LifeCycleStage, LinkKind, VersionId } from '../../../src-shared/contract/inventory.ts';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { Facts as FactsSchema } from '../../../src-shared/model/asset-fields.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { atRevision, type Connection } from '../db/index.ts';
import { identityText } from '../importers/index.ts';
import { assetLinks, assets, assetVersions, sites } from './tables.ts';
import type { AssetKind, FactChange, Facts } from './types.ts';

/** Adds a site and returns its id. */
export function insertSite(
  { orm }: Connection,
  site: { readonly name: string; readonly country: string; readonly city: string; readonly note: string },
  stamp: Stamp,
): string {
  const id = stamp.newId();
  orm.insert(sites).values({ id, name: site.name, country: site.country, city: site.city, note: site.note, revision: 0 }).run();
  return id;
}

/** Where new ids and times come from. */
export interface Stamp {
  readonly newId: () => string;
  readonly now: string;
}

export interface NewAsset {
  readonly kind: AssetKind;
  readonly name: string;
  readonly versionLabel: string;
  readonly ownerName?: string | undefined;
  readonly stage?: z.infer<typeof LifeCycleStage> | undefined;
  readonly siteId?: string | null | undefined;
  readonly externalId?: string | undefined;
  readonly facts: Facts;
  readonly importBatch?: string;
}

export type AssetRecord = typeof assets.$inferSelect;
export type VersionRecord = typeof assetVersions.$inferSelect;

/** Reads facts stored by us. A row that does not parse is damage, not a user error. */
export const parseFacts = (json: string): Facts => FactsSchema.parse(JSON.parse(json));

/** Adds an asset with its first version. Its state line is written by the assessor in the same transaction. */
export function insertAsset(
  { orm }: Connection,
  asset: NewAsset,
  stamp: Stamp,
): { readonly assetId: string; readonly versionId: VersionId } {
  const assetId = stamp.newId();
  const versionId = stamp.newId() as VersionId;
  orm
    .insert(assets)
    .values({
      id: assetId,
      kind: asset.kind,
      name: asset.name,
      nameKey: identityText(asset.name),
      externalId: asset.externalId ?? '',
      externalKey: identityText(asset.externalId ?? ''),
      ownerName: asset.ownerName ?? '',
      stage: asset.stage ?? 'unknown',
      siteId: asset.siteId ?? null,
      currentVersionId: versionId,
      versionCount: 1,
      importBatch: asset.importBatch ?? null,
      createdAt: stamp.now,
      updatedAt: stamp.now,
    })
    .run();
  insertVersion(orm, { id: versionId, assetId, label: asset.versionLabel, ordinal: 1, note: '', facts: asset.facts }, stamp);
  return { assetId, versionId };
}

/** Adds a version as it is given; the asset counts and names its current one apart. */
export function insertVersion(
  orm: Connection['orm'],
  version: {
    readonly id: string;
    readonly assetId: string;
    readonly label: string;
    readonly ordinal: number;
    readonly note: string;
    readonly facts: Facts;
  },
  stamp: Stamp,
): void {
  orm
    .insert(assetVersions)
    .values({ ...version, labelKey: identityText(version.label), facts: JSON.stringify(version.facts), createdAt: stamp.now })
    .run();
}

/** The asset, if it is there and nobody changed it since the caller looked. */
export function assetAt({ orm }: Connection, id: string, revision: number): Result<AssetRecord, AppError> {
  return atRevision('asset', id, revision, orm.select().from(assets).where(eq(assets.id, id)).get());
}

export function findAsset({ orm }: Connection, id: string): AssetRecord | undefined {
  return orm.select().from(assets).where(eq(assets.id, id)).get();
}

export function findVersion({ orm }: Connection, id: string): VersionRecord | undefined {
  return orm.select().from(assetVersions).where(eq(assetVersions.id, id)).get();
}

/** Versions of an asset, newest first. */
export function versionsOf({ orm }: Connection, assetId: string): VersionRecord[] {
  return orm.select().from(assetVersions).where(eq(assetVersions.assetId, assetId)).orderBy(desc(assetVersions.ordinal)).all();
}

/** Changes columns of the register and counts the change. */
export function updateColumns({ orm }: Connection, asset: AssetRecord, columns: z.infer<typeof AssetColumns>, stamp: Stamp): void {
  const { versionLabel, ...rest } = columns;
  orm
    .update(assets)
    .set({
      ...definedOnly(rest),
      ...(columns.name === undefined ? {} : { nameKey: identityText(columns.name) }),
      ...(columns.externalId === undefined ? {} : { externalKey: identityText(columns.externalId) }),
      updatedAt: stamp.now,
      revision: asset.revision + 1,
    })
    .where(eq(assets.id, asset.id))
    .run();
  if (versionLabel !== undefined) {
    orm
      .update(assetVersions)
      .set({ label: versionLabel, labelKey: identityText(versionLabel) })
      .where(eq(assetVersions.id, asset.currentVersionId))
      .run();
  }
}

/** Applies fact changes to a version; null clears a fact. */
export function changeFacts(
  { orm }: Connection,
  asset: AssetRecord,
  version: VersionRecord,
  changes: readonly FactChange[],
  stamp: Stamp,
): void {
  const facts: Facts = parseFacts(version.facts);
  for (const { field, value } of changes) {
    if (value === null) delete facts[field];
    else facts[field] = value;
  }
  orm
    .update(assetVersions)
    .set({ facts: JSON.stringify(facts) })
    .where(eq(assetVersions.id, version.id))
    .run();
  orm
    .update(assets)
    .set({ updatedAt: stamp.now, revision: asset.revision + 1 })
    .where(eq(assets.id, asset.id))
    .run();
}

/** Adds a version, copying the facts of another or starting empty, and makes it the current one. */
export function addVersion(
  tx: Connection,
  asset: AssetRecord,
  version: { readonly label: string; readonly note: string; readonly copyFrom: VersionRecord | null },
  stamp: Stamp,
): Result<VersionId, AppError> {
  const existing = versionsOf(tx, asset.id);
  if (existing.some((other) => other.labelKey === identityText(version.label))) {
    return err({ code: 'record.conflict', entity: 'assetVersion', detail: version.label });
  }
  const id = stamp.newId() as VersionId;
  const facts = version.copyFrom === null ? {} : parseFacts(version.copyFrom.facts);
  insertVersion(
    tx.orm,
    { id, assetId: asset.id, label: version.label, ordinal: (existing[0]?.ordinal ?? 0) + 1, note: version.note, facts },
    stamp,
  );
  tx.orm
    .update(assets)
    .set({ currentVersionId: id, versionCount: asset.versionCount + 1, updatedAt: stamp.now, revision: asset.revision + 1 })
    .where(eq(assets.id, asset.id))
    .run();
  return ok(id);
}

/** Archives or brings back; archived assets keep their history and leave lists, checks and exports. */
export function setArchived({ orm }: Connection, ids: readonly string[], archived: boolean, stamp: Stamp): number {
  let changed = 0;
  for (const id of ids) {
    const asset = orm.select().from(assets).where(eq(assets.id, id)).get();
    if (asset === undefined || (asset.archivedAt !== null) === archived) continue;
    orm
      .update(assets)
      .set({ archivedAt: archived ? stamp.now : null, updatedAt: stamp.now, revision: asset.revision + 1 })
      .where(eq(assets.id, id))
      .run();
    changed += 1;
  }
  return changed;
}

export type LinkRecord = typeof assetLinks.$inferSelect;

/** Links from and to an asset. */
export function linksOf({ orm }: Connection, assetId: string): LinkRecord[] {
  return orm
    .select()
    .from(assetLinks)
    .where(or(eq(assetLinks.fromId, assetId), eq(assetLinks.toId, assetId)))
    .all();
}

/** Links of many assets at once, by the asset they start from. */
export function linksFrom({ orm }: Connection, assetIds: readonly string[]): LinkRecord[] {
  return orm
    .select()
    .from(assetLinks)
    .where(inArray(assetLinks.fromId, [...assetIds]))
    .all();
}

/** Ties two assets. The same tie twice, a tie to itself, or one that closes a circle of descent is refused. */
export function insertLink(
  tx: Connection,
  link: { readonly kind: z.infer<typeof LinkKind>; readonly fromId: string; readonly toId: string; readonly note: string },
  stamp: Stamp,
): Result<string, AppError> {
  const { orm } = tx;
  if (link.fromId === link.toId) return err({ code: 'record.conflict', entity: 'assetLink', detail: 'self' });
  const twin = orm
    .select()
    .from(assetLinks)
    .where(and(eq(assetLinks.kind, link.kind), eq(assetLinks.fromId, link.fromId), eq(assetLinks.toId, link.toId)))
    .get();
  if (twin !== undefined) return err({ code: 'record.conflict', entity: 'assetLink', detail: 'twin' });
  if (reaches(tx, link.toId, link.fromId, link.kind)) return err({ code: 'record.conflict', entity: 'assetLink', detail: 'circle' });
  const id = stamp.newId();
  orm
    .insert(assetLinks)
    .values({ id, ...link })
    .run();
  return ok(id);
}

export function removeLink({ orm }: Connection, id: string): boolean {
  return orm.delete(assetLinks).where(eq(assetLinks.id, id)).run().changes > 0;
}

function reaches({ db }: Connection, start: string, goal: string, kind: string): boolean {
  const row = db
    .prepare<[string, string, string], { hit: number }>(
      `WITH RECURSIVE seen (id) AS (SELECT ? UNION SELECT l.to_id FROM asset_links l JOIN seen ON l.from_id = seen.id WHERE l.kind = ?)
       SELECT 1 AS hit FROM seen WHERE id = ? LIMIT 1`,
    )
    .get(start, kind, goal);
  return row !== undefined;
}

/** Drops keys whose value is `undefined`, so that they do not overwrite a column. */
export function definedOnly<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
