/** What the room shows, fetched when a person goes there. */
export { LookUpScreen } from './lookup/LookUpScreen.tsx';
export { QueueScreen } from './queue/QueueScreen.tsx';
export { MeasuresScreen } from './runs/MeasuresScreen.tsx';
export { RunsScreen } from './runs/RunsScreen.tsx';
export { MannerScreen } from './settings/MannerScreen.tsx';
