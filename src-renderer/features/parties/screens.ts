/** What the room shows, fetched when a person goes there. */
export { PartiesScreen } from './list/PartiesScreen.tsx';
export { PartyScreen } from './party/PartyScreen.tsx';
