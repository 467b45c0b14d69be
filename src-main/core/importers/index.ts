export { assetFromRecord, type RegisterColumns, recordFromAsset } from './assets/facts.ts';
export { assetTargetSchema, assetVariants } from './assets/schema.ts';
export { createImportHandlers } from './handlers.ts';
export { importMigrations } from './migrations.ts';
export { rowsOf } from './read/batch.ts';
export { readLimits } from './read/limits.ts';
export { read, sniff } from './read/reader.ts';
export type { CommitBatch, CommitRow, CommittedRow, ExistingRecord, ImportTarget, RecordKey, UndoRow } from './target.ts';
export { identityKey, identityKeys, identityText, keyText } from './target.ts';
