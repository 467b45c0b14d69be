import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const GatesScreen = room.part('GatesScreen');
const GateScreen = room.part('GateScreen');
const StagesScreen = room.part('StagesScreen');
const IncidentsScreen = room.part('IncidentsScreen');
const IncidentScreen = room.part('IncidentScreen');
const WatchScreen = room.part('WatchScreen');
const ImpactScreen = room.part('ImpactScreen');

export const routes: readonly RouteObject[] = [
  { path: 'programme/gates', element: <GatesScreen /> },
  { path: 'programme/gates/reports', element: <StagesScreen /> },
  { path: 'programme/gates/:id', element: <GateScreen /> },
  { path: 'programme/incidents', element: <IncidentsScreen /> },
  { path: 'programme/incidents/:id', element: <IncidentScreen /> },
  { path: 'rules/watch', element: <WatchScreen /> },
  { path: 'rules/impact', element: <ImpactScreen /> },
];

/** Its screens stand among those of the programme and of the rules, which lead there. */
export const navigation: readonly NavigationEntry[] = [];

export const commands: readonly Command[] = [
  {
    id: 'gates.open',
    titleKey: 'command.gates.open',
    keywords: ['gate', 'checkpoint', 'stage', 'training completed', 'release', 'held', 'life cycle'],
    run: ({ navigate }) => navigate('/programme/gates'),
  },
  {
    id: 'gates.stages',
    titleKey: 'gates.stages.title',
    keywords: ['pipeline', 'hook', 'training completed', 'run', 'stage', 'MLOps', 'weights'],
    run: ({ navigate }) => navigate('/programme/gates/reports'),
  },
  {
    id: 'cases.open',
    titleKey: 'command.cases.open',
    keywords: ['incident', 'violation', 'disclosure', 'VSD', 'penalty', 'halt', 'stop', 'red flag'],
    run: ({ navigate }) => navigate('/programme/incidents'),
  },
  {
    id: 'cases.record',
    titleKey: 'command.cases.record',
    keywords: ['incident', 'violation', 'new', 'report', 'red flag', 'escalate'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/programme/incidents?add=incident'),
  },
  {
    id: 'watch.open',
    titleKey: 'command.watch.open',
    keywords: ['rule change', 'timeline', 'unconfirmed', 'check', 'monitor', 'news', 'bill'],
    run: ({ navigate }) => navigate('/rules/watch'),
  },
  {
    id: 'impact.open',
    titleKey: 'command.impact.open',
    keywords: ['impact', 'what if', 'suppose', 'rule change', 'another day', 'enforced'],
    run: ({ navigate }) => navigate('/rules/impact'),
  },
];
