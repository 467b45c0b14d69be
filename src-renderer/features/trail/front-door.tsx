import { IconHistory } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const HistoryScreen = room.part('HistoryScreen');
const SinceScreen = room.part('SinceScreen');
const EvidenceScreen = room.part('EvidenceScreen');
const RetentionScreen = room.part('RetentionScreen');
const HoldsScreen = room.part('HoldsScreen');

export const routes: readonly RouteObject[] = [
  { path: 'history', element: <HistoryScreen /> },
  { path: 'history/since', element: <SinceScreen /> },
  { path: 'evidence', element: <EvidenceScreen /> },
  { path: 'retention', element: <RetentionScreen /> },
  { path: 'retention/holds', element: <HoldsScreen /> },
];

export const commands: readonly Command[] = [
  {
    id: 'history.open',
    titleKey: 'command.history',
    keywords: ['journal', 'audit trail', 'log', 'who', 'verify', 'chain'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/history'),
  },
  {
    id: 'history.since',
    titleKey: 'command.history.since',
    keywords: ['change log', 'changed', 'last report', 'difference'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/history/since'),
  },
  {
    id: 'evidence.open',
    titleKey: 'command.evidence',
    keywords: ['attachments', 'files', 'documents', 'proof', 'hash', 'sha-256'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/evidence'),
  },
  {
    id: 'retention.open',
    titleKey: 'command.retention',
    keywords: ['retention', 'five years', 'keep', 'dispose', '762.6'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/retention'),
  },
  {
    id: 'retention.holds',
    titleKey: 'command.retention.holds',
    keywords: ['hold', 'preserve', 'government request', 'litigation'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/retention/holds'),
  },
];

export const navigation: readonly NavigationEntry[] = [
  {
    id: 'history',
    titleKey: 'history.nav',
    icon: IconHistory,
    path: '/history',
    alsoAt: ['/retention', '/evidence'],
    group: 'programme',
    order: 60,
    goKey: 'J',
  },
];
