import type { NextAction } from '../../../src-shared/contract/overview.ts';

/** An action with how much it matters: the lowest weight is done first. */
export interface WeighedAction extends NextAction {
  readonly weight: number;
}

/** Weights by why something comes early; rooms add a fraction to rank among their own. */
export const weights = { late: 0, dueSoon: 10, grave: 20, believedWrong: 30, waiting: 40, settles: 50, regular: 60 } as const;

const mostOfAKind = 2;

/** The first actions by weight, no more than two of a kind. Equal weights keep their order. */
export function firstActions(actions: readonly WeighedAction[], limit: number): NextAction[] {
  const taken = new Map<string, number>();
  const chosen: NextAction[] = [];
  for (const { weight: _, ...action } of [...actions].sort((a, b) => a.weight - b.weight)) {
    const before = taken.get(action.kind) ?? 0;
    if (before >= mostOfAKind) continue;
    taken.set(action.kind, before + 1);
    chosen.push(action);
    if (chosen.length === limit) break;
  }
  return chosen;
}
