/** What the room shows, fetched when a person goes there. */
export { MemoScreen } from './MemoScreen.tsx';
