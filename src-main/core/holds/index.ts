export { heldError, heldFailure, holdRecords, holdsOn, type NewHold, placeHold } from './holds.ts';
export { holdMigrations } from './migrations.ts';
