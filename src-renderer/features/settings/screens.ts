/** What the room shows, fetched when a person goes there. */
export { SettingsScreen } from './SettingsScreen.tsx';
