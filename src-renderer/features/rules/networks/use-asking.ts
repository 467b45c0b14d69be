import { useCallback, useState } from 'react';
import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { ask, errorOf, type InputOf, type OutputOf, type QueryMethod } from '../../../host/index.ts';

interface Asking<M extends QueryMethod> {
  /** Asks; null when it failed, and `error` says how. */
  readonly run: (input: InputOf<M>) => Promise<OutputOf<M> | null>;
  readonly pending: boolean;
  readonly error: AppError | null;
}

/** A query that is asked on a press, since it shows the system's file dialog. */
export function useAsking<M extends QueryMethod>(method: M): Asking<M> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const run = useCallback(
    async (input: InputOf<M>): Promise<OutputOf<M> | null> => {
      setPending(true);
      setError(null);
      try {
        return await ask(method, input);
      } catch (cause) {
        setError(errorOf(cause));
        return null;
      } finally {
        setPending(false);
      }
    },
    [method],
  );
  return { run, pending, error };
}
