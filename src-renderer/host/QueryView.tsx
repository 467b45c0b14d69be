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
  /** Where to go when the record is gone: asking again would not bring it back. */
  readonly whenGone?: ReactNode;
}

/** A query in its three states: waiting, failed with a way on, or its content. */
export function QueryView<T>({ query, children, rows = 8, whenGone }: QueryViewProps<T>) {
  const t = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) {
    const failure = errorOf(query.error);
    const gone = whenGone !== undefined && failure.code === 'record.notFound';
    return (
      <ErrorState {...describeError(t, failure)} onRetry={gone ? undefined : () => void query.refetch()} onCopy={copyText}>
        {gone ? whenGone : null}
      </ErrorState>
    );
  }
  return <LoadingState rows={rows} />;
}

/** Copies through the shell, the only one that may reach the clipboard. */
export function copyText(text: string): void {
  void callHost('window.copy', { text, secret: false });
}
