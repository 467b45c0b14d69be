export type { CaseSources } from './cycle-time-handlers.ts';
export { foundNow } from './found-now.ts';
export { createQualityHandlers, type QualityJoins } from './handlers.ts';
export { lookInSlices } from './look.ts';
export { qualityMigrations } from './migrations.ts';
