import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { AssetColumns, FactChange, LifeCycleStage, LinkKind, Site } from '../../../src-shared/contract/inventory.ts';
import type { ExchangeFields } from '../../../src-shared/formats/exchange.ts';
import { AssetKind } from '../../../src-shared/model/asset-fields.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { ExchangePart } from '../exchange/index.ts';
import { identityText } from '../importers/index.ts';
import { checkFacts } from './check-facts.ts';
import {
  changeFacts,
  definedOnly,
  findAsset,
  findVersion,
  insertAsset,
  insertLink,
  insertSite,
  insertVersion,
  parseFacts,
  setArchived,
  updateColumns,
} from './register.ts';
import { assetLinks, assets, assetVersions, sites } from './tables.ts';
import type { FactChange as Change } from './types.ts';

const ids = (connection: Connection, table: string): readonly string[] =>
  connection.db.prepare<[], string>(`SELECT id FROM ${table} ORDER BY id`).pluck().all();
/** The one record that fits; where several do, none can be told. */
const only = (found: readonly { readonly id: string }[]): string | undefined => (found.length === 1 ? found[0]?.id : undefined);
const faultIn = (schema: z.ZodType, fields: ExchangeFields): string | null => {
  const read = schema.safeParse(fields);
  return read.success ? null : (read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0] ?? null);
};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** An id that was made before: what the registers ask for new ids is answered with it. */
const stampOf = (now: string, ...given: readonly string[]) => {
  const left = [...given];
  return { now, newId: () => left.shift() ?? '' };
};

const SiteFields = Site.pick({ name: true, country: true, city: true, note: true }).partial();
const AssetFields = z
  .strictObject({
    ...AssetColumns.omit({ versionLabel: true }).shape,
    kind: AssetKind,
    current: z.string().min(1).max(80),
    archived: z.boolean(),
  })
  .partial();
const VersionFields = z.looseObject({
  asset: z.string().min(1).max(80).optional(),
  label: z.string().max(200).optional(),
  note: z.string().max(20_000).optional(),
});
const LinkFields = z
  .strictObject({ link: LinkKind, from: z.string().min(1).max(80), to: z.string().min(1).max(80), note: z.string().max(4000) })
  .partial();

const site: ExchangePart = {
  kind: 'site',
  refs: {},
  names: [],
  ids: (connection) => ids(connection, 'sites'),
  read: ({ orm }, id) => {
    const row = orm.select().from(sites).where(eq(sites.id, id)).get();
    return row === undefined ? undefined : { name: row.name, country: row.country, city: row.city, note: row.note };
  },
  twin: ({ orm }, fields) =>
    only(
      orm
        .select()
        .from(sites)
        .all()
        .filter(({ name }) => identityText(name) === identityText(text(fields['name']))),
    ),
  fault: (fields) => faultIn(SiteFields, fields),
  write: (tx, id, fields, now) => {
    const given = SiteFields.parse(fields);
    const known = tx.orm.select().from(sites).where(eq(sites.id, id)).get();
    if (known === undefined)
      insertSite(
        tx,
        { name: given.name ?? id, country: given.country ?? 'ZZ', city: given.city ?? '', note: given.note ?? '' },
        stampOf(now, id),
      );
    else
      tx.orm
        .update(sites)
        .set({ ...definedOnly(given), revision: known.revision + 1 })
        .where(eq(sites.id, id))
        .run();
    return true;
  },
  title: ({ name }) => text(name),
};

const asset: ExchangePart = {
  kind: 'asset',
  refs: { siteId: 'site', current: 'version' },
  names: ['ownerName'],
  ids: (connection) => ids(connection, 'assets'),
  read: (connection, id) => {
    const row = findAsset(connection, id);
    if (row === undefined) return undefined;
    const { kind, name, externalId, ownerName, stage, siteId, currentVersionId, archivedAt } = row;
    return { kind, name, externalId, ownerName, stage, siteId, current: currentVersionId, archived: archivedAt !== null };
  },
  twin: ({ orm }, fields) => {
    const kind = AssetKind.safeParse(fields['kind']);
    if (!kind.success) return undefined;
    const number = identityText(text(fields['externalId']));
    const by = (column: typeof assets.externalKey | typeof assets.nameKey, key: string) =>
      orm
        .select()
        .from(assets)
        .where(and(eq(assets.kind, kind.data), eq(column, key)))
        .all();
    if (number !== '') {
      const found = only(by(assets.externalKey, number));
      if (found !== undefined) return found;
    }
    return only(by(assets.nameKey, identityText(text(fields['name']))).filter(({ externalKey }) => number === '' || externalKey === ''));
  },
  fault: (fields) => faultIn(AssetFields, fields),
  write: (tx, id, fields, now) => {
    const { kind, current, archived, ...columns } = AssetFields.parse(fields);
    const known = findAsset(tx, id);
    if (known === undefined) {
      if (kind === undefined || current === undefined || columns.name === undefined) return false;
      const stage = LifeCycleStage.safeParse(columns.stage).data;
      insertAsset(
        tx,
        {
          kind,
          name: columns.name ?? '',
          versionLabel: '',
          ownerName: columns.ownerName,
          stage,
          siteId: columns.siteId ?? null,
          externalId: columns.externalId,
          facts: {},
        },
        stampOf(now, id, current),
      );
      // Its versions follow in their own order; this one takes its place among them when it comes.
      tx.orm.update(assetVersions).set({ ordinal: unplaced }).where(eq(assetVersions.id, current)).run();
    } else {
      updateColumns(tx, known, columns, stampOf(now));
      if (current !== undefined) tx.orm.update(assets).set({ currentVersionId: current }).where(eq(assets.id, id)).run();
    }
    if (archived !== undefined) setArchived(tx, [id], archived, stampOf(now));
    return true;
  },
  title: ({ name }) => text(name),
};

