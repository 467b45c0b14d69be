/** What the room shows, fetched when a person goes there. */
export { RulesScreen } from './RulesScreen.tsx';
