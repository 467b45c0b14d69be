import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { RuleHit, RuleKind } from '../../../src-shared/contract/rulelibrary.ts';

/** What the inspector shows: one thing of one pack. Stands in the address, so that it can be linked to and gone back to. */
export interface ShownRule {
  readonly kind: RuleKind | 'pack';
  readonly pack: string;
  readonly id: string;
}

const kinds: ReadonlySet<string> = new Set(['entry', 'parameter', 'term', 'question', 'capability', 'source', 'country', 'pack']);

/** The rule shown beside the list, kept in the address. */
export function useShownRule(): readonly [ShownRule | null, (shown: ShownRule | null) => void] {
  const [params, setParams] = useSearchParams();
  const kind = params.get('show');
  const shown =
    kind !== null && kinds.has(kind)
      ? { kind: kind as ShownRule['kind'], pack: params.get('pack') ?? '', id: params.get('id') ?? '' }
      : null;
  const show = useCallback(
    (next: ShownRule | null) => setParams(next === null ? {} : { show: next.kind, pack: next.pack, id: next.id }, { replace: true }),
    [setParams],
  );
  return [shown, show];
}

/** Key of a line in the list of rules. */
export const hitKey = (hit: Pick<RuleHit, 'kind' | 'pack' | 'id'>): string => `${hit.kind}:${hit.pack}:${hit.id}`;

/** `D:5` or `B`: a group with a number of the regulation, not a set with a name. */
export const isNumbered = (group: string): boolean => /^[A-E](:\d)?$/.test(group);
