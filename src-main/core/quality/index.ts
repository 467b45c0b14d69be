export type { CaseSources } from './cycle-time-handlers.ts';
export { createQualityHandlers, type QualityJoins } from './handlers.ts';
export { qualityMigrations } from './migrations.ts';
