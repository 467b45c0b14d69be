import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { InputOf, OutputOf, QueryMethod } from './bridge.ts';
import type { HostFailure } from './failure.ts';
import { ask } from './hooks.ts';

const PAGE = 200;

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** A long list of the core, page by page, in the shape `<DataTable>` takes. */
export interface PagedRows<Row> {
  readonly rowCount: number;
  readonly getRow: (index: number) => Row | undefined;
  readonly onRangeChange: (first: number, last: number) => void;
  /** Nothing has arrived yet. */
  readonly loading: boolean;
  readonly error: HostFailure | null;
  readonly retry: () => void;
}

/**
 * Loads the pages of a list that are in view. `inputAt` says how the method is asked for a page and must be stable
 * (`useCallback`) for the same filter and order; when it changes, the old rows stay until the first new page is there.
 *
 * @example usePagedRows('inventory.list', useCallback((offset, limit) => ({ filter, sort, offset, limit }), [filter, sort]), (o) => o)
 */
export function usePagedRows<M extends QueryMethod, Row>(
  method: M,
  inputAt: (offset: number, limit: number) => InputOf<M>,
  select: (output: OutputOf<M>) => Page<Row>,
): PagedRows<Row> {
  const [view, setView] = useState({ first: 0, last: 0 });
  const pages = useMemo(() => {
    const from = Math.floor(view.first / PAGE);
    const to = Math.floor(view.last / PAGE);
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  }, [view.first, view.last]);

  const results = useQueries({
    queries: pages.map((page) => {
      const input = inputAt(page * PAGE, PAGE);
      return { queryKey: [method, input], queryFn: () => ask(method, input) };
    }),
  });

  const previous = useRef<{ readonly total: number; readonly rows: ReadonlyMap<number, Row> } | null>(null);
  const stamp = results.map((result) => result.dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `results` is new on each render; its content changes with the stamps
  const current = useMemo(() => {
    const rows = new Map<number, Row>();
    let total: number | null = null;
    results.forEach((result, place) => {
      if (result.data === undefined) return;
      const page = select(result.data as OutputOf<M>);
      total = page.total;
      page.rows.forEach((row, at) => {
        rows.set((pages[place] ?? 0) * PAGE + at, row);
      });
    });
    return total === null ? null : { total: total as number, rows };
  }, [stamp, pages, inputAt, select]);
  if (current !== null) previous.current = current;
  const shown = current ?? previous.current;

  const getRow = useCallback((index: number) => shown?.rows.get(index), [shown]);
  const onRangeChange = useCallback((first: number, last: number) => {
    setView((now) => (pageOf(now.first) === pageOf(first) && pageOf(now.last) === pageOf(last) ? now : { first, last }));
  }, []);
  const failed = results.find((result) => result.error !== null);
  return {
    rowCount: shown?.total ?? 0,
    getRow,
    onRangeChange,
    loading: shown === null && failed === undefined,
    error: (failed?.error ?? null) as HostFailure | null,
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
  };
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE);
}
