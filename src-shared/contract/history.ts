import { z } from 'zod';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { RecordRef } from '../model/record-ref.ts';
import { ProfileName } from '../model/redaction.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';
import { ExportRecord } from './reports.ts';

const Id = z.string().min(1).max(80);
const Hash = z.string().length(64);

/** Which entries of the journal are meant. Days are whole days of UTC, both included. */
export const HistoryFilter = z.strictObject({
  search: z.string().max(200),
  person: z.string().max(120).nullable(),
  /** A method, or a room with its dot, as `evidence.`. */
  method: z.string().max(80).nullable(),
  record: RecordRef.nullable(),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  /** Entries after this number. */
  after: z.int().nonnegative(),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;

/** An entry with the record it is about, where others point at such records. */
export const HistoryRow = JournalEntry.extend({
  record: RecordRef.nullable(),
  /** What the record is called now; null when it is gone, or the entry is about none. */
  title: z.string().max(700).nullable(),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

/** A report that left the program, and where the journal stood then. */
export const ReportAnchor = z.strictObject({
  exportId: Id,
  what: ExportRecord.shape.what,
  number: z.string().max(40),
  subject: z.string().max(700),
  at: IsoInstant,
  by: z.string().max(500),
  /** SHA-256 of the file that was written. */
  sha256: Hash,
  /** Entry of the journal that recorded it, and its hash: everything up to it is vouched for by this hash. */
  seq: z.int().positive(),
  hash: Hash,
});
export type ReportAnchor = z.infer<typeof ReportAnchor>;

const Counted = <T extends z.ZodType>(of: T) => z.strictObject({ of, count: z.int().positive() });

export const ChangesSince = z.strictObject({
  /** Null: since the beginning of the workspace. */
  anchor: ReportAnchor.nullable(),
  head: z.strictObject({ seq: z.int().nonnegative(), hash: Hash }),
  entries: z.int().nonnegative(),
  people: z.array(Counted(z.string().max(120))).max(500),
  /** By room, as `evidence`. */
  rooms: z.array(Counted(z.string().max(80))).max(100),
  /** Records that were touched most. */
  records: z
    .array(z.strictObject({ record: RecordRef, title: z.string().max(700).nullable(), count: z.int().positive(), last: IsoInstant }))
    .max(500),
});
export type ChangesSince = z.infer<typeof ChangesSince>;

export const historyMethods = {
  /** Entries newest first. */
  'history.list': query(
    z.strictObject({ filter: HistoryFilter, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    z.strictObject({
      rows: z.array(HistoryRow).max(500),
      total: z.int().nonnegative(),
      /** What the record of the filter is called; null where it is gone, or none is asked for. */
      of: z.string().max(700).nullable(),
    }),
    ['journal'],
  ),
  /** Who and what stands in the journal, for the filters. */
  'history.facets': query(
    z.strictObject({}),
    z.strictObject({ people: z.array(z.string().max(120)).max(500), rooms: z.array(z.string().max(80)).max(100) }),
    ['journal'],
  ),
  /** Asks where to, and writes the entries that the filter lets through. Errors: `cancelled`, `storage.failed`. */
  'history.export': command(
    z.strictObject({ filter: HistoryFilter, format: z.enum(['xlsx', 'csv']), redaction: ProfileName }),
    z.strictObject({ fileName: z.string().max(300), entries: z.int().nonnegative() }),
    ['journal'],
  ),
  /** Reports that left the program, newest first. */
  'history.anchors': query(z.strictObject({}), z.array(ReportAnchor).max(200), ['reports', 'journal']),
  /** What changed since one of them; since the newest where none is named. */
  'history.since': query(z.strictObject({ exportId: Id.nullable() }), ChangesSince, ['reports', 'journal']),
  /** Prints the chain of custody of a piece of evidence as a PDF. Errors: `cancelled`, `print.failed`, `storage.failed`. */
  'history.saveCustody': command(
    z.strictObject({ evidenceId: Id, paper: z.enum(['A4', 'Letter']), redaction: ProfileName }),
    z.strictObject({ fileName: z.string().max(300) }),
    ['journal'],
  ),
};
