/** What the room shows, fetched when a person goes there. */
export { EscalationsScreen } from './EscalationsScreen.tsx';
