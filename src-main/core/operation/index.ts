export { lastMapReviews, overdueMappings, overdueMaps, runsAboveExpected } from './due.ts';
export { createOperationHandlers } from './handlers.ts';
export { operationMigrations } from './migrations.ts';
