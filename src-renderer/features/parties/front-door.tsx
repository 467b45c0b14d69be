import { IconUsersGroup } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { useHostQuery } from '../../host/index.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const PartiesScreen = room.part('PartiesScreen');
const PartyScreen = room.part('PartyScreen');

export const routes: readonly RouteObject[] = [
  { path: 'parties', element: <PartiesScreen /> },
  { path: 'parties/:id', element: <PartyScreen /> },
];

/** Possible matches that wait for a decision. */
function useWaiting(): number | null {
  const { data } = useHostQuery('screening.standing', {});
  return data === undefined ? null : data.waiting.hits;
}

export const navigation: readonly NavigationEntry[] = [
  { id: 'parties', titleKey: 'parties.title', icon: IconUsersGroup, path: '/parties', group: 'checks', order: 3, goKey: 'Y', useWaiting },
];

export const commands: readonly Command[] = [
  {
    id: 'parties.add',
    titleKey: 'command.parties.add',
    keywords: ['new', 'customer', 'vendor', 'supplier', 'reseller', 'bank'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/parties?add=party'),
  },
  {
    id: 'parties.import',
    titleKey: 'command.parties.import',
    keywords: ['customers', 'vendors', 'CRM', 'ERP', 'SAP', 'Salesforce', 'HubSpot', 'spreadsheet'],
    menu: 'file',
    run: ({ navigate }) => navigate('/import?kind=parties'),
  },
];
