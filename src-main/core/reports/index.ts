export { contentHash } from './content-hash.ts';
export { askWhere, saveExportFile } from './export-file.ts';
export { reportNumber } from './export-register.ts';
export { createReportHandlers, rendered, reportText } from './handlers.ts';
export { reportMigrations } from './migrations.ts';
export { type PrintStyle, printDocument, readPrintStyle } from './print-document.ts';
export { line } from './runs.ts';
