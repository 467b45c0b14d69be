export { startCapture, type TrackedTable, trackedTables } from './capture.ts';
export { createJournalWriter, type EntryFacts, type EntryRow, headOf, type JournalWriter } from './chain.ts';
export { createJournalHandlers, type JournalSession } from './handlers.ts';
export { journalMigrations } from './migrations.ts';
export { type ListFilter, listEntries } from './read.ts';
export { CannotReverse, type Reversible, reverseEntry, reversible } from './undo.ts';
export { verifyJournal } from './verify.ts';
