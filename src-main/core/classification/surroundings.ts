import { type Connection, prepared } from '../db/index.ts';
import { containedParts, type Item, maxSpread, type Surroundings } from './judge/item-input.ts';
import { itemOf, type RawBatch, type RawItem, type RawParent, surroundingsOf } from './judge/judge-batch.ts';

const rawItems = `
  SELECT a.id, a.kind, a.name, v.facts FROM assets a JOIN asset_versions v ON v.id = a.current_version_id
  WHERE a.id IN (SELECT value FROM json_each(?))`;

const parentLinks = `
  SELECT from_id AS child, to_id AS parent, kind AS relation FROM asset_links
  WHERE from_id IN (SELECT value FROM json_each(?)) AND kind IN ('derivedFrom', 'distilledFrom', 'mergedFrom') ORDER BY rowid`;

const dependents = `
  SELECT DISTINCT from_id AS id FROM asset_links
  WHERE to_id IN (SELECT value FROM json_each(?)) AND kind IN ('contains', 'derivedFrom', 'mergedFrom', 'distilledFrom')`;

/** Assets whose answer rests on these. */
export function dependentsOf({ db }: Connection, ids: readonly string[]): string[] {
  return prepared<[string], { id: string }>(db, dependents)
    .all(JSON.stringify(ids))
    .map(({ id }) => id);
}

/** Reads what the answers of these items rest on: parents of models, and parts of computers down to the parts of parts. */
export function gatherAround({ db }: Connection, items: readonly Item[]): Pick<RawBatch, 'parents' | 'parts'> {
  const read = (ids: readonly string[]) => prepared<[string], RawItem>(db, rawItems).all(JSON.stringify(ids));
  const parts = new Map<string, RawItem>();
  let level = items.filter((item) => item.kind === 'computer');
  for (let depth = 0; depth <= maxSpread && level.length > 0; depth += 1) {
    const named = level.flatMap((item) => containedParts(item.facts).flatMap((part) => part.assetId ?? []));
    const missing = [...new Set(named)].filter((id) => !parts.has(id));
    const found = missing.length === 0 ? [] : read(missing);
    for (const part of found) parts.set(part.id, part);
    level = found.filter((part) => part.kind === 'computer').map(itemOf);
  }
  // A model inside a computer is read with its own descent.
  const models = [...items, ...parts.values()].filter((item) => item.kind === 'model').flatMap(({ id }) => id ?? []);
  return { parts: [...parts.values()], parents: models.length === 0 ? [] : gatherParents({ db }, models, read) };
}

function gatherParents(
  { db }: Pick<Connection, 'db'>,
  models: readonly string[],
  read: (ids: readonly string[]) => readonly RawItem[],
): RawParent[] {
  const links = prepared<[string], { child: string; parent: string; relation: RawParent['relation'] }>(db, parentLinks).all(
    JSON.stringify(models),
  );
  if (links.length === 0) return [];
  const found = new Map(read([...new Set(links.map((link) => link.parent))]).map((item) => [item.id, item]));
  return links.flatMap(({ child, parent, relation }) => {
    const item = found.get(parent);
    return item === undefined ? [] : [{ child, relation, item }];
  });
}

/** The same, ready to be asked. */
export const surroundings = (tx: Connection, items: readonly Item[]): Surroundings => surroundingsOf(gatherAround(tx, items));
