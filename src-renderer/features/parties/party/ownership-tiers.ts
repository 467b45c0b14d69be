import type { HoldingView, PartyDetail } from '../../../../src-shared/contract/parties.ts';

export interface TierNode {
  readonly id: string;
  readonly name: string;
  /** 0 is the party itself, 1 its owners, and so on by the shortest way. */
  readonly tier: number;
  readonly listed: boolean;
}

export interface Tiers {
  readonly tiers: readonly (readonly TierNode[])[];
  readonly holdings: readonly HoldingView[];
  /** More parties stand above than are shown. */
  readonly more: boolean;
}

const mostNodes = 40;

/** Sets a party and everybody above it in tiers, nearest first; companies that own each other stand once, at the nearer tier. */
export function tiersOf({ row, above }: Pick<PartyDetail, 'row' | 'above'>): Tiers {
  const listed = new Set(above.listed);
  const nodes = new Map<string, TierNode>([[row.id, { id: row.id, name: row.name, tier: 0, listed: listed.has(row.id) }]]);
  let more = false;
  for (let tier = 0, found = true; found; tier += 1) {
    found = false;
    for (const { ownedId, ownerId, ownerName } of above.holdings) {
      if (nodes.get(ownedId)?.tier !== tier || nodes.has(ownerId)) continue;
      if (nodes.size >= mostNodes) {
        more = true;
        continue;
      }
      nodes.set(ownerId, { id: ownerId, name: ownerName, tier: tier + 1, listed: listed.has(ownerId) });
      found = true;
    }
  }
  const tiers: TierNode[][] = [];
  for (const node of nodes.values()) {
    const at = tiers[node.tier] ?? [];
    tiers[node.tier] = at;
    at.push(node);
  }
  return { tiers, more, holdings: above.holdings.filter(({ ownerId, ownedId }) => nodes.has(ownerId) && nodes.has(ownedId)) };
}
