export { createEvidenceHandlers } from './handlers.ts';
export { evidenceMigrations } from './migrations.ts';
