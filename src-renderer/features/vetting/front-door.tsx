import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const DueScreen = room.part('DueScreen');
const VettingScreen = room.part('VettingScreen');

export const routes: readonly RouteObject[] = [
  { path: 'vetting', element: <DueScreen /> },
  { path: 'vetting/:id', element: <VettingScreen /> },
];

/** Reached from the parties, a page's own checks, the overview and the quality checks. */
export const navigation: readonly NavigationEntry[] = [];

export const commands: readonly Command[] = [
  {
    id: 'vetting.due',
    titleKey: 'command.vetting.due',
    keywords: ['due diligence', 'enhanced', 'audit', 'background check', 'undertaking', 'end use', 'overdue', 'vetting'],
    run: ({ navigate }) => navigate('/vetting'),
  },
  {
    id: 'vetting.rules',
    titleKey: 'command.vetting.rules',
    keywords: ['tier', 'role', 'due diligence', 'months', 'repeat', 'default'],
    run: ({ navigate }) => navigate('/vetting?rules=yes'),
  },
];
