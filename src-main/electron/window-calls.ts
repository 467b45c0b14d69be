import { app, type BrowserWindow, clipboard, Menu, nativeTheme, shell } from 'electron';
import type { z } from 'zod';
import type { AppError } from '../../src-shared/contract/kernel.ts';
import { type WindowMethod, type WindowState, windowMethods } from '../../src-shared/contract/window.ts';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { windowText } from '../../src-shared/text/en/window.ts';
import { tell } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { externalLink } from './policy.ts';
import type { NativeDialogs } from './ports/native-dialogs.ts';
import { nextZoom } from './resilience.ts';
import { pageDrawsControls, setZoom, zoomFactor } from './window.ts';

export interface WindowCallPorts {
  readonly dialogs: NativeDialogs;
}

type Input<M extends WindowMethod> = z.output<(typeof windowMethods)[M]['input']>;
type Output<M extends WindowMethod> = z.input<(typeof windowMethods)[M]['output']>;
type Handlers = {
  readonly [M in WindowMethod]: (
    window: BrowserWindow,
    input: Input<M>,
  ) => Result<Output<M>, AppError> | Promise<Result<Output<M>, AppError>>;
};

/** How long a copied secret stays in the clipboard. */
const secretLifetimeMs = 60_000;

/** Answers the methods of the window itself; input from the page is checked like any other. */
export function createWindowCalls(
  ports: WindowCallPorts,
): (window: BrowserWindow, method: WindowMethod, input: unknown) => Promise<Result<unknown, AppError>> {
  const handlers: Handlers = {
    'window.state': (window) => ok(stateOf(window)),
    'window.minimise': (window) => done(() => window.minimize()),
    'window.toggleMaximise': (window) => done(() => (window.isMaximized() ? window.unmaximize() : window.maximize())),
    'window.toggleFullScreen': (window) => done(() => window.setFullScreen(!window.isFullScreen())),
    'window.close': (window) => done(() => window.close()),
    'window.zoom': (window, { change }) => {
      const zoom = nextZoom(zoomFactor(window), change);
      setZoom(window, zoom);
      return ok({ zoom });
    },
    'window.setTheme': (_window, { theme }) =>
      done(() => {
        nativeTheme.themeSource = theme;
      }),
    'window.setTitle': (window, { workspace }) => done(() => window.setTitle(workspace === null ? app.name : `${workspace} · ${app.name}`)),
    'window.setCommands': (window, { menus, commands }) =>
      done(() =>
        Menu.setApplicationMenu(
          Menu.buildFromTemplate(menuTemplate(commands, menus, process.platform, (id) => tell(window, { type: 'command', id }))),
        ),
      ),
    'window.showMenu': (window, { x, y }) => {
      const zoom = zoomFactor(window);
      return done(() => Menu.getApplicationMenu()?.popup({ window, x: Math.round(x * zoom), y: Math.round(y * zoom) }));
    },
    'window.setCaptureProtection': (window, { on }) => done(() => window.setContentProtection(on)),
    'window.openExternal': (window, { url }) => openExternal(ports.dialogs, window, url),
    'window.copy': (_window, { text, secret }) => done(() => (secret ? copySecret(text, secretLifetimeMs) : copy(text))),
  };

  return async (window, method, input) => {
    const checked = windowMethods[method].input.safeParse(input);
    if (!checked.success)
      return err({
        code: 'request.invalid',
        issues: checked.error.issues.slice(0, 50).map((issue) => `${issue.path.join('.')}: ${issue.message}`.slice(0, 400)),
      });
    // The table pairs each method with its own input; the compiler cannot see that through the lookup.
    const handler = handlers[method] as (
      window: BrowserWindow,
      input: unknown,
    ) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>;
    return handler(window, checked.data);
  };
}

function done(act: () => void): Result<Record<string, never>, AppError> {
  act();
  return ok({});
}

function stateOf(window: BrowserWindow): WindowState {
  const { electron, chrome, node } = process.versions;
  return {
    platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
    ownControls: pageDrawsControls,
    maximised: window.isMaximized(),
    fullScreen: window.isFullScreen(),
    focused: window.isFocused(),
    zoom: zoomFactor(window),
    theme: nativeTheme.themeSource,
    versions: { app: app.getVersion(), electron, chromium: chrome, node },
  };
}

/** The only way out of the app: the address is on the list, the person saw it whole and agreed. */
export async function openExternal(
  dialogs: NativeDialogs,
  window: BrowserWindow,
  address: string,
): Promise<Result<{ opened: boolean }, AppError>> {
  const link = externalLink(address);
  if (link === undefined)
    return err({ code: 'policy.refused', detail: 'This address is not on the list of sources that the app opens. Copy it instead.' });
  const agreed = await dialogs.confirm(window, {
    message: windowText['window.external.title'],
    detail: `${windowText['window.external.detail']}\n\n${link}`,
    agree: windowText['window.external.open'],
    decline: windowText['window.external.cancel'],
  });
  if (!agreed) return ok({ opened: false });
  await shell.openExternal(link, { activate: true });
  return ok({ opened: true });
}

/** Copies a secret, and clears the clipboard after a while when it still holds it. */
export function copySecret(text: string, clearAfterMs: number): void {
  copy(text);
  setTimeout(() => void clearIfStill(text), clearAfterMs);
}

function copy(text: string): void {
  void clipboard.writeText(text);
}

async function clearIfStill(text: string): Promise<void> {
  // Newer versions of Electron answer with a promise, older ones at once; awaiting serves both.
  if ((await clipboard.readText()) === text) clipboard.clear();
}
