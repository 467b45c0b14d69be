import { useCallback } from 'react';
import type { planFileMethods } from '../../../src-shared/contract/plan-files.ts';
import { type InputOf, useHostCommand } from '../../host/index.ts';
import { useText, useToast } from '../../ui/index.ts';

type Giving = Extract<keyof typeof planFileMethods, `plan.export${string}`>;

/** Lets something leave the plan and says as what. */
export function useGiving<M extends Giving>(method: M) {
  const t = useText();
  const toast = useToast();
  const { run, pending, error } = useHostCommand(method);
  const give = useCallback(
    async (input: InputOf<M>) => {
      const reply = await run(input);
      if (!reply.ok) return reply;
      const { number, fileName } = reply.value;
      toast({ message: fileName === null ? t('plan.give.printed', { number }) : t('plan.give.saved', { number, file: fileName }) });
      return reply;
    },
    [run, toast, t],
  );
  return { give, busy: pending, error };
}
