import type { CheckInView } from '../../../../src-shared/contract/plan.ts';

export type Filed = CheckInView['earlier'][number];

/** Every check-in that was filed, the newest first; the week in hand among them once it is filed too. */
export function filedOf({ week, filed, earlier }: CheckInView): readonly Filed[] {
  const all = filed === null ? earlier : [{ week, ...filed }, ...earlier];
  return [...all].sort((a, b) => b.week - a.week);
}
