import { z } from 'zod';
import { command, query } from './kernel.ts';

/**
 * What the shell thread answers by itself, before and without the core: the window it sits in, the native menu, the
 * clipboard, and links that lead outside. These methods reach `window.host.call` like any other; the core never sees them.
 */

export const WindowState = z.strictObject({
  platform: z.enum(['linux', 'mac', 'windows']),
  /** True where the page draws minimise, maximise and close itself. */
  ownControls: z.boolean(),
  maximised: z.boolean(),
  fullScreen: z.boolean(),
  focused: z.boolean(),
  /** 1 is 100 %. */
  zoom: z.number(),
  theme: z.enum(['system', 'light', 'dark']),
  versions: z.strictObject({
    app: z.string().max(40),
    electron: z.string().max(40),
    chromium: z.string().max(40),
    node: z.string().max(40),
  }),
});
export type WindowState = z.infer<typeof WindowState>;

/** One entry of the native menu. The registry of commands lives in the page; it sends this list whenever it changes. */
export const MenuCommand = z.strictObject({
  id: z.string().min(1).max(80),
  title: z.string().min(1).max(120),
  menu: z.enum(['file', 'edit', 'view', 'go', 'tools', 'help']),
  /** Shown beside the title; the page handles the key itself. `Mod+K`. */
  shortcut: z.string().max(40).optional(),
  enabled: z.boolean(),
  /** Entries of the same group stand together; a line separates groups. */
  group: z.number().int().min(0).max(20),
});
export type MenuCommand = z.infer<typeof MenuCommand>;

/** What the menus are called, in the page's language. */
export const MenuNames = z.strictObject({
  file: z.string().max(40),
  edit: z.string().max(40),
  view: z.string().max(40),
  go: z.string().max(40),
  tools: z.string().max(40),
  help: z.string().max(40),
});
export type MenuNames = z.infer<typeof MenuNames>;

const Nothing = z.strictObject({});

export const windowMethods = {
  'window.state': query(Nothing, WindowState, [], 'always'),
  'window.minimise': command(Nothing, Nothing, [], 'always'),
  'window.toggleMaximise': command(Nothing, Nothing, [], 'always'),
  'window.toggleFullScreen': command(Nothing, Nothing, [], 'always'),
  'window.close': command(Nothing, Nothing, [], 'always'),
  'window.zoom': command(z.strictObject({ change: z.enum(['in', 'out', 'reset']) }), z.strictObject({ zoom: z.number() }), [], 'always'),
  'window.setTheme': command(z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }), Nothing, [], 'always'),
  /** Name of the open workspace for the task bar; null when none is open or its name should not be shown. */
  'window.setTitle': command(z.strictObject({ workspace: z.string().max(200).nullable() }), Nothing, [], 'always'),
  'window.setCommands': command(z.strictObject({ menus: MenuNames, commands: z.array(MenuCommand).max(200) }), Nothing, [], 'always'),
  /** Opens the native menu at a point of the page, for systems whose windows have no menu bar. */
  'window.showMenu': command(
    z.strictObject({ x: z.number().int().nonnegative(), y: z.number().int().nonnegative() }),
    Nothing,
    [],
    'always',
  ),
  /** Hides the window from screen capture while on. */
  'window.setCaptureProtection': command(z.strictObject({ on: z.boolean() }), Nothing, [], 'always'),
  /** Shows the full address and asks first; `opened` is false when the person declined. Refused (`policy.refused`) off the list of sources. */
  'window.openExternal': command(z.strictObject({ url: z.string().max(2000) }), z.strictObject({ opened: z.boolean() }), [], 'always'),
  /** Copies text; a secret is cleared again after 60 seconds when it is still there. */
  'window.copy': command(z.strictObject({ text: z.string().max(200_000), secret: z.boolean() }), Nothing, [], 'always'),
} as const;

export type WindowMethod = keyof typeof windowMethods;

/** Tells a shell method's name from any other string, `__proto__` and its like included. */
export function isWindowMethod(name: string): name is WindowMethod {
  return Object.hasOwn(windowMethods, name);
}
