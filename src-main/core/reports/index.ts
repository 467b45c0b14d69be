export { contentHash } from './content-hash.ts';
export { askWhere, saveExportFile } from './export-file.ts';
export { reportNumber } from './export-register.ts';
export { createReportHandlers, reportText } from './handlers.ts';
export { reportMigrations } from './migrations.ts';
export { createPrinting } from './printing.ts';
export { line } from './runs.ts';
