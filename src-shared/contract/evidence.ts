import { z } from 'zod';
import { IsoInstant } from '../model/dates.ts';
import { RecordRef } from '../model/record-ref.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';

/** Largest file kept as evidence, in bytes. A larger one is better named by where it lies. */
export const maxEvidenceBytes = 100 * 1024 * 1024;

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

const One = z.strictObject({ id: Id });

export const evidenceMethods = {
  /** Evidence of a record, oldest first. */
  'evidence.list': query(z.strictObject({ record: RecordRef }), z.array(Evidence), ['evidence']),
  /** How many pieces hang on each of some records; those with none are left out. */
  'evidence.counts': query(
    z.strictObject({ records: z.array(RecordRef).max(500) }),
    z.array(z.strictObject({ record: RecordRef, count: z.int().positive() })),
    ['evidence'],
  ),
  /** Asks for files and keeps their bytes: all of them, or none with the reason. Errors: `cancelled`, `file.refused`. */
  'evidence.attach': command(z.strictObject({ record: RecordRef }), z.array(Evidence), ['evidence', 'journal']),
  /** Keeps where something lies. */
  'evidence.addLink': command(z.strictObject({ record: RecordRef, name: Name, address: Address, note: NoteText.default('') }), Evidence, [
    'evidence',
    'journal',
  ]),
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
