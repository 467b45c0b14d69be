/** What the room shows, fetched when a person goes there. */
export { CalendarScreen } from './calendar/CalendarScreen.tsx';
export { CheckInsScreen } from './check-ins/CheckInsScreen.tsx';
export { EndedScreen } from './ended/EndedScreen.tsx';
export { PlanScreen } from './PlanScreen.tsx';
export { SetupScreen } from './setup/SetupScreen.tsx';
export { StartWizard } from './start/StartWizard.tsx';
export { TaskScreen } from './task/TaskScreen.tsx';
export { TemplatesScreen } from './templates/TemplatesScreen.tsx';
