import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const ExchangeScreen = room.part('ExchangeScreen');
const ImportScreen = room.part('ImportScreen');
const ModelFilesScreen = room.part('ModelFilesScreen');
const StartScreen = room.part('StartScreen');

export const routes: readonly RouteObject[] = [
  { path: 'import', element: <StartScreen /> },
  { path: 'import/exchange', element: <ExchangeScreen /> },
  { path: 'import/model-files', element: <ModelFilesScreen /> },
  { path: 'import/:id', element: <ImportScreen /> },
];

/** Imports begin in the room of what is imported, so they have no room of their own. */
export const navigation: readonly NavigationEntry[] = [];

const keywords = ['spreadsheet', 'excel', 'csv', 'table', 'add many', 'upload'];

export const commands: readonly Command[] = [
  {
    id: 'imports.models',
    titleKey: 'imports.command.models',
    keywords,
    shortcut: 'Mod+Shift+I',
    menu: 'file',
    run: ({ navigate }) => navigate('/import?kind=model'),
  },
  { id: 'imports.chips', titleKey: 'imports.command.chips', keywords, run: ({ navigate }) => navigate('/import?kind=chip') },
  { id: 'imports.software', titleKey: 'imports.command.software', keywords, run: ({ navigate }) => navigate('/import?kind=software') },
  {
    id: 'imports.exchange',
    titleKey: 'exchange.title',
    keywords: ['office', 'site', 'subsidiary', 'installation', 'send', 'merge', 'sync'],
    run: ({ navigate }) => navigate('/import/exchange'),
  },
  {
    id: 'imports.modelFiles',
    titleKey: 'imports.command.modelFiles',
    keywords: ['hugging face', 'config.json', 'model card', 'readme', 'safetensors'],
    run: ({ navigate }) => navigate('/import/model-files'),
  },
];
