/** The manual, fetched when a person opens it. */
export { ClosedHelp } from './ClosedHelp.tsx';
export { HelpScreen } from './HelpScreen.tsx';
