/** What the room shows, fetched when a person goes there. */
export { AccountsScreen } from './accounts/AccountsScreen.tsx';
export { PeopleScreen } from './list/PeopleScreen.tsx';
export { AuthorisationsScreen } from './papers/AuthorisationsScreen.tsx';
export { RetentionScreen } from './papers/RetentionScreen.tsx';
export { TravelScreen } from './papers/TravelScreen.tsx';
export { PersonScreen } from './person/PersonScreen.tsx';
