export { branded, readBrand } from './brand.ts';
export { contentHash } from './content-hash.ts';
export { type EvidenceListed, evidenceBlocks, evidenceListed } from './evidence-blocks.ts';
export { askWhere, recordPrint, saveExportFile } from './export-file.ts';
export { reportNumber } from './export-register.ts';
export { cells, type FrameParts, paragraph, type ReportSection, reportFrame, saidSheet, tableOr } from './frame.ts';
export { createReportHandlers, reportText } from './handlers.ts';
export type { Hider } from './hide-people.ts';
export { memoCollectionSource } from './memo-collection.ts';
export { reportMigrations } from './migrations.ts';
export { createPrinting } from './printing.ts';

export { line } from './runs.ts';
export type { BuiltReport, ReportRequest, ReportSource } from './source.ts';
export { type Withholding, withholdingFor } from './withholding.ts';
