import { IconBooks } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const RulesScreen = room.part('RulesScreen');

export const routes: readonly RouteObject[] = [{ path: 'rules/:tab?', element: <RulesScreen /> }];

export const commands: readonly Command[] = [
  {
    id: 'rules.search',
    titleKey: 'command.rules.search',
    keywords: ['rule', 'entry', 'eccn', 'law', 'library'],
    run: ({ navigate }) => navigate('/rules'),
  },
  {
    id: 'rules.countries',
    titleKey: 'command.rules.countries',
    keywords: ['country', 'group', 'chart', 'destination'],
    run: ({ navigate }) => navigate('/rules/countries'),
  },
  {
    id: 'rules.changes',
    titleKey: 'command.rules.changes',
    keywords: ['timeline', 'new rule', 'history'],
    run: ({ navigate }) => navigate('/rules/changes'),
  },
  {
    id: 'rules.guides',
    titleKey: 'command.rules.guides',
    keywords: ['threshold', '10^25', '48000', 'guide'],
    run: ({ navigate }) => navigate('/rules/guides'),
  },
  {
    id: 'rules.packs',
    titleKey: 'command.rules.packs',
    keywords: ['pack', 'version', 'source'],
    run: ({ navigate }) => navigate('/rules/packs'),
  },
  {
    id: 'rules.networks',
    titleKey: 'command.rules.networks',
    keywords: ['ip address', 'vpn', 'tor', 'hosting', 'egress', 'exit', 'geolocation', 'asn', 'allow list'],
    run: ({ navigate }) => navigate('/rules/networks'),
  },
];

export const navigation: readonly NavigationEntry[] = [
  { id: 'rules', titleKey: 'rules.title', icon: IconBooks, path: '/rules', alsoAt: ['/lists'], group: 'foot', order: 80, goKey: 'R' },
];
