import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { RecoveryKeyDraft } from '../../../src-shared/contract/workspace.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { formatRecoveryKey, newRecoveryKey, parseRecoveryKey, zero } from '../crypto/index.ts';

/** What happens once the shown key has been typed back. It gets the key and must not keep it. */
type Finish = (recoveryKey: Uint8Array) => Reply<null> | Promise<Reply<null>>;

interface Pending {
  readonly id: string;
  readonly recoveryKey: Buffer;
  readonly finish: Finish;
  readonly discard: () => void;
}

/** The one recovery key that is being shown. Nothing depends on it until it was typed back. */
export interface RecoveryDrafts {
  begin(id: string, finish: Finish, discard: () => void): z.infer<typeof RecoveryKeyDraft>;
  /** The shown text of a draft, for copying and printing. */
  shown(id: string): Reply<readonly string[]>;
  confirm(id: string, typed: string): Promise<Reply<null>>;
  discard(id?: string): void;
}

export function createRecoveryDrafts(): RecoveryDrafts {
  let pending: Pending | null = null;
  const find = (id: string): Reply<Pending> =>
    pending?.id === id ? ok(pending) : err({ code: 'record.notFound', entity: 'recoveryKeyDraft', id });
  const drop = () => {
    if (pending === null) return;
    const { recoveryKey, discard } = pending;
    pending = null;
    zero(recoveryKey);
    discard();
  };
  return {
    begin(id, finish, discard) {
      drop();
      const recoveryKey = newRecoveryKey();
      pending = { id, recoveryKey, finish, discard };
      return { draftId: id, groups: [...formatRecoveryKey(recoveryKey)] };
    },
    shown(id) {
      const found = find(id);
      return found.ok ? ok(formatRecoveryKey(found.value.recoveryKey)) : found;
    },
    async confirm(id, typed) {
      const found = find(id);
      if (!found.ok) return found;
      const parsed = parseRecoveryKey(typed);
      if (!parsed.ok) return err({ code: 'recoveryKey.wrong', waitSeconds: 0, badGroup: parsed.error.badGroup });
      const same = timingSafeEqual(parsed.value, found.value.recoveryKey);
      zero(parsed.value);
      if (!same) return err({ code: 'recoveryKey.wrong', waitSeconds: 0, badGroup: null });
      const done = await found.value.finish(found.value.recoveryKey);
      if (done.ok) drop();
      return done;
    },
    discard(id) {
      if (id === undefined || pending?.id === id) drop();
    },
  };
}
