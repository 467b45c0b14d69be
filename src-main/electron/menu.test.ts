import { describe, expect, it, vi } from 'vitest';
import type { MenuCommand } from '../../src-shared/contract/window.ts';
import { acceleratorOf, menuTemplate } from './menu.ts';

const names = { file: 'File', edit: 'Edit', view: 'View', go: 'Go', tools: 'Tools', help: 'Help' };
const command = (change: Partial<MenuCommand>): MenuCommand => ({
  id: 'a.b',
  title: 'Do it',
  menu: 'file',
  enabled: true,
  group: 0,
  ...change,
});

describe('the native menu', () => {
  it('shows only menus that have entries, and always the editing keys of text fields', () => {
    const menus = menuTemplate([command({})], names, 'linux', () => undefined);
    expect(menus.map((menu) => menu.label)).toEqual(['File', 'Edit']);
  });

  it('parts groups by a line and keeps the order inside them', () => {
    const [file] = menuTemplate(
      [command({ id: 'late', title: 'Late', group: 2 }), command({ id: 'one', title: 'One' }), command({ id: 'two', title: 'Two' })],
      names,
      'linux',
      () => undefined,
    );
    expect(Array.isArray(file?.submenu) && file.submenu.map((entry) => entry.label ?? entry.type)).toEqual([
      'One',
      'Two',
      'separator',
      'Late',
    ]);
  });

  it('runs the command that was chosen, shows its key without taking it, and greys out what is not available', () => {
    const run = vi.fn();
    const [file] = menuTemplate([command({ id: 'access.lock', shortcut: 'Mod+L', enabled: false })], names, 'linux', run);
    const entry = Array.isArray(file?.submenu) ? file.submenu[0] : undefined;
    expect(entry).toMatchObject({ accelerator: 'CommandOrControl+L', registerAccelerator: false, enabled: false });
    entry?.click?.(undefined as never, undefined, undefined as never);
    expect(run).toHaveBeenCalledWith('access.lock');
  });

  it('does not read an ampersand in a title as a key', () => {
    const [file] = menuTemplate([command({ title: 'Chips & systems' })], names, 'linux', () => undefined);
    expect(Array.isArray(file?.submenu) && file.submenu[0]?.label).toBe('Chips && systems');
    expect(acceleratorOf('Shift+G')).toBe('Shift+G');
  });
});
