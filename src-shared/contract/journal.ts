import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { command, query, Topic } from './kernel.ts';

/** Fills the gaps of the text `journal.<method>`. */
export const JournalParams = z.record(z.string().max(40), z.union([z.string().max(300), z.number()]));

export const JournalEntry = z.strictObject({
  seq: z.number().int().positive(),
  at: IsoInstant,
  person: z.string().max(120),
  initials: z.string().max(6),
  /** The command; its words are the text `journal.<method>` filled with `params`. */
  method: z.string().max(80),
  params: JournalParams,
  /** An undo or redo names the entry it reversed. */
  kind: z.enum(['do', 'undo', 'redo']),
  reverses: z.number().int().positive().nullable(),
  subject: z.strictObject({ entity: z.string().max(40), id: z.string().max(80) }).nullable(),
  packs: z.array(z.string().max(120)).max(100),
  changedRows: z.number().int().nonnegative(),
  /** SHA-256 over this entry, its changes and the hash before it, in hex. */
  hash: z.string().length(64),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** One field of one row, before and after. Long values are cut; `null` with `existed` false means there was no row. */
export const FieldChange = z.strictObject({
  field: z.string().max(80),
  before: z.string().max(2000).nullable(),
  after: z.string().max(2000).nullable(),
});

export const RecordChange = z.strictObject({
  entry: JournalEntry,
  table: z.string().max(80),
  operation: z.enum(['insert', 'update', 'delete']),
  fields: z.array(FieldChange).max(200),
});
export type RecordChange = z.infer<typeof RecordChange>;

export const JournalVerdict = z.strictObject({
  intact: z.boolean(),
  entries: z.number().int().nonnegative(),
  /** Hash of the newest entry: what a report quotes. */
  head: z.string().length(64),
  /** First entry that does not fit, and what is wrong with it. */
  broken: z
    .strictObject({ seq: z.number().int(), reason: z.enum(['changed', 'missing', 'reordered', 'changesAltered', 'tailCut']) })
    .nullable(),
});
export type JournalVerdict = z.infer<typeof JournalVerdict>;

/** What one step back or forward would do, or did. */
export const UndoStep = z.strictObject({ seq: z.number().int().positive(), method: z.string().max(80), params: JournalParams });

export const journalMethods = {
  'journal.list': query(
    z.strictObject({
      before: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(500).default(100),
      method: z.string().max(80).optional(),
      search: z.string().max(200).optional(),
    }),
    z.strictObject({ entries: z.array(JournalEntry).max(500), total: z.number().int().nonnegative() }),
    ['journal'],
  ),
  /** Every change to one record, newest first. `id` is the record's id in its table. */
  'journal.history': query(
    z.strictObject({
      entity: z.string().min(1).max(40),
      id: z.string().min(1).max(80),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.array(RecordChange).max(500),
    ['journal'],
  ),
  'journal.changes': query(
    z.strictObject({ seq: z.number().int().positive(), limit: z.number().int().min(1).max(500).default(100) }),
    z.array(RecordChange).max(500),
    ['journal'],
  ),
  /** A job `journal.verify` that counts entries and can be cancelled. */
  'journal.verify': query(z.strictObject({}), JournalVerdict),
  /** What `undo` and `redo` would do now; null when there is nothing. */
  'journal.undoState': query(z.strictObject({}), z.strictObject({ undo: UndoStep.nullable(), redo: UndoStep.nullable() }), ['journal']),
  'journal.undo': command(z.strictObject({}), UndoStep, Topic.options),
  'journal.redo': command(z.strictObject({}), UndoStep, Topic.options),
};
