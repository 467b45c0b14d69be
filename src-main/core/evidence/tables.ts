import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RecordKind } from '../../../src-shared/model/record-ref.ts';

/** Files, links and notes kept with a record because they prove something. */
export const evidence = sqliteTable('evidence', {
  id: text('id').primaryKey(),
  recordId: text('record_id').notNull(),
  /** Part of the record it proves; null for the record as a whole. */
  part: text('part'),
  /** The file's name when it was attached, made safe for every file system; the title of a link or a note. */
  name: text('name').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  /** SHA-256 of the bytes, hex, and the key they lie under; null for links and notes. */
  sha256: text('sha256'),
  note: text('note').notNull().default(''),
  addedBy: text('added_by').notNull(),
  addedAt: text('added_at').notNull(),
  revision: integer('revision').notNull().default(0),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  kind: text('kind', { enum: ['file', 'link', 'note'] }).notNull(),
  /** Where a link points. */
  address: text('address').notNull().default(''),
  attorneyAdvice: integer('attorney_advice', { mode: 'boolean' }).notNull().default(false),
});

/** Bytes of evidence in pieces of 1 MiB. They are never changed; the same file is kept once. */
export const evidencePieces = sqliteTable('evidence_pieces', {
  sha256: text('sha256').notNull(),
  /** Place of the piece, from 0. */
  place: integer('place').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});
