import { IconClipboardHeart } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const CycleTimesScreen = room.part('CycleTimesScreen');
const QualityScreen = room.part('QualityScreen');

export const routes: readonly RouteObject[] = [
  { path: 'quality', element: <QualityScreen /> },
  { path: 'quality/times', element: <CycleTimesScreen /> },
];

export const navigation: readonly NavigationEntry[] = [
  { id: 'quality', titleKey: 'quality.title', icon: IconClipboardHeart, path: '/quality', group: 'programme', order: 40, goKey: 'U' },
];

export const commands: readonly Command[] = [
  {
    id: 'quality.open',
    titleKey: 'command.quality',
    keywords: ['contradictions', 'gaps', 'duplicates', 'stale', 'unconfirmed', 'data quality'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/quality'),
  },
  {
    id: 'quality.times',
    titleKey: 'command.quality.times',
    keywords: ['cycle time', 'turnaround', 'target', 'days'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/quality/times'),
  },
];
