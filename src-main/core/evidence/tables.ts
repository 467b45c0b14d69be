import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Files kept with an asset because they prove something. */
export const evidence = sqliteTable('evidence', {
  id: text('id').primaryKey(),
  assetId: text('asset_id').notNull(),
  /** Fact it proves; null for the asset as a whole. */
  field: text('field'),
  /** The file's name when it was attached, made safe for every file system. */
  name: text('name').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  /** SHA-256 of the bytes, hex, and the key they lie under. */
  sha256: text('sha256').notNull(),
  note: text('note').notNull().default(''),
  addedBy: text('added_by').notNull(),
  addedAt: text('added_at').notNull(),
  revision: integer('revision').notNull().default(0),
});

/** Bytes of evidence in pieces of 1 MiB. They are never changed; the same file is kept once. */
export const evidencePieces = sqliteTable('evidence_pieces', {
  sha256: text('sha256').notNull(),
  /** Place of the piece, from 0. */
  place: integer('place').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});
