import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const EscalationsScreen = room.part('EscalationsScreen');

export const routes: readonly RouteObject[] = [{ path: 'escalations', element: <EscalationsScreen /> }];

/** Reached from the overview, the queue and the palette. */
export const navigation: readonly NavigationEntry[] = [];

export const commands: readonly Command[] = [
  {
    id: 'escalations.open',
    titleKey: 'command.escalations.open',
    keywords: ['escalate', 'escalation', 'passed on', 'waiting', 'answer', 'counsel'],
    run: ({ navigate }) => navigate('/escalations'),
  },
];
