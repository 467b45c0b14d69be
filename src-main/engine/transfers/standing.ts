import type { TransferCheck, TransferState } from '../../../src-shared/model/transfer.ts';

/** What decides where a transfer stands, beside its checks. */
export interface TransferRecordState {
  readonly ended: 'gone' | 'refused' | 'cancelled' | null;
  /** Somebody holds it. */
  readonly held: boolean;
  readonly cleared: boolean;
  /** The clearance no longer rests on what it rested on. */
  readonly lapsed: boolean;
}

/** Where a transfer stands. A check that holds is stronger than any clearance. */
export function transferState(
  { ended, held, cleared, lapsed }: TransferRecordState,
  checks: readonly Pick<TransferCheck, 'state'>[],
): TransferState {
  if (ended !== null) return ended;
  if (held || checks.some(({ state }) => state === 'holds')) return 'held';
  if (!cleared) return 'waiting';
  return lapsed ? 'lapsed' : 'cleared';
}

/** Why a transfer may not be cleared: checks that hold, and open ones for which nobody gave a reason. Empty where it may. */
export function hindrances(
  checks: readonly TransferCheck[],
  reasons: ReadonlyMap<string, string>,
): readonly { readonly check: TransferCheck; readonly because: 'holds' | 'noReason' }[] {
  return checks.flatMap((check): { readonly check: TransferCheck; readonly because: 'holds' | 'noReason' }[] => {
    if (check.state === 'holds') return [{ check, because: 'holds' }];
    return check.state === 'unknown' && (reasons.get(check.key) ?? '').trim() === '' ? [{ check, because: 'noReason' }] : [];
  });
}
