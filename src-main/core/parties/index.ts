export { createPartyHandlers, type PartyJoins } from './handlers.ts';
export { partyMigrations } from './migrations.ts';
export { type PartySubject, partiesForScreening, partySubject } from './subjects.ts';
