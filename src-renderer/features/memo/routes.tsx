import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const MemoScreen = room.part('MemoScreen');

export const routes: RouteObject[] = [{ path: 'assets/:id/memo', element: <MemoScreen /> }];
export const commands: Command[] = [];
export const navigation: NavigationEntry[] = [];
