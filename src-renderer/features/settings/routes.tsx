import { IconSettings } from '@tabler/icons-react';
import { Navigate, type RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { callHost } from '../../host/index.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const SettingsScreen = room.part('SettingsScreen');

export const routes: readonly RouteObject[] = [
  // The history has a room of its own; it once stood here.
  { path: 'settings/history', element: <Navigate to="/history" replace /> },
  { path: 'settings/:section?', element: <SettingsScreen /> },
];

export const commands: readonly Command[] = [
  {
    id: 'settings.backups',
    titleKey: 'command.settings.backups',
    keywords: ['snapshot', 'restore', 'copy'],
    menu: 'file',
    group: 3,
    run: ({ navigate }) => navigate('/settings/backups'),
  },
  {
    id: 'settings.backupNow',
    titleKey: 'command.settings.backupNow',
    keywords: ['backup', 'save'],
    menu: 'file',
    group: 3,
    run: async () => void (await callHost('backups.now', {})),
  },
  {
    id: 'settings.appearance',
    titleKey: 'command.settings.appearance',
    keywords: ['theme', 'zoom', 'contrast', 'person'],
    run: ({ navigate }) => navigate('/settings/general'),
  },
  {
    id: 'settings.diagnostics',
    titleKey: 'command.settings.diagnostics',
    keywords: ['log', 'incident', 'error', 'support'],
    menu: 'help',
    group: 1,
    run: ({ navigate }) => navigate('/settings/diagnostics'),
  },
  {
    id: 'settings.about',
    titleKey: 'command.settings.about',
    keywords: ['version', 'licence', 'notices'],
    menu: 'help',
    group: 1,
    run: ({ navigate }) => navigate('/settings/about'),
  },
];

export const navigation: readonly NavigationEntry[] = [
  { id: 'settings', titleKey: 'nav.settings', icon: IconSettings, path: '/settings', group: 'foot', order: 90, goKey: ',' },
];
