import { IconLayoutDashboard } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { OverviewScreen } from './OverviewScreen.tsx';

export const routes: readonly RouteObject[] = [{ index: true, element: <OverviewScreen /> }];
export const commands: readonly Command[] = [];
export const navigation: readonly NavigationEntry[] = [
  { id: 'overview', titleKey: 'nav.overview', icon: IconLayoutDashboard, path: '/', group: 'top', order: 0, goKey: 'O' },
];
