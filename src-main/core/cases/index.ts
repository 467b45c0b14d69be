export { incidentCases, openIncidents } from './for-overview.ts';
export { forgetInCases } from './forget.ts';
export { haltsInForce } from './halts.ts';
export { createCaseHandlers } from './handlers.ts';
export { incidentFileSource } from './incident-file.ts';
export type { AuditedFinding, CaseJoins, PartyHere } from './joins.ts';
export { caseMigrations } from './migrations.ts';
export { gateRecords, incidentDays, incidentRecords, keptIncidents, watchRecords } from './records.ts';
export { packsReviewed, watchOf } from './watch.ts';
