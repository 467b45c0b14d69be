import { useCallback } from 'react';
import type { planFileMethods } from '../../../src-shared/contract/plan-files.ts';
import { errorSentence, type InputOf, useHostCommand } from '../../host/index.ts';
import { useText, useToast } from '../../ui/index.ts';

type Giving = Extract<keyof typeof planFileMethods, `plan.export${string}`>;

/** Lets something leave the plan and says as what; `failure` is the reason where it could not, nothing where the dialog was left. */
export function useGiving<M extends Giving>(method: M) {
  const t = useText();
  const toast = useToast();
  const { run, pending, error } = useHostCommand(method);
  const give = useCallback(
    async (input: InputOf<M>) => {
      const reply = await run(input);
      if (!reply.ok) return;
      const { number, fileName } = reply.value;
      toast({ message: fileName === null ? t('plan.give.printed', { number }) : t('plan.give.saved', { number, file: fileName }) });
    },
    [run, toast, t],
  );
  return { give, busy: pending, failure: error === null || error.code === 'cancelled' ? null : errorSentence(t, error) };
}
