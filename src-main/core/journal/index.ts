export { startCapture, type TrackedTable, trackedTables } from './capture.ts';
export { type ChangesHash, createJournalWriter, type EntryFacts, type EntryRow, hashChanges, headOf, type JournalWriter } from './chain.ts';
export { eraseEntriesFromJournal, eraseFromJournal, eraseRowsFromJournal } from './erase.ts';
export { type Forgettable, forgetting, forgetWords } from './forget-words.ts';
export { createJournalHandlers, type JournalSession } from './handlers.ts';
export { journalMigrations } from './migrations.ts';
export { type ListFilter, listEntries, peopleBehind, recordEntries, toEntry } from './read.ts';
export { CannotReverse, type Reversible, reverseEntry, reversible } from './undo.ts';
export { verifyJournal } from './verify.ts';
