import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const listVersions = sqliteTable('list_versions', {
  id: text('id').primaryKey(),
  list: text('list').notNull(),
  format: text('format').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  published: text('published'),
  importedAt: text('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  parties: integer('parties').notNull(),
  names: integer('names').notNull(),
  rejects: integer('rejects').notNull(),
  byType: text('by_type').notNull(),
});

export const listChoices = sqliteTable('list_choices', {
  list: text('list').primaryKey(),
  off: integer('off', { mode: 'boolean' }).notNull(),
  title: text('title').notNull(),
});
