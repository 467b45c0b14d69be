import type { z } from 'zod';
import type { inventoryMethods } from '../../../src-shared/contract/inventory.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Assessor } from './assessor.ts';
import { checkFacts } from './check-facts.ts';
import { changeFacts, findAsset, findVersion, type Stamp, updateColumns } from './register.ts';

type BulkEdit = z.output<(typeof inventoryMethods)['inventory.bulkEdit']['input']>;

const sliceSize = 50;

/** Sets the same columns or facts on many assets in one journal entry. A fact that an asset's kind does not have is passed over there. */
export async function bulkEdit(
  deps: FeatureDeps,
  assessor: Assessor,
  stamp: () => Stamp,
  input: BulkEdit,
): Promise<Reply<{ changed: number }>> {
  return deps.session().writeInSlices({ method: 'inventory.bulkEdit', params: { count: input.ids.length } }, async (tx) => {
    const at = stamp();
    let changed = 0;
    for (let start = 0; start < input.ids.length; start += sliceSize) {
      const slice = input.ids.slice(start, start + sliceSize);
      for (const id of slice) {
        const asset = findAsset(tx, id);
        if (asset === undefined) return err({ code: 'record.notFound', entity: 'asset', id });
        if (input.columns !== undefined) updateColumns(tx, asset, input.columns, at);
        const facts = (input.facts ?? []).filter((change) => assetField(change.field)?.kinds.includes(asset.kind) === true);
        const checked = checkFacts(asset.kind, facts);
        if (!checked.ok) return checked;
        const version = findVersion(tx, asset.currentVersionId);
        if (facts.length > 0 && version !== undefined) changeFacts(tx, asset, version, facts, at);
        changed += 1;
      }
      await tx.pause();
    }
    await assessor.assessMany(tx, input.ids, { signal: new AbortController().signal, progress: () => undefined });
    return ok({ changed });
  });
}
