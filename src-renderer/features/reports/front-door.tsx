import { IconReportAnalytics } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const GalleryScreen = room.part('GalleryScreen');
const PreviewScreen = room.part('PreviewScreen');
const BinderScreen = room.part('BinderScreen');

export const routes: readonly RouteObject[] = [
  { path: 'reports', element: <GalleryScreen /> },
  { path: 'reports/binder', element: <BinderScreen /> },
  { path: 'reports/:kind', element: <PreviewScreen /> },
];

export const commands: readonly Command[] = [
  {
    id: 'reports.open',
    titleKey: 'command.reports.open',
    keywords: ['pdf', 'print', 'export', 'board', 'register', 'summary', 'word', 'excel'],
    run: ({ navigate }) => navigate('/reports'),
  },
  {
    id: 'reports.binder',
    titleKey: 'command.reports.binder',
    keywords: ['audit', 'evidence', 'signature', 'hash', 'bank', 'zip', 'folder'],
    menu: 'file',
    run: ({ navigate }) => navigate('/reports/binder'),
  },
];

export const navigation: readonly NavigationEntry[] = [
  { id: 'reports', titleKey: 'reports.title', icon: IconReportAnalytics, path: '/reports', group: 'programme', order: 30, goKey: 'E' },
];
