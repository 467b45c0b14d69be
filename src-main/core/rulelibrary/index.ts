export { cited } from './cited.ts';
export { createRuleLibraryHandlers } from './handlers.ts';
export { createRuleLibrary, type RuleLibrary } from './library.ts';
export { ruleLibraryMigrations } from './migrations.ts';
export { packRecords } from './records.ts';
export { packSummaries } from './views.ts';
