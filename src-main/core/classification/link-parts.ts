import type { Connection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { findAsset, insertLink } from '../inventory/index.ts';
import { containedParts, type Item } from './judge/item-input.ts';

/** Parts that are assets of the register are tied to their computer, so that a changed chip reaches it. */
export function linkParts(tx: Connection, deps: FeatureDeps, items: readonly Item[]): void {
  for (const { id, kind, facts } of items) {
    if (kind !== 'computer' || id === undefined) continue;
    for (const { assetId } of containedParts(facts)) {
      if (assetId === undefined || findAsset(tx, assetId) === undefined) continue;
      // A tie that stands already, or would close a circle, is left as it is: the part's figures are read either way.
      insertLink(
        tx,
        { kind: 'contains', fromId: id, toId: assetId, note: '' },
        { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() },
      );
    }
  }
}
