import type { NextAction } from '../../../src-shared/contract/overview.ts';

/** An action with how much it matters: the lowest weight is done first. */
export interface WeighedAction extends NextAction {
  readonly weight: number;
}

/** Weights by why something comes early; rooms add a fraction to rank among their own. */
export const weights = { late: 0, dueSoon: 10, grave: 20, believedWrong: 30, waiting: 40, settles: 50, regular: 60 } as const;

const mostOfAKind = 2;

/** Reasons are ten apart: weights between two of them are of the lower one. */
const reasonOf = (weight: number): number => Math.floor(weight / 10);

/**
 * The first actions by weight, no more than two of a kind. Where several kinds come early for one reason, each has its first before any has its second, so
 * that many of one kind do not hide another. Equal weights keep their order.
 */
export function firstActions(actions: readonly WeighedAction[], limit: number): NextAction[] {
  const taken = new Map<string, number>();
  return [...actions]
    .sort((a, b) => a.weight - b.weight)
    .flatMap((action) => {
      const place = taken.get(action.kind) ?? 0;
      taken.set(action.kind, place + 1);
      return place < mostOfAKind ? [{ action, place }] : [];
    })
    .sort((a, b) => reasonOf(a.action.weight) - reasonOf(b.action.weight) || a.place - b.place || a.action.weight - b.action.weight)
    .slice(0, limit)
    .map(({ action: { weight: _, ...action } }) => action);
}
