import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { MemoScreen } from './MemoScreen.tsx';

export const routes: RouteObject[] = [{ path: 'assets/:id/memo', element: <MemoScreen /> }];
export const commands: Command[] = [];
export const navigation: NavigationEntry[] = [];
