export { forgetSubject } from './forget-subject.ts';
export { createScreeningHandlers, type ScreeningJoins } from './handlers.ts';
export { createIndexHolder, type IndexHolder } from './index-holder.ts';
export { screeningMigrations } from './migrations.ts';
export { hitRecords } from './records.ts';
export { createRescreening, type Rescreening } from './rescreen.ts';
export { runScreening } from './run.ts';
export { type SubjectStanding, standingsOf, trueMatchesOf } from './standing.ts';
export { keyed as keyedSubjects, type ScreenedSubject, type SubjectSource } from './subjects.ts';
