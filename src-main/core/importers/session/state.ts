import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  FixAction,
  GuessConfidence,
  OutcomeCounts,
  RowCounts,
  Said,
  TableChoice,
  ValueTarget,
} from '../../../../src-shared/contract/imports.ts';
import { FileNotice, FileSniff } from '../../../../src-shared/formats/import-file.ts';
import { plainText } from '../map/normal.ts';

const Guess = z.strictObject({
  column: z.number(),
  fieldId: z.string().nullable(),
  confidence: GuessConfidence,
  because: z.array(Said),
});

/** Everything a person has told an import so far, and what it knows of the file. The rows themselves are staged beside it. */
export const SessionState = z.strictObject({
  sniffed: z.strictObject({ sniff: FileSniff, skipDirective: z.boolean() }),
  table: TableChoice,
  tableReason: Said.nullable(),
  /** `complete` is false while the rest of the file is still being staged. */
  staged: z.strictObject({ rows: z.number(), complete: z.boolean(), notices: z.array(FileNotice) }),
  titles: z.array(z.string()),
  guesses: z.array(Guess),
  /** Field of each column; `null` sets the column aside. */
  mapping: z.array(z.string().nullable()),
  /** Answers of the value step: field, then value as `valueKey` makes it. */
  values: z.record(z.string(), z.record(z.string(), ValueTarget)),
  /** Fixes by problem group. */
  actions: z.record(z.string(), FixAction),
  profile: z.strictObject({ id: z.string(), name: z.string(), version: z.number() }).nullable(),
  /** Result of the last check; `null` once anything changed since. */
  checked: z.strictObject({ counts: RowCounts, outcomes: OutcomeCounts, openGroups: z.number() }).nullable(),
  /** Restricted values left the staging area when they were imported: the file is needed again for another go. */
  forgotten: z.boolean().optional(),
});
export type SessionState = z.infer<typeof SessionState>;

/** Recognises a layout by its column titles, whatever their case, spacing and punctuation. */
export function headerFingerprint(titles: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(titles.map(plainText)))
    .digest('hex');
}

/** Recognises a reading: the same file read the same way brings nothing new. */
export function readingKey(state: SessionState): string {
  const { table, mapping, values, actions } = state;
  return createHash('sha256')
    .update(JSON.stringify([table, mapping, values, actions]))
    .digest('hex');
}
