import { IconHelpCircle } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';
import { manualPages, pageFor } from './pages.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const HelpScreen = room.part('HelpScreen');

export const routes: readonly RouteObject[] = [{ path: 'help/:page?', element: <HelpScreen /> }];

export const commands: readonly Command[] = [
  {
    id: 'help.open',
    titleKey: 'command.help.open',
    shortcut: 'F1',
    keywords: ['manual', 'guide', 'how to', 'explain'],
    menu: 'help',
    group: 0,
    run: ({ navigate, path }) => navigate(`/help/${pageFor(path)}`),
  },
  ...manualPages.map(
    (page): Command => ({
      id: `help.page.${page.id}`,
      titleKey: 'command.help.page',
      titleParams: { title: page.title },
      keywords: page.chapters.map((chapter) => chapter.title),
      run: ({ navigate }) => navigate(`/help/${page.id}`),
    }),
  ),
];

export const navigation: readonly NavigationEntry[] = [
  { id: 'help', titleKey: 'help.title', icon: IconHelpCircle, path: '/help', group: 'foot', order: 95, goKey: 'H' },
];
