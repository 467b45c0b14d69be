/** What the room shows, fetched when a person goes there. */
export { ChangesScreen } from './ChangesScreen.tsx';
export { EntriesScreen } from './EntriesScreen.tsx';
export { EntryScreen } from './EntryScreen.tsx';
export { ListScreen } from './ListScreen.tsx';
export { ListsScreen } from './ListsScreen.tsx';
export { TakeInScreen } from './TakeInScreen.tsx';
