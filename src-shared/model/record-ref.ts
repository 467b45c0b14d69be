import { z } from 'zod';

/** Kinds of record that other records point at: what evidence hangs on, what a task was made from, what a quality check found. */
export const RecordKind = z.enum([
  'asset',
  'person',
  'party',
  'accessFinding',
  'screeningHit',
  'question',
  'list',
  'rulePack',
  'task',
  'plan',
  'assessment',
  'assessmentAnswer',
  'riskAssessment',
  'site',
  'duty',
  'meeting',
  'gate',
  'incident',
  'ruleWatch',
  'manual',
]);
export type RecordKind = z.infer<typeof RecordKind>;

/** One record of the workspace, whatever room keeps it. The renderer turns it into a link with `recordHref`. */
export const RecordRef = z.strictObject({ kind: RecordKind, id: z.string().min(1).max(120) });
export type RecordRef = z.infer<typeof RecordRef>;
