export { fileNameOf } from './export-file.ts';
export { createReportHandlers } from './handlers.ts';
export { reportMigrations } from './migrations.ts';
