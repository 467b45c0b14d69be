import { IconSettings } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { SettingsScreen } from './SettingsScreen.tsx';

export const routes: readonly RouteObject[] = [{ path: 'settings/:section?', element: <SettingsScreen /> }];
export const commands: readonly Command[] = [];
export const navigation: readonly NavigationEntry[] = [
  { id: 'settings', titleKey: 'nav.settings', icon: IconSettings, path: '/settings', group: 'foot', order: 90, goKey: ',' },
];
