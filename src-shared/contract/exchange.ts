import { z } from 'zod';
import { ExchangeKind } from '../formats/exchange.ts';
import { IsoInstant } from '../model/dates.ts';
import { ProfileName } from '../model/redaction.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const Count = z.int().nonnegative();

/** What becomes of the records of a file: `gone` were removed here since, `kept` differ because only this side changed them. */
export const ExchangeCounts = z.strictObject({ new: Count, changed: Count, same: Count, kept: Count, conflict: Count, gone: Count });
export type ExchangeCounts = z.infer<typeof ExchangeCounts>;

/** A file that went to another office or came from one. */
export const ExchangedFile = z.strictObject({
  id: Id,
  direction: z.enum(['sent', 'taken']),
  office: z.string().max(200),
  fingerprint: z.string().length(64),
  at: IsoInstant,
  by: z.string().max(500),
  fileName: z.string().max(300),
  redaction: ProfileName,
  records: Count,
  /** Of a file that was taken; null for one that was sent. */
  counts: ExchangeCounts.nullable(),
});
export type ExchangedFile = z.infer<typeof ExchangedFile>;

const FieldOf = z.strictObject({ kind: ExchangeKind, id: Id, field: z.string().max(120) });

/** A field that both sides changed. Values are texts to look at. */
export const ExchangeConflict = FieldOf.extend({ title: z.string().max(700), ours: z.string().max(600), theirs: z.string().max(600) });
export type ExchangeConflict = z.infer<typeof ExchangeConflict>;

export const ExchangePreview = z.strictObject({
  handle: Id,
  sha256: z.string().length(64),
  fileName: z.string().max(300),
  office: z.string().max(200),
  at: IsoInstant,
  by: z.string().max(500),
  redaction: ProfileName,
  fingerprint: z.string().length(64),
  /** A file signed by the same key was taken before. */
  known: z.boolean(),
  /** It was made here. */
  own: z.boolean(),
  counts: ExchangeCounts,
  byKind: z.array(ExchangeCounts.extend({ kind: ExchangeKind })),
  /** The first thousand. */
  conflicts: z.array(ExchangeConflict).max(1000),
});
export type ExchangePreview = z.infer<typeof ExchangePreview>;

export const exchangeMethods = {
  'exchange.state': query(
    z.strictObject({}),
    z.strictObject({ fingerprint: z.string().length(64).nullable(), files: z.array(ExchangedFile).max(200) }),
    ['exchange', 'reports'],
  ),
  /** Asks where to and writes a signed file of all sites, assets and parties. The roster of people never leaves. Errors: `cancelled`, `record.notFound`, `storage.failed`. */
  'exchange.save': command(z.strictObject({ redaction: ProfileName }), z.strictObject({ fileName: z.string().max(300), records: Count }), [
    'exchange',
    'reports',
    'journal',
  ]),
  /** Asks for a file of another office, checks its signature and says what it would change; null where the dialog was left. Errors: `file.refused`. */
  'exchange.open': query(z.strictObject({}), ExchangePreview.nullable(), []),
  /** Takes the file as it was shown; of fields that both sides changed those in `theirs`. Errors: `file.refused` where it is another file by now. */
  'exchange.take': command(
    z.strictObject({ handle: Id, sha256: z.string().length(64), theirs: z.array(FieldOf).max(1000) }),
    ExchangedFile,
    ['exchange', 'inventory', 'classification', 'questions', 'parties', 'screening', 'journal'],
  ),
};
