import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AccessEvent, EventFilter } from '../../../../src-shared/contract/access.ts';
import { ask, type HostFailure, type InputOf, type OutputOf, type PagedRows } from '../../../host/index.ts';

const PAGE = 200;

type Cursor = OutputOf<'access.events'>['next'];

interface Reached {
  readonly key: string;
  /** Where each page starts, as far as they are known; the first starts at the top. */
  readonly starts: readonly Cursor[];
  /** Rows in all, once the end was reached. */
  readonly end: number | null;
}

/**
 * Events page by page as they come into view, each page found by the last row of the one before. One can scroll one page
 * further than was read, and back to any page: where it starts is kept, its rows are read again when they were let go.
 * `total`: rows in all where they are counted, so that the list does not promise rows beyond its end.
 */
export function useEventRows(filter: EventFilter, oldestFirst: boolean, total: number | null): PagedRows<AccessEvent> {
  const key = JSON.stringify([filter, oldestFirst]);
  const [stored, setReached] = useState<Reached>({ key, starts: [null], end: null });
  const reached = stored.key === key ? stored : { key, starts: [null], end: null };
  const [view, setView] = useState({ first: 0, last: 0 });
  const lastKnown = reached.starts.length - 1;
  const from = Math.min(Math.floor(view.first / PAGE), lastKnown);
  const to = Math.min(Math.floor(view.last / PAGE), lastKnown);
  const pages = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const results = useQueries({
    queries: pages.map((page) => {
      const input: InputOf<'access.events'> = { filter, oldestFirst, after: reached.starts[page] ?? null, limit: PAGE };
      return { queryKey: ['access.events', input], queryFn: () => ask('access.events', input) };
    }),
  });
  const stamp = `${key} ${from} ${results.map((result) => result.dataUpdatedAt).join()}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `results` is new on each render; its content changes with the stamp
  useEffect(() => {
    setReached((before) => {
      const base = before.key === key ? before : { key, starts: [null], end: null };
      return results.reduce((now, result, step) => (result.data === undefined ? now : grown(now, from + step, result.data)), base);
    });
  }, [stamp]);

  const previous = useRef<{ readonly count: number; readonly rows: ReadonlyMap<number, AccessEvent> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const rows = useMemo(() => {
    const loaded = results.flatMap((result, step) => (result.data?.rows ?? []).map((row, at) => [(from + step) * PAGE + at, row] as const));
    return results.some((result) => result.data !== undefined) ? new Map(loaded) : null;
  }, [stamp]);
  const ahead = reached.end ?? reached.starts.length * PAGE;
  const count = total === null ? ahead : Math.min(ahead, Math.max(total, rows?.size ?? 0));
  if (rows !== null) previous.current = { count, rows };
  const shown = previous.current;
  const getRow = useCallback((index: number) => shown?.rows.get(index), [shown]);
  const onRangeChange = useCallback(
    (first: number, last: number) =>
      setView((now) => (pageOf(now.first) === pageOf(first) && pageOf(now.last) === pageOf(last) ? now : { first, last })),
    [],
  );
  const failed = results.find((result) => result.error !== null);
  return {
    rowCount: shown?.count ?? 0,
    getRow,
    onRangeChange,
    loading: shown === null && failed === undefined,
    error: (failed?.error ?? null) as HostFailure | null,
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
  };
}

/** What is known once a page has been read: where the next one starts, or that there is none. */
function grown(now: Reached, page: number, data: OutputOf<'access.events'>): Reached {
  const { next } = data;
  if (next === null) {
    const end = page * PAGE + data.rows.length;
    return now.end === end && now.starts.length === page + 1 ? now : { ...now, starts: now.starts.slice(0, page + 1), end };
  }
  const known = now.starts[page + 1];
  if (known !== undefined && known?.id === next.id && known.at === next.at) return now;
  // A page that ends elsewhere than before means rows were added or taken away: what was known below it no longer holds.
  return { ...now, starts: [...now.starts.slice(0, page + 1), next], end: null };
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE);
}
