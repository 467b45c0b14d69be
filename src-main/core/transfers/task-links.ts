import type { TransferRow } from '../../../src-shared/contract/transfers.ts';
import type { QualityCheckId } from '../../../src-shared/model/quality.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { TransferJoins } from './known.ts';
import { lastTransferPicture, transferPicture } from './picture.ts';

const lapsed: QualityCheckId = 'transferLapsed';
const settled = new Set<TransferRow['state']>(['cleared', 'gone', 'refused', 'cancelled']);

/**
 * How transfers that became tasks stand: one whose clearance lapsed is settled once it was cleared anew, is held by somebody or has ended; any other once it is cleared or has
 * ended. Judging goes in slices, so what is told at once is what was judged last. Nothing has to be run for it: a transfer is judged at every look.
 */
export function transferLinks(joins: TransferJoins, text: Text) {
  const check = text.dynamic(`quality.check.${lapsed}`);
  const standing = (row: TransferRow, asked: QualityCheckId | undefined) => {
    const open = asked === lapsed ? row.lapsed.length > 0 : !settled.has(row.state);
    const word = asked === lapsed ? (open ? 'plan.link.named' : 'plan.link.notNamed') : `transfers.state.${row.state}`;
    return { state: open ? ('open' as const) : ('settled' as const), words: text.dynamic(word, { check }).slice(0, 200) };
  };

  return {
    kind: 'transfer' as const,
    checks: new Set([lapsed]),
    onlyAhead: true as const,
    readAhead: (session: () => OpenWorkspace, _ids: readonly string[], pause: () => Promise<void>) =>
      transferPicture(session, joins, pause),
    states(workspace: OpenWorkspace, ids: readonly string[], asked?: QualityCheckId) {
      const wanted = new Set(ids);
      const rows = lastTransferPicture(workspace, joins)?.rows ?? [];
      return new Map(rows.flatMap((row) => (wanted.has(row.id) ? [[row.id, standing(row, asked)] as const] : [])));
    },
    lookAgain: () => Promise.resolve(ok(null)),
  };
}
