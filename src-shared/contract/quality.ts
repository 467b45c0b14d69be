import { z } from 'zod';
import { CaseKind, CycleTime } from '../model/cycle-time.ts';
import { IsoDate } from '../model/dates.ts';
import { QualityCheckId, QualityKind, QualityRecord } from '../model/quality.ts';
import { command, query } from './kernel.ts';

/** One check that found something, with the first of what it found. */
export const QualityLine = z.strictObject({
  check: QualityCheckId,
  kind: QualityKind,
  severity: z.enum(['high', 'medium', 'low']),
  count: z.int().positive(),
  first: z.array(QualityRecord).max(5),
});
export type QualityLine = z.infer<typeof QualityLine>;

const touching = [
  'inventory',
  'classification',
  'people',
  'parties',
  'access',
  'screening',
  'vetting',
  'lists',
  'rulepacks',
  'operation',
  'cases',
  'programme',
  'transfers',
] as const;

export const qualityMethods = {
  /** Every check over the whole workspace; checks that found nothing are only counted. */
  'quality.check': query(
    z.strictObject({}),
    z.strictObject({
      on: IsoDate,
      /** Checks that ran, and records they looked at. */
      checks: z.int().nonnegative(),
      records: z.int().nonnegative(),
      lines: z.array(QualityLine),
    }),
    [...touching],
  ),
  /** What one check found, a page at a time. */
  'quality.records': query(
    z.strictObject({ check: QualityCheckId, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    z.strictObject({ total: z.int().nonnegative(), rows: z.array(QualityRecord) }),
    [...touching],
  ),
  /** How long each kind of case takes, counted from this workspace's own records, against the user's own target. */
  'quality.cycleTimes': query(z.strictObject({}), z.array(CycleTime), [...touching, 'quality', 'plan', 'cases']),
  /** Sets a target in calendar days; null takes it away. */
  'quality.setTarget': command(z.strictObject({ kind: CaseKind, days: z.int().min(1).max(3650).nullable() }), z.array(CycleTime), [
    'quality',
    'journal',
  ]),
};
