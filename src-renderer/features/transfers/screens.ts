/** What the room shows, fetched when a person goes there. */
export { TransferScreen } from './TransferScreen.tsx';
export { TransfersScreen } from './TransfersScreen.tsx';
