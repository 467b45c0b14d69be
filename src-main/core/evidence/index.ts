export { createEvidenceHandlers } from './handlers.ts';
export { evidenceMigrations } from './migrations.ts';
export { addFile, evidenceOf, fileOf } from './store.ts';
