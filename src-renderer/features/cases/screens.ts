/** What the room shows, fetched when a person goes there. */
export { GateScreen } from './gates/GateScreen.tsx';
export { GatesScreen } from './gates/GatesScreen.tsx';
export { StagesScreen } from './gates/StagesScreen.tsx';
export { ImpactScreen } from './impact/ImpactScreen.tsx';
export { IncidentScreen } from './incidents/IncidentScreen.tsx';
export { IncidentsScreen } from './incidents/IncidentsScreen.tsx';
export { WatchScreen } from './watch/WatchScreen.tsx';
