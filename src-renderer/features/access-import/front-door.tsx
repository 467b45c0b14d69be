import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const ImportsScreen = room.part('ImportsScreen');
const StartScreen = room.part('StartScreen');
const WizardScreen = room.part('WizardScreen');

export const routes: readonly RouteObject[] = [
  { path: 'access/import', element: <StartScreen /> },
  { path: 'access/import/:id', element: <WizardScreen /> },
  { path: 'access/imports', element: <ImportsScreen /> },
];

/** Imports begin in the room of what is imported, so they have no room of their own. */
export const navigation: readonly NavigationEntry[] = [];

const keywords = ['log', 'audit log', 'sign-in', 'spreadsheet', 'csv', 'json', 'cloudtrail', 'okta', 'entra', 'vpn', 'upload'];

export const commands: readonly Command[] = [
  {
    id: 'access.importLogs',
    titleKey: 'accessLogs.wizard.command.start',
    keywords,
    shortcut: 'Mod+Shift+L',
    menu: 'file',
    run: ({ navigate }) => navigate('/access/import'),
  },
  {
    id: 'access.imports',
    titleKey: 'accessLogs.wizard.command.list',
    keywords,
    run: ({ navigate }) => navigate('/access/imports'),
  },
];
