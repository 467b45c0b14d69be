export { retentionRule } from './clocks.ts';
export { forgetInRetention } from './forget.ts';
export { createRetentionHandlers } from './handlers.ts';
export { retentionMigrations } from './migrations.ts';
export type { RetentionSource } from './sources.ts';
