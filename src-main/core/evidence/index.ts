export { disposeEvidence, forgetEvidence } from './dispose.ts';
export { forgetInEvidence } from './forget.ts';
export { createEvidenceHandlers } from './handlers.ts';
export { evidenceMigrations } from './migrations.ts';
export { addFile, evidenceBytes, evidenceCounts, evidenceOf, fileOf, keptFiles } from './store.ts';
