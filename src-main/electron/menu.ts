import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, MenuNames } from '../../src-shared/contract/window.ts';

const order = ['file', 'edit', 'view', 'go', 'tools', 'help'] as const;

/** What the system itself does in the text fields of any app, which no command of ours replaces. */
const editRoles: readonly MenuItemConstructorOptions[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];

/**
 * The native menu for a list of commands: one menu per name that has entries, groups parted by lines. Keys are shown
 * but not registered, because the page's own registry listens to them and knows when they apply.
 */
export function menuTemplate(
  commands: readonly MenuCommand[],
  names: MenuNames,
  platform: string,
  run: (id: string) => void,
): MenuItemConstructorOptions[] {
  const menus = order.flatMap((menu): MenuItemConstructorOptions[] => {
    const entries = commands.filter((command) => command.menu === menu);
    const submenu = grouped(entries).map((group) => group.map((command) => entry(command, run)));
    if (menu === 'edit') submenu.push([...editRoles]);
    return submenu.length === 0 ? [] : [{ label: names[menu], submenu: joined(submenu) }];
  });
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

function grouped(commands: readonly MenuCommand[]): readonly (readonly MenuCommand[])[] {
  const numbers = [...new Set(commands.map((command) => command.group))].sort((a, b) => a - b);
  return numbers.map((number) => commands.filter((command) => command.group === number));
}

function joined(groups: readonly MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return groups.flatMap((group, index): MenuItemConstructorOptions[] => (index === 0 ? group : [{ type: 'separator' }, ...group]));
}

function entry(command: MenuCommand, run: (id: string) => void): MenuItemConstructorOptions {
  return {
    label: command.title.replaceAll('&', '&&'),
    enabled: command.enabled,
    click: () => run(command.id),
    ...(command.shortcut === undefined ? {} : { accelerator: acceleratorOf(command.shortcut), registerAccelerator: false }),
  };
}

/** `Mod+Shift+I` in the words of the native menu. */
export function acceleratorOf(shortcut: string): string {
  return shortcut.replace(/\bMod\b/, 'CommandOrControl');
}
