export { readMapping } from './mapping.ts';
export type { AuditRefusal } from './problems.ts';
export { type AuditBatch, type AuditDone, runAuditBatch } from './run.ts';
export { settingNames, settingsFault, settingsWith } from './settings.ts';
