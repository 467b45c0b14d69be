export type { CommitBatch, CommitRow, CommittedRow, ExistingRecord, ImportTarget, RecordKey, UndoRow } from './target.ts';
export { identityKey, identityText, keyText } from './target.ts';
