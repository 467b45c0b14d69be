import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Files kept with assets, each known by the hash of its bytes. */
export const evidence = sqliteTable('evidence', {
  id: text('id').primaryKey(),
  assetId: text('asset_id').notNull(),
  /** Name of the file as it came. */
  name: text('name').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  /** SHA-256 of the bytes, in hex. */
  sha256: text('sha256').notNull(),
  /** What it shows, in words. */
  about: text('about').notNull(),
  addedBy: text('added_by').notNull(),
  addedAt: text('added_at').notNull(),
});

/** Bytes of evidence in pieces of 1 MiB. They are never changed; the same file is kept once. */
export const evidencePieces = sqliteTable('evidence_pieces', {
  sha256: text('sha256').notNull(),
  /** Place of the piece, from 0. */
  place: integer('place').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});
