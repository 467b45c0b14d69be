export { addResourceNames } from './asset-access.ts';
export { controlPlanMigrations } from './briefings.ts';
export { createControlPlanHandlers } from './control-plan-handlers.ts';
export { createAccessHandlers } from './handlers.ts';
export { eventJoinsOf } from './joins.ts';
export { accessMigrations } from './migrations.ts';
export { positionsOf } from './people-positions.ts';
export { type AuditRun, runAudit } from './run.ts';
export type { AccessJoins, AuditPeople } from './sources.ts';
