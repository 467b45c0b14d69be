/** What the room shows, fetched when a person goes there. */
export { DueScreen } from './DueScreen.tsx';
export { VettingScreen } from './VettingScreen.tsx';
