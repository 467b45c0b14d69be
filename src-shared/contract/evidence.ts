import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { RecordKind, RecordRef } from '../model/record-ref.ts';
import { ProfileName } from '../model/redaction.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';

/** Largest file kept as evidence, in bytes. A larger one is better named by where it lies. */
export const maxEvidenceBytes = 100 * 1024 * 1024;

/** Files that are taken of one drop. */
export const maxDroppedFiles = 20;

const Id = z.string().min(1).max(80);
const Revision = z.number().int().nonnegative();
const Name = z.string().trim().min(1).max(200);
/** Where something lies outside the workspace: an address, a path on a share, a shelf. It is shown and never followed. */
const Address = z.string().trim().min(1).max(2000);
const NoteText = z.string().max(4000);

/** Something kept with a record because it proves something: a file, the place where something lies, or a note. */
export const Evidence = z.strictObject({
  id: Id,
  kind: z.enum(['file', 'link', 'note']),
  /** The record it hangs on. */
  record: RecordRef,
  /** Part of the record that it proves: a fact of an asset; null for the record as a whole. */
  part: z.string().max(120).nullable(),
  /** The file's name when it was attached, made safe for every file system; the title of a link or a note. */
  name: z.string().max(200),
  /** Where a link points; empty for files and notes. */
  address: z.string().max(2000),
  /** 0 for links and notes. */
  sizeBytes: z.number().int().nonnegative(),
  /** SHA-256 of the file's bytes, hex; null for links and notes. */
  sha256: z.string().length(64).nullable(),
  /** What it shows; of a note, its text. */
  note: NoteText,
  /** Advice of counsel, which exports leave out unless asked for. */
  attorneyAdvice: z.boolean(),
  addedBy: z.string().max(200),
  addedAt: IsoInstant,
  revision: Revision,
});
export type Evidence = z.infer<typeof Evidence>;

/** What can be shown of a piece of evidence without letting its bytes near anything. */
export const EvidencePreview = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string().max(200_000),
    /** The file goes on after what is shown. */
    cut: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('image'),
    /** `data:` address of the picture. */
    source: z.string().max(32_000_000),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  z.strictObject({
    kind: z.literal('page'),
    /** `data:` address of the first page as a PNG. */
    source: z.string().max(32_000_000),
    width: z.int().positive(),
    height: z.int().positive(),
    pages: z.int().positive(),
  }),
  z.strictObject({
    kind: z.literal('none'),
    because: z.enum(['unknownType', 'damaged', 'encrypted', 'tooLarge', 'tooLong', 'tooMuchMemory', 'empty']),
  }),
]);
export type EvidencePreview = z.infer<typeof EvidencePreview>;

/** Which pieces of all are meant. */
export const EvidenceFilter = z.strictObject({
  /** Words of a name, a note, an address, of whoever added it, of the record, or the beginning of a hash; all must stand there. */
  search: z.string().max(200),
  kind: Evidence.shape.kind.nullable(),
  /** Kind of the record they hang on. */
  on: RecordKind.nullable(),
  /** Of one record; of an asset also what hangs on its questions. */
  about: RecordRef.nullable(),
});
export type EvidenceFilter = z.infer<typeof EvidenceFilter>;

export const EvidenceSort = z.strictObject({ by: z.enum(['addedAt', 'name', 'sizeBytes', 'addedBy']), descending: z.boolean() });
export type EvidenceSort = z.infer<typeof EvidenceSort>;

/** A piece with what its record is called now; null when the record is gone. */
export const EvidenceRow = Evidence.extend({ title: z.string().max(700).nullable() });
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** What a check of all files found. */
export const EvidenceVerdict = z.strictObject({
  /** Files that were read, and how many bytes they hold together; a file that hangs on several records is read once. */
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Pieces whose bytes are gone or are no longer those that were kept; the first of them. */
  damaged: z.array(EvidenceRow).max(200),
  damagedCount: z.int().nonnegative(),
});
export type EvidenceVerdict = z.infer<typeof EvidenceVerdict>;

const One = z.strictObject({ id: Id });

