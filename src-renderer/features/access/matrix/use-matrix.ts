import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { AccessMatrix } from '../../../../src-shared/contract/access.ts';
import { ask, type HostFailure, type InputOf, useHostQuery } from '../../../host/index.ts';
import type { Row } from './layout.ts';

const PAGE = 1000;

export interface MatrixFilter {
  readonly team: string | null;
  readonly controlledOnly: boolean;
  readonly reachedOnly: boolean;
}

interface WholeMatrix {
  readonly head: AccessMatrix;
  readonly rows: readonly Row[];
}

/** The whole matrix under a filter: the first thousand people at once, the rest as they arrive. */
export function useMatrix(filter: MatrixFilter): {
  readonly matrix: WholeMatrix | null;
  readonly error: HostFailure | null;
  readonly retry: () => void;
} {
  const input = (page: number): InputOf<'access.matrix'> => ({ ...filter, offset: page * PAGE, limit: PAGE });
  const first = useHostQuery('access.matrix', input(0), { keepPrevious: true });
  const more = first.data === undefined || first.isPlaceholderData ? 0 : Math.max(0, Math.ceil(first.data.people / PAGE) - 1);
  const rest = useQueries({
    queries: Array.from({ length: more }, (_, step) => ({
      queryKey: ['access.matrix', input(step + 1)],
      queryFn: () => ask('access.matrix', input(step + 1)),
    })),
  });
  const stamp = `${first.dataUpdatedAt} ${rest.map((result) => result.dataUpdatedAt).join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rest` is new on each render; its content changes with the stamp
  const matrix = useMemo((): WholeMatrix | null => {
    if (first.data === undefined) return null;
    return { head: first.data, rows: [...first.data.rows, ...rest.flatMap((result) => result.data?.rows ?? [])] };
  }, [stamp, first.data]);
  return { matrix, error: first.error, retry: () => void first.refetch() };
}

/** Teams that were ever seen, so that choosing one does not take the others out of the list. */
export function useTeams(rows: readonly Row[] | undefined): readonly string[] {
  const known = useRef(new Set<string>());
  for (const row of rows ?? []) if (row.group !== '') known.current.add(row.group);
  return [...known.current].sort((a, b) => a.localeCompare(b));
}
