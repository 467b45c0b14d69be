/** What the room shows, fetched when a person goes there. */
export { CoverageScreen } from './coverage/CoverageScreen.tsx';
export { EventsScreen } from './events/EventsScreen.tsx';
export { FindingScreen } from './finding/FindingScreen.tsx';
export { FindingsScreen } from './findings/FindingsScreen.tsx';
export { MatrixScreen } from './matrix/MatrixScreen.tsx';
export { OverviewScreen } from './overview/OverviewScreen.tsx';
export { PlanScreen } from './plan/PlanScreen.tsx';
export { ThresholdsScreen } from './settings/ThresholdsScreen.tsx';
