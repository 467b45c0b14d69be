import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const AssetFiguresScreen = room.part('AssetFiguresScreen');
const CalculatorScreen = room.part('CalculatorScreen');

export const routes: readonly RouteObject[] = [
  { path: 'chips/calculator', element: <CalculatorScreen /> },
  { path: 'assets/:id/figures', element: <AssetFiguresScreen /> },
];
export const commands: readonly Command[] = [
  {
    id: 'chips.calculator',
    titleKey: 'command.chips.calculator',
    keywords: ['tpp', 'density', 'accelerator', 'gpu', '3A090', 'catalogue'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/chips/calculator'),
  },
];
export const navigation: readonly NavigationEntry[] = [];
