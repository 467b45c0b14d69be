export { createLogReader, type LogRead, type LogReader } from './log-reader.ts';
export type { DictionaryPart, EventBatch } from './read/event-batch.ts';
export type { LogPreview } from './read/messages.ts';
export { proposeReading } from './read/propose/propose.ts';
export { systemOf } from './read/system.ts';
export { type LoggedAccount, loggedAccounts, textsOf } from './store/dictionaries.ts';
export type { EventJoins } from './store/filter.ts';
export { createAccessEventHandlers } from './store/handlers.ts';
export {
  commitLogImport,
  importLogFile,
  type LogFileToImport,
  type LogImportEnd,
  type LogImportTools,
  readLogFile,
  resumeLogImport,
} from './store/import-file.ts';
export {
  eventsRevision,
  findLogImport,
  importsOfFile,
  type LogImport,
  listLogImports,
  readingOf,
  unfinishedImport,
} from './store/imports.ts';
export { createKeyTable, wordsPerKey } from './store/key-table.ts';
export { addressesOf, type LoadedEvents, loadEvents } from './store/load-events.ts';
export { eventStoreMigrations } from './store/migrations.ts';
export {
  countEvents,
  type EventPage,
  type EventPlace,
  type EventQuery,
  type EventRow,
  eventPage,
  eventsByIds,
  type Wanted,
} from './store/query.ts';
export { type AddressSource, relocateAddresses } from './store/relocate.ts';
export { discardLogImport, type RemovalTools, undoLogImport } from './store/remove.ts';
export { type RenamedAccount, replaceAccounts } from './store/replace-accounts.ts';
export { type RollUp, type RollUpRange, rollUp, undatedDay } from './store/roll-up.ts';
export { rejectedRows, sourceRow } from './store/source.ts';
export { coverageOf, dateOfDay, dayOfDate, type ImportCoverage, type LogAccount, listLogAccounts } from './store/summaries.ts';
export { actionKindsOf, createAccessLogHandlers, logWizardMigrations, type WizardJoins } from './wizard/index.ts';
