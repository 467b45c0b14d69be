export { lostMeasures } from './falls.ts';
export { taskCases, tasksForOverview } from './for-overview.ts';
export { createNinetyDayHandlers } from './handlers.ts';
export type { PlanJoins } from './joins.ts';
export { planMigrations } from './migrations.ts';
export { planRecords } from './records.ts';
export { dueRecurring } from './recurring-store.ts';
export { planStatusSource } from './report.ts';
export { linkedChecks, linkedRooms } from './rooms.ts';
