import { IconUsers } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { useHostQuery } from '../../host/index.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const AccountsScreen = room.part('AccountsScreen');
const PeopleScreen = room.part('PeopleScreen');
const AuthorisationsScreen = room.part('AuthorisationsScreen');
const TravelScreen = room.part('TravelScreen');
const PersonScreen = room.part('PersonScreen');
const RetentionScreen = room.part('RetentionScreen');

export const routes: readonly RouteObject[] = [
  { path: 'people', element: <PeopleScreen /> },
  { path: 'people/accounts', element: <AccountsScreen /> },
  { path: 'people/authorisations', element: <AuthorisationsScreen /> },
  { path: 'people/travel', element: <TravelScreen /> },
  { path: 'people/retention', element: <RetentionScreen /> },
  { path: 'people/:id', element: <PersonScreen /> },
];

/** Accounts that wait for an answer, and ties kept past their last day. */
function useWaiting(): number | null {
  const { data } = useHostQuery('people.counts', {});
  return data === undefined ? null : data.unlinkedAccounts + data.overdue;
}

export const navigation: readonly NavigationEntry[] = [
  { id: 'people', titleKey: 'people.title', icon: IconUsers, path: '/people', group: 'checks', order: 2, goKey: 'P', useWaiting },
];

export const commands: readonly Command[] = [
  {
    id: 'people.add',
    titleKey: 'command.people.add',
    keywords: ['new', 'employee', 'contractor', 'guest'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/people?add=person'),
  },
  {
    id: 'people.import',
    titleKey: 'command.people.import',
    keywords: ['roster', 'HR', 'workday', 'bamboo', 'spreadsheet', 'staff'],
    menu: 'file',
    run: ({ navigate }) => navigate('/import?kind=people'),
  },
  {
    id: 'people.accounts',
    titleKey: 'command.people.accounts',
    keywords: ['login', 'unlinked', 'service account'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/people/accounts'),
  },
  {
    id: 'people.authorisations',
    titleKey: 'command.people.authorisations',
    keywords: ['licence', 'license', 'control plan', 'exception'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/people/authorisations'),
  },
  {
    id: 'people.travel',
    titleKey: 'command.people.travel',
    keywords: ['trip', 'abroad', 'journey'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/people/travel'),
  },
  {
    id: 'people.retention',
    titleKey: 'command.people.retention',
    keywords: ['retention', 'privacy', 'erase', 'overdue', 'GDPR'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/people/retention'),
  },
];
