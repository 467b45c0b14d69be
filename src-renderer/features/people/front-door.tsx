import { IconUsers } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { useHostQuery } from '../../host/index.ts';
import { AccountsScreen } from './accounts/AccountsScreen.tsx';
import { PeopleScreen } from './list/PeopleScreen.tsx';
import { AuthorisationsScreen } from './papers/AuthorisationsScreen.tsx';
import { TravelScreen } from './papers/TravelScreen.tsx';
import { PersonScreen } from './person/PersonScreen.tsx';

export const routes: readonly RouteObject[] = [
  { path: 'people', element: <PeopleScreen /> },
  { path: 'people/accounts', element: <AccountsScreen /> },
  { path: 'people/authorisations', element: <AuthorisationsScreen /> },
  { path: 'people/travel', element: <TravelScreen /> },
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
];
