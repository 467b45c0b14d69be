export { createProgrammeHandlers } from './handlers.ts';
export type { ProgrammeJoins } from './joins.ts';
export { programmeMigrations } from './migrations.ts';
export { programmeRecords } from './records.ts';
export { programmeReports } from './reports.ts';
export { programmeCatalogue } from './catalogue.ts';
export { programmeStanding } from './standing.ts';
