import { eq } from 'drizzle-orm';
import { LifeCycleStage } from '../../../src-shared/contract/inventory.ts';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { AssetKind } from '../../../src-shared/model/asset-fields.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { heldError } from '../holds/index.ts';
import {
  assetFromRecord,
  assetTargetSchema,
  assetVariants,
  type CommitBatch,
  type CommitRow,
  type CommittedRow,
  type ExistingRecord,
  type ImportTarget,
  identityText,
  keyText,
  type RecordKey,
  type RegisterColumns,
  recordFromAsset,
  type UndoRow,
} from '../importers/index.ts';
import type { Assessor } from './assessor.ts';
import { checkFacts } from './check-facts.ts';
import {
  type AssetRecord,
  assetAt,
  changeFacts,
  findAsset,
  findVersion,
  insertAsset,
  insertSite,
  parseFacts,
  type Stamp,
  updateColumns,
} from './register.ts';
import { assets, assetVersions, sites } from './tables.ts';
import type { FactChange } from './types.ts';

/** Brings spreadsheets into the asset register. New rows become assets; changed ones change their current version. */
export function createAssetImportTarget(deps: FeatureDeps, assessor: Assessor): ImportTarget {
  const stamp = (): Stamp => ({ newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() });
  return {
    id: 'assets',
    variants: assetVariants,
    schema: (variant) => assetTargetSchema(AssetKind.parse(variant)),

    lookupExisting(connection, variant, keys) {
      const found = new Map<string, readonly ExistingRecord[]>();
      for (const key of keys) {
        const records = recordsFor(connection, AssetKind.parse(variant), key).map((asset) => existing(connection, asset));
        if (records.length > 0) found.set(keyText(key), records);
      }
      return found;
    },

    commitRows(tx, batch, rows) {
      const at = stamp();
      const done: CommittedRow[] = [];
      for (const row of rows) {
        const written = row.existing === null ? addRow(tx, batch, row, at) : changeRow(tx, batch, row, row.existing, at);
        if (!written.ok) return written;
        // What was just made has revision 0.
        const revision = row.existing === null ? 0 : (findAsset(tx, written.value)?.revision ?? 0);
        done.push({ row: row.row, id: written.value, revision });
      }
      return ok(done);
    },

    undoRows(tx, _batch, rows) {
      return takeBack(tx, rows, stamp());
    },

    settle: (tx, ids, job) => assessor.assessMany(tx, ids, job),
  };
}

function recordsFor({ orm, db }: Connection, kind: AssetKind, key: RecordKey): AssetRecord[] {
  const [first = '', version = ''] = key.parts;
  if (key.set === 0) {
    return orm
      .select()
      .from(assets)
      .where(eq(assets.externalKey, first))
      .all()
      .filter((asset) => asset.kind === kind && asset.archivedAt === null);
  }
  const ids = prepared<[string, string, string, string], { id: string }>(
    db,
    `SELECT a.id FROM assets a JOIN asset_versions v ON v.id = a.current_version_id
       WHERE a.kind = ? AND a.name_key = ? AND a.archived_at IS NULL AND (v.label_key = ? OR ? = '')`,
  ).all(kind, first, version, version);
  return ids.flatMap(({ id }) => orm.select().from(assets).where(eq(assets.id, id)).all());
}

function existing(connection: Connection, asset: AssetRecord): ExistingRecord {
  const version = findVersion(connection, asset.currentVersionId);
  const site = asset.siteId === null ? undefined : connection.orm.select().from(sites).where(eq(sites.id, asset.siteId)).get();
  const columns: RegisterColumns = {
    name: asset.name,
    version: version?.label ?? '',
    externalId: asset.externalId,
    ownerName: asset.ownerName,
    stage: asset.stage,
    site: site?.name ?? '',
  };
  return {
    id: asset.id,
    title: `${asset.name} ${version?.label ?? ''}`.trim(),
    revision: asset.revision,
    values: recordFromAsset(asset.kind, columns, version === undefined ? {} : parseFacts(version.facts)),
  };
}

function addRow(tx: Connection, batch: CommitBatch, row: CommitRow, at: Stamp): Result<string, AppError> {
  const kind = AssetKind.parse(batch.variant);
  const { columns, facts } = assetFromRecord(kind, row.values, sourceOf(batch, row));
  const checked = checkFacts(
    kind,
    Object.entries(facts).map(([field, value]) => ({ field, value })),
  );
  if (!checked.ok) return inRow(checked.error, row.row);
  const { assetId } = insertAsset(
    tx,
    {
      kind,
      name: columns.name ?? '',
      versionLabel: columns.version ?? '',
      ownerName: columns.ownerName,
      stage: LifeCycleStage.safeParse(columns.stage).data,
      siteId: siteFor(tx, columns.site, at),
      externalId: columns.externalId,
      facts,
      importBatch: batch.batchId,
    },
    at,
  );
  return ok(assetId);
}

function changeRow(
  tx: Connection,
  batch: CommitBatch,
  row: CommitRow,
  target: { readonly id: string; readonly revision: number },
  at: Stamp,
): Result<string, AppError> {
  const found = assetAt(tx, target.id, target.revision);
  if (!found.ok) return found;
  const asset = found.value;
  const version = findVersion(tx, asset.currentVersionId);
  if (version === undefined) return err({ code: 'record.notFound', entity: 'assetVersion', id: asset.currentVersionId });
  const { columns } = assetFromRecord(asset.kind, row.values, '');
  const whole = { ...existing(tx, asset).values, ...row.values };
  const { facts } = assetFromRecord(asset.kind, whole, sourceOf(batch, row));
  const changes = touchedFields(row.values).flatMap((field): FactChange[] =>
    facts[field] === undefined ? [] : [{ field, value: facts[field] }],
  );
  const checked = checkFacts(asset.kind, changes);
  if (!checked.ok) return inRow(checked.error, row.row);
  applyColumns(tx, asset, columns, at);
  const current = findAsset(tx, asset.id);
  if (changes.length > 0 && current !== undefined) changeFacts(tx, current, version, changes, at);
  return ok(asset.id);
}

