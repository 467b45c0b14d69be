export { createEvidenceHandlers } from './handlers.ts';
export { evidenceMigrations } from './migrations.ts';
export { addEvidence, evidenceOf } from './store.ts';
