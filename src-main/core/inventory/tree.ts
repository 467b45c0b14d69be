import type { z } from 'zod';
import type { AssetId, TreeNode } from '../../../src-shared/contract/inventory.ts';
import type { Connection } from '../db/index.ts';

type Node = z.infer<typeof TreeNode>;

interface TreeRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Node['kind'];
  readonly standing: Node['standing'];
  readonly classification: string;
  readonly depth: number;
  readonly link: Node['link'];
}

const walk = (near: string, far: string) => `
  WITH RECURSIVE tree (id, depth, link, path) AS (
    SELECT :id, 0, NULL, ',' || :id || ','
    UNION ALL
    SELECT l.${far}, tree.depth + 1, l.kind, tree.path || l.${far} || ','
    FROM asset_links l JOIN tree ON l.${near} = tree.id
    WHERE tree.depth < 12 AND instr(tree.path, ',' || l.${far} || ',') = 0
  )
  SELECT a.id, a.name, a.kind, s.standing, s.classification, tree.depth, tree.link
  FROM tree JOIN assets a ON a.id = tree.id JOIN asset_states s ON s.asset_id = a.id
  WHERE tree.depth > 0 ORDER BY tree.path LIMIT 500`;

/** The product tree around an asset: what it stands on (`up`) and what stands on it (`down`), nearest first along each branch. */
export function productTree({ db }: Connection, id: string): Node[] {
  const self = db
    .prepare<[string], TreeRow>(
      'SELECT a.id, a.name, a.kind, s.standing, s.classification, 0 AS depth, NULL AS link FROM assets a JOIN asset_states s ON s.asset_id = a.id WHERE a.id = ?',
    )
    .get(id);
  if (self === undefined) return [];
  const branch = (direction: 'up' | 'down'): Node[] =>
    db
      .prepare<[{ id: string }], TreeRow>(direction === 'up' ? walk('from_id', 'to_id') : walk('to_id', 'from_id'))
      .all({ id })
      .map((row) => ({ ...row, id: row.id as AssetId, direction }));
  return [{ ...self, id: self.id as AssetId, direction: 'self' }, ...branch('up'), ...branch('down')];
}
