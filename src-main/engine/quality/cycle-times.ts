import type { CaseKind, CycleTime } from '../../../src-shared/model/cycle-time.ts';
import { daysBetween } from '../../../src-shared/model/dates.ts';

/** One case: the days on which it was opened and closed, `YYYY-MM-DD`; null while it is open. */
export interface Case {
  readonly opened: string;
  readonly closed: string | null;
}

/** Smallest value that the share of the sorted values does not exceed (nearest rank). */
const atShare = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

/** Sums up how long cases took, in calendar days; a case closed on the day it was opened took none. */
export function cycleTimeOf(kind: CaseKind, cases: readonly Case[], today: string, targetDays: number | null): CycleTime {
  const took: number[] = [];
  const waiting: number[] = [];
  for (const { opened, closed } of cases) {
    // Records may be dated ahead, or closed before they were entered: less than none is none.
    const days = Math.max(0, daysBetween(opened, closed ?? today));
    (closed === null ? waiting : took).push(days);
  }
  took.sort((a, b) => a - b);
  const within = (days: number) => targetDays !== null && days <= targetDays;
  return {
    kind,
    closed: took.length,
    medianDays: atShare(took, 0.5),
    slowDays: atShare(took, 0.9),
    open: waiting.length,
    oldestOpenDays: waiting.length === 0 ? null : waiting.reduce((a, b) => Math.max(a, b), 0),
    targetDays,
    withinTarget: took.filter(within).length,
    pastTarget: targetDays === null ? 0 : waiting.filter((days) => !within(days)).length,
  };
}
