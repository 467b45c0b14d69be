import { IconBuilding, IconListCheck } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { useHostQuery } from '../../host/index.ts';
import { bundle } from '../../ui/index.ts';
import { type Room, rooms } from './rooms.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const AssetScreen = room.part('AssetScreen');
const NewAssetScreen = room.part('NewAssetScreen');
const CheckScreen = room.part('CheckScreen');
const ModelsScreen = room.part('ModelsScreen');
const SoftwareScreen = room.part('SoftwareScreen');
const SystemsScreen = room.part('SystemsScreen');
const MappingWizard = room.part('MappingWizard');
const QuestionsScreen = room.part('QuestionsScreen');
const SitesScreen = room.part('SitesScreen');

export const routes: readonly RouteObject[] = [
  { path: 'models/new', element: <MappingWizard /> },
  { path: 'models', element: <ModelsScreen /> },
  { path: 'systems', element: <SystemsScreen /> },
  { path: 'software', element: <SoftwareScreen /> },
  { path: 'assets/new/:kind', element: <NewAssetScreen /> },
  { path: 'assets/:id', element: <AssetScreen /> },
  { path: 'check', element: <CheckScreen /> },
  { path: 'sites', element: <SitesScreen /> },
  { path: 'questions', element: <QuestionsScreen /> },
];

/** Work waiting in a room; null while it is not known. */
function useWaitingIn(room: Room): number | null {
  const { data } = useHostQuery('inventory.counts', {});
  if (data === undefined) return null;
  return data.filter((count) => room.kinds.includes(count.kind)).reduce((sum, count) => sum + count.needAttention, 0);
}

const useModelsWaiting = () => useWaitingIn(rooms.models);
const useSystemsWaiting = () => useWaitingIn(rooms.systems);
const useSoftwareWaiting = () => useWaitingIn(rooms.software);

const waiting = { models: useModelsWaiting, systems: useSystemsWaiting, software: useSoftwareWaiting } as const;

const roomEntries = Object.values(rooms).map(
  (room): NavigationEntry => ({
    id: room.id,
    titleKey: room.titleKey,
    icon: room.icon,
    path: room.path,
    group: 'inventory',
    order: room.order,
    goKey: room.goKey,
    useWaiting: waiting[room.id],
  }),
);

export const navigation: readonly NavigationEntry[] = [
  ...roomEntries,
  { id: 'sites', titleKey: 'sites.title', icon: IconBuilding, path: '/sites', group: 'inventory', order: 4, goKey: 'T' },
  { id: 'check', titleKey: 'check.title', icon: IconListCheck, path: '/check', group: 'checks', order: 5, goKey: 'B' },
];

export const commands: readonly Command[] = [
  {
    id: 'inventory.mapModel',
    titleKey: 'command.inventory.mapModel',
    keywords: ['new', 'add', 'wizard'],
    shortcut: 'Mod+Shift+N',
    menu: 'tools',
    run: ({ navigate }) => navigate('/models/new'),
  },
  {
    id: 'inventory.check',
    titleKey: 'command.inventory.check',
    keywords: ['bulk', 'classify', 'results', 'thresholds'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/check'),
  },
  {
    id: 'inventory.questions',
    titleKey: 'command.inventory.questions',
    keywords: ['unknown', 'owner', 'missing', 'facts', 'due'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/questions'),
  },
];
