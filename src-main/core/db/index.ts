export { changeKey } from './change-key.ts';
export { whileUnchanged } from './generation.ts';
export { createLogFolder, foldingAt, pagesAStep, pagesBetweenFoldings } from './log-folder.ts';
export { inOrder, migrate, schemaState, untrackedTables } from './migrate.ts';
export { integrityProblems, isPlaintext, type OpenFailure, openEncrypted, rekeyFile } from './open.ts';
export { keepingStatements, prepared } from './prepared.ts';
export { atRevision } from './revision.ts';
export { tableKey } from './table-key.ts';
export {
  type CommandNote,
  type Connection,
  type Migration,
  type OpenWorkspace,
  programActor,
  type SlicedConnection,
  WorkspaceClosed,
} from './types.ts';
export { keptUnchanged, type RestsOn, untilChanged, untilChangedInSlices } from './until-changed.ts';
