export { createPartyWords, type PartyInPlace, partiesIn } from './for-cases.ts';
export { countOwnership } from './for-measures.ts';
export { holdingsForQuality, partiesForQuality } from './for-quality.ts';
export { createPartyHandlers, type PartyJoins } from './handlers.ts';
export { createPartyImportTarget } from './import-target.ts';
export { partyMigrations } from './migrations.ts';
export { partySignsOf } from './ownership.ts';
export { keptParties, partyRecords } from './records.ts';
export { type PartySubject, partiesForScreening, partySubject } from './subjects.ts';
