import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const ListsScreen = room.part('ListsScreen');
const ListScreen = room.part('ListScreen');
const EntriesScreen = room.part('EntriesScreen');
const EntryScreen = room.part('EntryScreen');
const ChangesScreen = room.part('ChangesScreen');
const TakeInScreen = room.part('TakeInScreen');

export const routes: readonly RouteObject[] = [
  { path: 'lists', element: <ListsScreen /> },
  { path: 'lists/entries', element: <EntriesScreen /> },
  { path: 'lists/take-in/:token', element: <TakeInScreen /> },
  { path: 'lists/:list/changes', element: <ChangesScreen /> },
  { path: 'lists/:list/entries/:id', element: <EntryScreen /> },
  { path: 'lists/:list/:tab?', element: <ListScreen /> },
];

export const commands: readonly Command[] = [
  {
    id: 'lists.open',
    titleKey: 'command.lists.open',
    keywords: ['sdn', 'entity list', 'ofac', 'sanctions', 'screening', 'version', 'age'],
    run: ({ navigate }) => navigate('/lists'),
  },
  {
    id: 'lists.takeIn',
    titleKey: 'command.lists.takeIn',
    keywords: ['import', 'sanctions', 'csv', 'xml', 'update', 'training'],
    menu: 'file',
    run: ({ navigate }) => navigate('/lists'),
  },
  {
    id: 'lists.entries',
    titleKey: 'command.lists.entries',
    keywords: ['entry', 'listed', 'sanctioned', 'find'],
    run: ({ navigate }) => navigate('/lists/entries'),
  },
];

/** Lists stand beside the rule packs and under screening, so they have no room of their own in the sidebar. */
export const navigation: readonly NavigationEntry[] = [];
