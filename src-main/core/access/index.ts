export { createAccessHandlers } from './handlers.ts';
export { eventJoinsOf } from './joins.ts';
export { accessMigrations } from './migrations.ts';
export { type AuditRun, runAudit } from './run.ts';
export type { AccessJoins, AuditPeople } from './sources.ts';
