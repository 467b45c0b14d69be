import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const LookUpScreen = room.part('LookUpScreen');
const MannerScreen = room.part('MannerScreen');
const MeasuresScreen = room.part('MeasuresScreen');
const QueueScreen = room.part('QueueScreen');
const RunsScreen = room.part('RunsScreen');

export const routes: readonly RouteObject[] = [
  { path: 'parties/queue', element: <QueueScreen /> },
  { path: 'parties/lookup', element: <LookUpScreen /> },
  { path: 'parties/settings', element: <MannerScreen /> },
  { path: 'parties/measures', element: <MeasuresScreen /> },
  { path: 'parties/runs', element: <RunsScreen /> },
];

/** The sidebar's way in is that of the parties. */
export const navigation: readonly NavigationEntry[] = [];

export const commands: readonly Command[] = [
  {
    id: 'screening.openQueue',
    titleKey: 'command.screening.queue',
    keywords: ['hit', 'match', 'sanction', 'denied party', 'entity list'],
    shortcut: 'G Q',
    menu: 'tools',
    run: ({ navigate }) => navigate('/parties/queue'),
  },
  {
    id: 'screening.openLookUp',
    titleKey: 'command.screening.lookUp',
    keywords: ['search', 'name', 'sanction', 'restricted party'],
    shortcut: 'G L',
    menu: 'tools',
    run: ({ navigate }) => navigate('/parties/lookup'),
  },
  {
    id: 'screening.openRuns',
    titleKey: 'command.screening.runs',
    keywords: ['delta', 'screen', 'again', 'reminder'],
    run: ({ navigate }) => navigate('/parties/runs'),
  },
  {
    id: 'screening.openMeasures',
    titleKey: 'command.screening.measures',
    keywords: ['false positive', 'alerts', 'time'],
    run: ({ navigate }) => navigate('/parties/measures'),
  },
  {
    id: 'screening.openSettings',
    titleKey: 'command.screening.settings',
    keywords: ['threshold', 'profile', 'fuzzy', 'second person'],
    run: ({ navigate }) => navigate('/parties/settings'),
  },
];
