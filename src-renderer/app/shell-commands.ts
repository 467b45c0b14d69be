import type { OutputOf } from '../host/index.ts';
import { callHost } from '../host/index.ts';
import type { Command, ShellContext } from './commands.tsx';
import type { NavigationEntry } from './feature.ts';

/** What the shell's own commands act on. */
export interface ShellActions {
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
  readonly toggleSidebar: () => void;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly machine: OutputOf<'settings.get'>['machine'] | undefined;
  readonly titleOf: (entry: NavigationEntry) => string;
}

type Machine = OutputOf<'settings.get'>['machine'];

const always = () => true as const;
const zoom = (change: 'in' | 'out' | 'reset') => async () => {
  const reply = await callHost('window.zoom', { change });
  if (reply.ok) await callHost('settings.setMachine', { zoom: reply.value.zoom });
};
const theme = (choice: Machine['theme']) => async () => {
  await callHost('window.setTheme', { theme: choice });
  await callHost('settings.setMachine', { theme: choice });
};

/** The commands every screen has. */
export function shellCommands(actions: ShellActions, navigation: readonly NavigationEntry[]): readonly Command[] {
  const run = (action: () => void | Promise<void>) => (_context: ShellContext) => action();
  return [
    { id: 'palette.open', titleKey: 'command.palette.open', shortcut: 'Mod+K', menu: 'edit', group: 2, run: run(actions.openPalette) },
    {
      id: 'workspace.lock',
      titleKey: 'command.workspace.lock',
      shortcut: 'Mod+L',
      menu: 'file',
      group: 8,
      run: async () => void (await callHost('workspace.lock', {})),
    },
    {
      id: 'workspace.close',
      titleKey: 'command.workspace.close',
      menu: 'file',
      group: 8,
      run: async () => void (await callHost('workspace.close', {})),
    },
    { id: 'edit.undo', titleKey: 'command.edit.undo', shortcut: 'Mod+Z', menu: 'edit', group: 0, run: run(actions.undo) },
    { id: 'edit.redo', titleKey: 'command.edit.redo', shortcut: 'Mod+Shift+Z', menu: 'edit', group: 0, run: run(actions.redo) },
    { id: 'view.sidebar', titleKey: 'command.view.sidebar', shortcut: 'Mod+B', menu: 'view', group: 0, run: run(actions.toggleSidebar) },
    {
      id: 'view.zoomIn',
      titleKey: 'command.view.zoomIn',
      shortcut: 'Mod+=',
      menu: 'view',
      group: 1,
      availability: always,
      run: zoom('in'),
    },
    {
      id: 'view.zoomOut',
      titleKey: 'command.view.zoomOut',
      shortcut: 'Mod+-',
      menu: 'view',
      group: 1,
      availability: always,
      run: zoom('out'),
    },
    {
      id: 'view.zoomReset',
      titleKey: 'command.view.zoomReset',
      shortcut: 'Mod+0',
      menu: 'view',
      group: 1,
      availability: always,
      run: zoom('reset'),
    },
    {
      id: 'view.fullScreen',
      titleKey: 'command.view.fullScreen',
      shortcut: 'F11',
      menu: 'view',
      group: 1,
      availability: always,
      run: async () => void (await callHost('window.toggleFullScreen', {})),
    },
    {
      id: 'view.lightTheme',
      titleKey: 'command.view.lightTheme',
      keywords: ['theme', 'colour', 'bright'],
      menu: 'view',
      group: 2,
      availability: always,
      run: theme('light'),
    },
    {
      id: 'view.darkTheme',
      titleKey: 'command.view.darkTheme',
      keywords: ['theme', 'colour', 'night'],
      menu: 'view',
      group: 2,
      availability: always,
      run: theme('dark'),
    },
    {
      id: 'view.systemTheme',
      titleKey: 'command.view.systemTheme',
      keywords: ['theme', 'colour', 'automatic'],
      menu: 'view',
      group: 2,
      availability: always,
      run: theme('system'),
    },
    {
      id: 'view.density',
      titleKey: 'command.view.density',
      keywords: ['compact', 'comfortable', 'rows'],
      menu: 'view',
      group: 2,
      availability: always,
      run: async () =>
        void (await callHost('settings.setMachine', { density: actions.machine?.density === 'comfortable' ? 'compact' : 'comfortable' })),
    },
    {
      id: 'help.shortcuts',
      titleKey: 'command.help.shortcuts',
      shortcut: '?',
      keywords: ['keys', 'keyboard'],
      menu: 'help',
      group: 0,
      availability: always,
      run: run(actions.openShortcuts),
    },
    ...navigation.map(
      (entry): Command => ({
        id: `go.${entry.id}`,
        titleKey: 'command.go',
        titleParams: { room: actions.titleOf(entry) },
        ...(entry.goKey === undefined ? {} : { shortcut: `G ${entry.goKey}` }),
        menu: 'go',
        group: entry.group === 'top' ? 0 : entry.group === 'inventory' ? 1 : 2,
        run: ({ navigate }) => navigate(entry.path),
      }),
    ),
  ];
}
