import { z } from 'zod';
import { RecordKind, RecordRef } from '../model/record-ref.ts';
import { query } from './kernel.ts';

/** Something found by its words: a record, or a note or piece of evidence on one. */
export const Found = z.strictObject({
  entity: z.enum([...RecordKind.options, 'note', 'evidence']),
  id: z.string().max(120),
  title: z.string().max(700),
  detail: z.string().max(700),
  /** The record to go to. */
  ref: RecordRef,
  /** Its tab that shows the note or the evidence. */
  tab: z.enum(['notes', 'evidence']).nullable(),
});
export type Found = z.infer<typeof Found>;

export const searchMethods = {
  /**
   * Finds records of every room by words, all of which must stand there: those whose name begins with the text first, then in the order of
   * the rooms; notes and evidence last, never advice of counsel. Citizenship is never searched.
   */
  'search.records': query(
    z.strictObject({
      text: z.string().trim().min(1).max(200),
      limit: z.number().int().positive().max(50),
      /** Only records of these kinds, without notes and evidence. */
      kinds: z.array(RecordKind).min(1).max(RecordKind.options.length).optional(),
    }),
    z.array(Found).max(50),
    [
      'inventory',
      'people',
      'parties',
      'access',
      'plan',
      'programme',
      'cases',
      'evidence',
      'classification',
      'screening',
      'lists',
      'rulepacks',
    ],
  ),
};
