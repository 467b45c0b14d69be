export { createReportHandlers } from './handlers.ts';
export { reportMigrations } from './migrations.ts';
