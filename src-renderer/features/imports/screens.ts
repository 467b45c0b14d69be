/** What the room shows, fetched when a person goes there. */
export { ExchangeScreen } from './ExchangeScreen.tsx';
export { ImportScreen } from './ImportScreen.tsx';
export { ModelFilesScreen } from './ModelFilesScreen.tsx';
export { StartScreen } from './StartScreen.tsx';