/** Facts that a row speaks of. A chip's rates are many columns and one fact. */
function touchedFields(values: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(Object.keys(values).map((id) => id.split('.')[0] ?? id))];
}

function applyColumns(tx: Connection, asset: AssetRecord, columns: RegisterColumns, at: Stamp): void {
  const stage = LifeCycleStage.safeParse(columns.stage).data;
  const siteId = siteFor(tx, columns.site, at);
  const change = {
    ...(columns.name === undefined ? {} : { name: columns.name }),
    ...(columns.version === undefined ? {} : { versionLabel: columns.version }),
    ...(columns.ownerName === undefined ? {} : { ownerName: columns.ownerName }),
    ...(columns.externalId === undefined ? {} : { externalId: columns.externalId }),
    ...(stage === undefined ? {} : { stage }),
    ...(siteId === null ? {} : { siteId }),
  };
  if (Object.keys(change).length > 0) updateColumns(tx, asset, change, at);
}

/** Site of that name; a new name makes a site whose country nobody has said yet. */
function siteFor(tx: Connection, name: string | undefined, at: Stamp): string | null {
  if (name === undefined || name.trim() === '') return null;
  const wanted = identityText(name);
  const known = tx.orm
    .select()
    .from(sites)
    .all()
    .find((site) => identityText(site.name) === wanted);
  return known?.id ?? insertSite(tx, { name: name.trim(), country: unknownCountry, city: '', note: '' }, at);
}

/** ISO 3166 keeps ZZ for "unknown". */
const unknownCountry = 'ZZ';

const sourceOf = (batch: CommitBatch, row: CommitRow): string => `${batch.fileName}, row ${row.row}`.slice(0, 400);

function inRow(error: AppError, row: number): Result<never, AppError> {
  return err(
    error.code === 'request.invalid'
      ? { code: 'request.invalid', issues: error.issues.map((issue) => `row ${row}: ${issue}`.slice(0, 400)) }
      : error,
  );
}

/** Takes rows back to where they were; refuses the whole batch when somebody has worked on one since. */
function takeBack(tx: Connection, rows: readonly UndoRow[], at: Stamp): Result<{ removed: number; restored: number }, AppError> {
  let restored = 0;
  let removed = 0;
  for (const row of rows) {
    const asset = findAsset(tx, row.id);
    if (asset === undefined) continue;
    if (asset.revision !== row.revision) return err({ code: 'undo.blocked', detail: asset.name });
    if (row.outcome === 'new') {
      const held = heldError(tx, { kind: 'asset', id: row.id });
      if (held !== undefined) return err(held);
      if (hasLaterWork(tx, row.id)) return err({ code: 'undo.blocked', detail: asset.name });
      removeAsset(tx, row.id);
      removed += 1;
      continue;
    }
    const version = findVersion(tx, asset.currentVersionId);
    if (version === undefined) continue;
    const whole = Object.fromEntries(
      Object.entries({ ...existing(tx, asset).values, ...row.before }).flatMap(([field, value]) =>
        value === null ? [] : [[field, value]],
      ),
    );
    const { columns, facts } = assetFromRecord(asset.kind, whole, '');
    applyColumns(tx, asset, columns, at);
    const earlier = parseFacts(version.facts);
    const changes = touchedFields(row.before)
      .filter((field) => field in earlier || field in facts)
      .map((field): FactChange => ({ field, value: facts[field] ?? null }));
    const current = findAsset(tx, row.id);
    if (changes.length > 0 && current !== undefined) changeFacts(tx, current, version, changes, at);
    restored += 1;
  }
  return ok({ removed, restored });
}

/** What people add to an asset without changing its facts, and so its revision. */
const laterWork = [
  ...['safeguards', 'question_care', 'decisions', 'reviews', 'rulings', 'compute_levels', 'run_readings', 'map_reviews'],
  ...['gate_passes', 'gate_destinations', 'gate_reports'],
]
  .map((table) => `SELECT 1 FROM ${table} WHERE asset_id = @id`)
  .concat("SELECT 1 FROM notes WHERE entity = 'assets' AND record_id = @id")
  .concat("SELECT 1 FROM evidence WHERE record_kind = 'asset' AND record_id = @id");

function hasLaterWork({ db }: Connection, id: string): boolean {
  return prepared<[{ readonly id: string }]>(db, `${laterWork.join(' UNION ALL ')} LIMIT 1`).get({ id }) !== undefined;
}

/** A row that an import made and nobody touched goes for good; the journal keeps what it was. */
function removeAsset({ orm, db }: Connection, id: string): void {
  prepared<[string]>(db, 'DELETE FROM asset_states WHERE asset_id = ?').run(id);
  prepared<[{ readonly id: string }]>(db, 'DELETE FROM asset_links WHERE @id IN (from_id, to_id)').run({ id });
  orm.delete(assetVersions).where(eq(assetVersions.assetId, id)).run();
  orm.delete(assets).where(eq(assets.id, id)).run();
}
