import { z } from 'zod';

/** Kinds of case whose time from opening to the end is measured. Words under `quality.case.<kind>`. */
export const CaseKind = z.enum(['accessFinding', 'screeningHit', 'classification', 'secondLook', 'task', 'incident']);
export type CaseKind = z.infer<typeof CaseKind>;

/** How long cases of a kind took in this workspace, in calendar days. Counted, never estimated. */
export const CycleTime = z.strictObject({
  kind: CaseKind,
  closed: z.int().nonnegative(),
  /** Half of the closed cases took no longer; null while none is closed. */
  medianDays: z.number().nullable(),
  /** Nine in ten took no longer. */
  slowDays: z.number().nullable(),
  open: z.int().nonnegative(),
  oldestOpenDays: z.int().nonnegative().nullable(),
  /** The user's own target; null while none is set. */
  targetDays: z.int().positive().nullable(),
  /** Closed cases that met it, and open ones already past it. */
  withinTarget: z.int().nonnegative(),
  pastTarget: z.int().nonnegative(),
});
export type CycleTime = z.infer<typeof CycleTime>;
