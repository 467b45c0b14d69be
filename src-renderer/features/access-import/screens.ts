/** What the room shows, fetched when a person goes there. */
export { ImportsScreen } from './ImportsScreen.tsx';
export { StartScreen } from './StartScreen.tsx';
export { WizardScreen } from './WizardScreen.tsx';
