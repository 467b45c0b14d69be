export { programmeCatalogue } from './catalogue.ts';
export { forgetInProgramme } from './forget.ts';
export { createProgrammeHandlers } from './handlers.ts';
export type { ProgrammeJoins } from './joins.ts';
export { answerLinks } from './linked.ts';
export { programmeMigrations } from './migrations.ts';
export { programmeRecords } from './records.ts';
export { programmeReports } from './reports.ts';
export { programmeDueForQuality, programmeStanding } from './standing.ts';
