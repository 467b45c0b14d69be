export { custodyOf } from './custody.ts';
export { disposeEvidence, forgetEvidence } from './dispose.ts';
export { forgetInEvidence } from './forget.ts';
export { createEvidenceHandlers } from './handlers.ts';
export { evidenceMigrations } from './migrations.ts';
export { addFile, allEvidence, bytesMatch, evidenceBytes, evidenceCounts, evidenceOf, fileOf, findEvidence, keptFiles } from './store.ts';
