import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, LoadingState, useText } from '../ui/index.ts';
import { callHost } from './bridge.ts';
import { describeError, errorOf, type HostFailure } from './failure.ts';

interface QueryViewProps<T> {
  readonly query: UseQueryResult<T, HostFailure>;
  readonly children: (value: T) => ReactNode;
  /** Rows of bones while waiting. */
  readonly rows?: number;
}

/** A query in its three states: waiting, failed with a way on, or its content. */
export function QueryView<T>({ query, children, rows = 8 }: QueryViewProps<T>) {
  const t = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) {
    return <ErrorState {...describeError(t, errorOf(query.error))} onRetry={() => void query.refetch()} onCopy={copyText} />;
  }
  return <LoadingState rows={rows} />;
}

/** Copies through the shell, the only one that may reach the clipboard. */
export function copyText(text: string): void {
  void callHost('window.copy', { text, secret: false });
}
