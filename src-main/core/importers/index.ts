export { assetFromRecord, type RegisterColumns, recordFromAsset } from './assets/facts.ts';
export { assetTargetSchema, assetVariants } from './assets/schema.ts';
export { createImportHandlers } from './handlers.ts';
export { importMigrations } from './migrations.ts';
export type { CommitBatch, CommitRow, CommittedRow, ExistingRecord, ImportTarget, RecordKey, UndoRow } from './target.ts';
export { identityKey, identityText, keyText } from './target.ts';
