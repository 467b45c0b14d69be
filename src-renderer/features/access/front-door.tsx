import { IconLogin2 } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { useHostQuery } from '../../host/index.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const CoverageScreen = room.part('CoverageScreen');
const EventsScreen = room.part('EventsScreen');
const FindingScreen = room.part('FindingScreen');
const FindingsScreen = room.part('FindingsScreen');
const MatrixScreen = room.part('MatrixScreen');
const OverviewScreen = room.part('OverviewScreen');
const PlanScreen = room.part('PlanScreen');
const ThresholdsScreen = room.part('ThresholdsScreen');

export const routes: readonly RouteObject[] = [
  { path: 'access', element: <OverviewScreen /> },
  { path: 'access/findings', element: <FindingsScreen /> },
  { path: 'access/findings/:id', element: <FindingScreen /> },
  { path: 'access/matrix', element: <MatrixScreen /> },
  { path: 'access/events', element: <EventsScreen /> },
  { path: 'access/coverage', element: <CoverageScreen /> },
  { path: 'access/thresholds', element: <ThresholdsScreen /> },
  { path: 'access/plan/:id', element: <PlanScreen /> },
];

/** Findings that nobody decided yet. */
function useOpenFindings(): number | null {
  const { data } = useHostQuery('access.findings', { states: ['open'], limit: 1 });
  return data?.total ?? null;
}

export const navigation: readonly NavigationEntry[] = [
  {
    id: 'access',
    titleKey: 'access.title.overview',
    icon: IconLogin2,
    path: '/access',
    group: 'checks',
    order: 1,
    goKey: 'A',
    useWaiting: useOpenFindings,
  },
];

export const commands: readonly Command[] = [
  {
    id: 'access.openFindings',
    titleKey: 'command.access.findings',
    keywords: ['deemed export', 'audit', 'log', 'vpn', 'sanction'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/access/findings'),
  },
  {
    id: 'access.openMatrix',
    titleKey: 'command.access.matrix',
    keywords: ['people', 'assets', 'who', 'reach'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/access/matrix'),
  },
  {
    id: 'access.openEvents',
    titleKey: 'command.access.events',
    keywords: ['log', 'sign-in', 'download', 'browser'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/access/events'),
  },
  {
    id: 'access.openCoverage',
    titleKey: 'command.access.coverage',
    keywords: ['gap', 'log', 'silent', 'technology control plan'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/access/coverage'),
  },
];
