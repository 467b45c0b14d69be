import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { AppError, Reply } from '../../src-shared/contract/kernel.ts';
import { createAsking } from './asking.ts';
import { type CommandMethod, callHost, type InputOf, type OutputOf, type QueryMethod, topicsOf } from './bridge.ts';
import { HostFailure } from './failure.ts';
import { refetchTouched } from './query-client.ts';

interface QueryOptions {
  /** Waits while false, for example until an id is known. */
  readonly enabled?: boolean;
  /** Keeps the last answer on screen while the next one, for another input, is on its way. */
  readonly keepPrevious?: boolean;
}

/** Asks the core and keeps the answer fresh: it is asked again when a command touches what it read. */
export function useHostQuery<M extends QueryMethod>(
  method: M,
  input: InputOf<M>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<M>, HostFailure> {
  return useQuery<OutputOf<M>, HostFailure, OutputOf<M>, readonly unknown[]>({
    queryKey: [method, input],
    queryFn: () => ask(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The door lets 64 calls wait; questions leave room for commands. */
const questionsAtOnce = 32;

const askInTurn = createAsking<Reply<unknown>>((method, input) => callHost(method as QueryMethod, input as never), questionsAtOnce);

/** The query as a function of the cache, for code that asks outside rendering. */
export async function ask<M extends QueryMethod>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const reply = (await askInTurn(method, input)) as Reply<OutputOf<M>>;
  if (!reply.ok) throw new HostFailure(reply.error);
  return reply.value;
}

export interface HostCommand<M extends CommandMethod> {
  /** Runs it. The reply is a value; queries that read what it touched are asked again before it returns. */
  readonly run: (input: InputOf<M>) => Promise<Reply<OutputOf<M>>>;
  readonly pending: boolean;
  /** How the last run failed, until the next one or `reset`. */
  readonly error: AppError | null;
  readonly reset: () => void;
}

/** A command of the core, with its state for buttons and messages. */
export function useHostCommand<M extends CommandMethod>(method: M): HostCommand<M> {
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const run = useCallback(
    async (input: InputOf<M>) => {
      setRunning((count) => count + 1);
      setError(null);
      const reply = await callHost(method, input);
      if (reply.ok) await refetchTouched(client, topicsOf(method));
      else setError(reply.error);
      setRunning((count) => count - 1);
      return reply;
    },
    [client, method],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, pending: running > 0, error, reset };
}