export const evidenceMethods = {
  /** Evidence of a record, oldest first. */
  'evidence.list': query(z.strictObject({ record: RecordRef }), z.array(Evidence), ['evidence']),
  /** A page of all evidence of the workspace. */
  'evidence.page': query(
    z.strictObject({
      filter: EvidenceFilter,
      sort: EvidenceSort.default({ by: 'addedAt', descending: true }),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      rows: z.array(EvidenceRow).max(500),
      total: z.int().nonnegative(),
      /** Bytes of the files among them, each counted wherever it hangs. */
      bytes: z.int().nonnegative(),
      /** Kinds of records that hold any evidence at all. */
      kinds: z.array(RecordKind),
    }),
    ['evidence', 'inventory', 'people', 'parties', 'programme', 'cases', 'plan'],
  ),
  /** Reads every file again and compares it with its hash: a job `evidence.verify` that can be cancelled. That it was done stays in the journal. */
  'evidence.verify': command(z.strictObject({}), EvidenceVerdict, ['journal']),
  /** Asks where to, and writes the list that the filter lets through, without advice of counsel. Errors: `cancelled`, `storage.failed`. */
  'evidence.export': command(
    z.strictObject({ filter: EvidenceFilter, format: z.enum(['xlsx', 'csv']), redaction: ProfileName }),
    z.strictObject({ fileName: z.string().max(300), pieces: z.int().nonnegative(), leftOut: z.int().nonnegative() }),
    ['journal'],
  ),
  /** How many pieces hang on each of some records; those with none are left out. */
  'evidence.counts': query(
    z.strictObject({ records: z.array(RecordRef).max(500) }),
    z.array(z.strictObject({ record: RecordRef, count: z.int().positive() })),
    ['evidence'],
  ),
  /**
   * Keeps the bytes of files: all of them, or none with the reason. `handles` are files that were let go on the window; without them it asks.
   * Errors: `cancelled`, `file.handleExpired`, `file.refused`.
   */
  'evidence.attach': command(
    z.strictObject({ record: RecordRef, handles: z.array(Id).min(1).max(maxDroppedFiles).optional() }),
    z.array(Evidence),
    ['evidence', 'journal'],
  ),
  /** Keeps where something lies. */
  'evidence.addLink': command(
    z.strictObject({
      record: RecordRef,
      name: Name,
      address: Address,
      note: NoteText.default(''),
      attorneyAdvice: z.boolean().default(false),
    }),
    Evidence,
    ['evidence', 'journal'],
  ),
  /** Keeps a note. */
  'evidence.addNote': command(
    z.strictObject({ record: RecordRef, name: Name, note: NoteText.trim().min(1), attorneyAdvice: z.boolean().default(false) }),
    Evidence,
    ['evidence', 'journal'],
  ),
  /** Says what a piece proves, and of links and notes what they are called and where they point. A file keeps its name. */
  'evidence.describe': command(
    z.strictObject({
      id: Id,
      revision: Revision,
      part: z.string().max(120).nullable(),
      note: NoteText,
      name: Name.optional(),
      address: Address.optional(),
      attorneyAdvice: z.boolean().optional(),
    }),
    Evidence,
    ['evidence', 'journal'],
  ),
  /** Hangs a piece on another record. */
  'evidence.move': command(z.strictObject({ id: Id, revision: Revision, record: RecordRef }), Evidence, ['evidence', 'journal']),
  /** Takes a piece off its record. Bytes stay in the workspace, so that this can be undone. Errors: `policy.refused` while the record is held. */
  'evidence.remove': command(z.strictObject({ id: Id, revision: Revision }), z.strictObject({}), ['evidence', 'journal']),
  /** Asks where to, and writes a copy. Errors: `cancelled`, `storage.failed`. */
  'evidence.saveCopy': command(One, z.strictObject({ fileName: z.string().max(300) }), ['journal']),
  /** Shows what can be shown of a file; who looked stays in its chain of custody. */
  'evidence.look': command(One, EvidencePreview, ['journal']),
  /** Who attached, looked at, moved and saved a piece, oldest first: from the journal. */
  'evidence.custody': query(One, z.strictObject({ evidence: Evidence.nullable(), entries: z.array(JournalEntry).max(1000) }), [
    'evidence',
    'journal',
  ]),
};
