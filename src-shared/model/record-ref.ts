import { z } from 'zod';

/** Kinds of record that other records point at: what evidence hangs on, what a task was made from, what a quality check found. */
export const RecordKind = z.enum([
  'asset',
  'person',
  'party',
  'accessFinding',
  'screeningHit',
  'vetting',
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
  'contact',
  'gate',
  'incident',
  'ruleWatch',
  'manual',
  'trainingCourse',
  'trainingSession',
  'transfer',
]);
export type RecordKind = z.infer<typeof RecordKind>;

/** One record of the workspace, whatever room keeps it. The renderer turns it into a link with `recordHref`. */
export const RecordRef = z.strictObject({ kind: RecordKind, id: z.string().min(1).max(120) });
export type RecordRef = z.infer<typeof RecordRef>;

const BETWEEN = '~';

/** An open question as a record: the asset it is about and the fact it asks for, since questions come and go with the facts. */
export function questionRecord(question: { readonly assetId: string; readonly factId: string }): RecordRef {
  return { kind: 'question', id: `${question.assetId}${BETWEEN}${question.factId}`.slice(0, 120) };
}

/** Asset and fact of such a record; the fact is empty where it names an asset alone. */
export function questionOf(ref: Pick<RecordRef, 'id'>): { readonly assetId: string; readonly factId: string } {
  const [assetId = '', factId = ''] = ref.id.split(BETWEEN);
  return { assetId, factId };
}