/** Place of a version that is named before it comes. */
const unplaced = 1_000_000;

const factKey = 'fact.';
const factsIn = (fields: ExchangeFields): Change[] =>
  Object.entries(fields).flatMap(([key, value]) =>
    key.startsWith(factKey) ? [FactChange.parse({ field: key.slice(factKey.length), value }) as Change] : [],
  );

const version: ExchangePart = {
  kind: 'version',
  refs: { asset: 'asset' },
  names: [],
  // In the order in which an office made them, which is the order in which another takes them.
  ids: ({ db }) => db.prepare<[], string>('SELECT id FROM asset_versions ORDER BY asset_id, ordinal').pluck().all(),
  read: (connection, id) => {
    const row = findVersion(connection, id);
    if (row === undefined) return undefined;
    const facts = Object.entries(parseFacts(row.facts)).map(([field, value]) => [`${factKey}${field}`, value] as const);
    return { asset: row.assetId, label: row.label, note: row.note, ...(Object.fromEntries(facts) as ExchangeFields) };
  },
  twin: ({ orm }, fields) =>
    only(
      orm
        .select()
        .from(assetVersions)
        .where(and(eq(assetVersions.assetId, text(fields['asset'])), eq(assetVersions.labelKey, identityText(text(fields['label'])))))
        .all(),
    ),
  fault: (fields) => {
    const others = Object.keys(fields).find((key) => !key.startsWith(factKey) && !(key in VersionFields.shape));
    if (others !== undefined) return `${others}: not a field`;
    const bad = Object.entries(fields).find(
      ([key, value]) => key.startsWith(factKey) && !FactChange.safeParse({ field: key.slice(factKey.length), value }).success,
    );
    return bad === undefined ? faultIn(VersionFields, fields) : `${bad[0]}: not a fact`;
  },
  write: (tx, id, fields, now) => {
    const { asset: assetId, label, note } = VersionFields.parse(fields);
    const before = findVersion(tx, id);
    const owner = findAsset(tx, before?.assetId ?? assetId ?? '');
    if (owner === undefined) return false;
    const changes = factsIn(fields);
    if (!checkFacts(owner.kind, changes).ok) return false;
    const next =
      prepared<[string, number], { next: number }>(
        tx.db,
        'SELECT 1 + coalesce(max(ordinal), 0) AS next FROM asset_versions WHERE asset_id = ? AND ordinal < ?',
      ).get(owner.id, unplaced)?.next ?? 1;
    if (before === undefined)
      insertVersion(tx.orm, { id, assetId: owner.id, label: label ?? '', ordinal: next, note: note ?? '', facts: {} }, stampOf(now));
    const ordinal = before?.ordinal === unplaced ? next : undefined;
    if (label !== undefined || note !== undefined || ordinal !== undefined)
      tx.orm
        .update(assetVersions)
        .set(definedOnly({ label, note, ordinal, labelKey: label === undefined ? undefined : identityText(label) }))
        .where(eq(assetVersions.id, id))
        .run();
    const stands = findVersion(tx, id);
    if (stands !== undefined) changeFacts(tx, owner, stands, changes, stampOf(now));
    prepared(tx.db, 'UPDATE assets SET version_count = (SELECT count(*) FROM asset_versions WHERE asset_id = @id) WHERE id = @id').run({
      id: owner.id,
    });
    return true;
  },
  title: ({ label }) => text(label),
};

const link: ExchangePart = {
  kind: 'link',
  refs: { from: 'asset', to: 'asset' },
  names: [],
  ids: (connection) => ids(connection, 'asset_links'),
  read: ({ orm }, id) => {
    const row = orm.select().from(assetLinks).where(eq(assetLinks.id, id)).get();
    return row === undefined ? undefined : { link: row.kind, from: row.fromId, to: row.toId, note: row.note };
  },
  twin: ({ db }, fields) =>
    only(
      prepared<[string, string, string], { id: string }>(db, 'SELECT id FROM asset_links WHERE kind = ? AND from_id = ? AND to_id = ?').all(
        text(fields['link']),
        text(fields['from']),
        text(fields['to']),
      ),
    ),
  fault: (fields) => faultIn(LinkFields, fields),
  write: (tx, id, fields, now) => {
    const { link: kind, from, to, note } = LinkFields.parse(fields);
    if (tx.orm.select().from(assetLinks).where(eq(assetLinks.id, id)).get() !== undefined) {
      if (note !== undefined) tx.orm.update(assetLinks).set({ note }).where(eq(assetLinks.id, id)).run();
      return true;
    }
    if (kind === undefined || from === undefined || to === undefined) return false;
    if (findAsset(tx, from) === undefined || findAsset(tx, to) === undefined) return false;
    return insertLink(tx, { kind, fromId: from, toId: to, note: note ?? '' }, stampOf(now, id)).ok;
  },
  title: ({ link: kind }) => text(kind),
};

/** Sites, assets with every version and fact, and the ties between assets. */
export const inventoryExchange: readonly ExchangePart[] = [site, asset, version, link];
